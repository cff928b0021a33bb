// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

#include <atomic>
#include <memory>
#include <vector>

#include <sys/uio.h>

namespace pipeglass::capture {

/// The file of a recording. One thread appends; any thread reads below size() concurrently.
///
/// Unbuffered: an append is one system call that writes the bytes from their place (a million per second into the page
/// cache). So payloads are not copied, readers find every byte in the file, a killed program loses nothing, and errors
/// are known at once.
class RecordingFile {
public:
    /// An unnamed file (0600) in $XDG_STATE_HOME/pipeglass (0700, created if missing; default ~/.local/state); if that
    /// is not writable, in $TMPDIR or /tmp.
    [[nodiscard]] static Result<std::unique_ptr<RecordingFile>> createPrivate();
    /// A new file, 0600; FileExists if the name is taken, even by a dangling link.
    [[nodiscard]] static Result<std::unique_ptr<RecordingFile>> createNamed(const QByteArray &path);
    /// Opens a regular file for reading; NotARecording for devices and FIFOs, which are not opened.
    [[nodiscard]] static Result<std::unique_ptr<RecordingFile>> openForReading(const QByteArray &path);

    /// The file of another object once more, to append to it. RecordingInUse if a program writes to it.
    [[nodiscard]] static Result<std::unique_ptr<RecordingFile>> openForAppending(const RecordingFile &file);

    ~RecordingFile();
    RecordingFile(const RecordingFile &) = delete;
    RecordingFile &operator=(const RecordingFile &) = delete;

    [[nodiscard]] const QByteArray &path() const { return m_path; } ///< empty for a private file
    [[nodiscard]] bool isWritable() const { return m_writable; }
    [[nodiscard]] qint64 size() const { return m_size.load(std::memory_order_acquire); }

    /// Kept: may use the reserved space on a full disk. Some space after the end is preallocated for it, if the file
    /// system supports that.
    enum class Space { Free, Kept };
    /// Appends all of `pieces` or nothing: a partial write is truncated again. DiskFull also for a quota or size limit.
    [[nodiscard]] Status append(std::vector<iovec> pieces, Space space = Space::Free);
    /// Preallocates space; false if the disk is full.
    [[nodiscard]] bool canGrow();
    /// Reads into `to`. NotARecording if the file has become shorter.
    [[nodiscard]] Status readAt(qint64 offset, char *to, qsizetype size) const;
    /// Whether a program has the file open for recording: it holds a lock until it closes the file or ends.
    [[nodiscard]] bool hasWriter() const;
    void releaseLock(); ///< of a file that we record into: nothing more is appended
    /// Deletes a named file, if the name still leads to it: for a creation that failed halfway.
    void discard();
    /// Updates the size of a file that another program appends to. It never decreases.
    void refreshSize();

private:
    [[nodiscard]] int allocate(qint64 up); ///< returns 0 or an errno
    [[nodiscard]] Status allocateAhead(qint64 end);

    RecordingFile(UniqueFd fd, QByteArray path, bool writable);

    UniqueFd m_fd;
    QByteArray m_path;
    bool m_writable;
    std::atomic<qint64> m_size{ 0 };
    qint64 m_allocated = 0; ///< end of the preallocated space; -1: not supported
};

} // namespace pipeglass::capture
