// SPDX-License-Identifier: MIT
#pragma once

#include "engine/files/openedrecording.h"
#include "engine/sessioninfo.h"
#include "framing/framingregistry.h"

#include <map>

namespace pipeglass::engine {

/// The recordings that were opened from files, described like sessions. Lives in the engine's thread.
class OpenedFiles : public QObject {
    Q_OBJECT

public:
    explicit OpenedFiles(QObject *parent = nullptr);
    ~OpenedFiles() override;

    void open(quint64 ticket, SessionId id, const QByteArray &path); ///< `opened` or `failed` follows
    void cancel(quint64 ticket); ///< of one that still opens
    void close(SessionId id); ///< nothing follows; may be unknown
    void closeAll();

Q_SIGNALS:
    void opened(quint64 ticket, const pipeglass::engine::SessionInfo &file);
    void failed(quint64 ticket, const pipeglass::Error &error);
    void grew(pipeglass::SessionId id);
    void changed(const pipeglass::engine::SessionInfo &file);
    void problem(pipeglass::SessionId id, const pipeglass::Error &error);

private:
    struct File {
        OpenedRecording *opened = nullptr;
        quint64 ticket = 0;
    };
    [[nodiscard]] SessionInfo describe(SessionId id, const OpenedRecording &file) const;

    BackgroundThread m_reader;
    framing::FramingRegistry m_framings; ///< to name those of recordings
    std::map<SessionId, File> m_files;
};

} // namespace pipeglass::engine
