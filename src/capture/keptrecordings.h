// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <optional>
#include <vector>

namespace pipeglass::capture {

/// A private recording that is kept: a directory with the files of a ring.
struct KeptRecording {
    QByteArray path;
    QByteArray pipe; ///< file name of the pipe
    Timestamp begin;
    qint64 size = 0;
    bool isInUse = false; ///< a program records into it
    bool isUnfinished = false; ///< the program that recorded into it did not end it: it crashed, if it is not in use
};

/// The private recordings of the window, in a directory that only the user can read. All functions may block.
class KeptRecordings {
public:
    explicit KeptRecordings(QByteArray directory);

    /// A new name, as the path of a directory that does not exist; its parents are created (0700).
    [[nodiscard]] Result<QByteArray> newPath(const QByteArray &pipe) const;
    /// The recording is complete: from now on it is listed as such. Returns its new path.
    static QByteArray markFinished(const QByteArray &path);

    [[nodiscard]] std::vector<KeptRecording> list() const; ///< the newest first
    /// What the path says; nullopt if it is not of a kept recording. Does not block.
    [[nodiscard]] static std::optional<KeptRecording> parse(const QByteArray &path);
    /// Deletes the oldest ones beyond these limits, except those in use.
    void prune(size_t maxCount, qint64 maxBytes) const;
    static void remove(const QByteArray &path);

private:
    QByteArray m_directory;
};

} // namespace pipeglass::capture
