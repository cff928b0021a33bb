// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"
#include "core/threads/backgroundthread.h"
#include "engine/files/filestate.h"
#include "engine/files/growthwatch.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace pipeglass::engine {

/// A recording in a file, which is read in parts, and read on when it grows. Lives in the engine's thread; the file is
/// read in `reader`.
class OpenedRecording : public QObject {
    Q_OBJECT

public:
    /// `reader` outlives this.
    OpenedRecording(QByteArray path, BackgroundThread &reader, QObject *parent = nullptr);
    ~OpenedRecording() override;

    void open(); ///< once; `opened` follows when the first part is read, or `failed`

    [[nodiscard]] const QByteArray &path() const { return m_path; }
    [[nodiscard]] const capture::RecordingPtr &recording() const { return m_recording; } ///< null before `opened`
    [[nodiscard]] const FileState &state() const { return m_state; }

Q_SIGNALS:
    void opened();
    void failed(const pipeglass::Error &error); ///< before `opened`; the last signal
    void changed(); ///< the recording has grown, or the state has changed; at most 30 times a second while it is read
    void problem(const pipeglass::Error &error); ///< the file cannot be read on

private:
    void readOn();
    void take(const Status &status, const FileState &state);

    QByteArray m_path;
    BackgroundThread &m_reader;
    capture::RecordingPtr m_recording;
    FileState m_state;
    std::unique_ptr<GrowthWatch> m_growth;
    QElapsedTimer m_sinceChange;
};

} // namespace pipeglass::engine
