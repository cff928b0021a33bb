// SPDX-License-Identifier: MIT
#pragma once

#include "capture/file/recordingfile.h"

#include <deque>

namespace pipeglass::capture {

/// A recording in several files of one directory, of which the oldest are deleted.
struct RingLimits {
    int files = 0; ///< at least 2
    qint64 fileSize = 0; ///< a file is only larger if its only message is

    friend bool operator==(const RingLimits &, const RingLimits &) = default;
};

/// The files of a ring in its directory, "recording-20261129T072112.345678901Z.pcapng": names are in the order of time.
/// Files of earlier recordings in the same directory belong to the ring too. Appending thread.
class Ring {
public:
    /// Creates the directory (0700) if it is missing. Fails as creating a file there does.
    [[nodiscard]] static Result<Ring> open(const QByteArray &directory, RingLimits limits);

    /// Deletes files until one more fits, the oldest first, and creates a new one. A file that another program records
    /// into is not deleted.
    [[nodiscard]] Result<std::unique_ptr<RecordingFile>> createFile();
    [[nodiscard]] bool isFull() const; ///< createFile() would delete one
    void discard(); ///< deletes the files that this object created, and the directory if it is empty then

    [[nodiscard]] const RingLimits &limits() const { return m_limits; }
    [[nodiscard]] const QByteArray &directory() const { return m_directory; }
    [[nodiscard]] const QByteArray &id() const { return m_id; } ///< random, in hex; in all its files
    [[nodiscard]] size_t deletedOwn() const { return m_deletedOwn; } ///< of the files that this object created

private:
    struct File {
        QByteArray path;
        qint64 size = 0; ///< of files of earlier recordings
        bool isOwn = false;
    };

    Ring(QByteArray directory, RingLimits limits);
    void deleteOldest();

    QByteArray m_directory;
    RingLimits m_limits;
    QByteArray m_id;
    std::deque<File> m_files;
    size_t m_deletedOwn = 0;
    qint64 m_lastTime = 0;
};

/// Whether a program has the file open for recording. May block.
[[nodiscard]] bool isRecordedInto(const QByteArray &path);

/// The recordings in a directory, *.pcapng, by name.
[[nodiscard]] std::vector<QByteArray> recordingsIn(const QByteArray &directory);

} // namespace pipeglass::capture
