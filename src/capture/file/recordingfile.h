// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

#include <atomic>
#include <memory>
#include <vector>

#include <sys/uio.h>

namespace pipeglass::capture {

/// The file behind a recording. One thread appends; any thread reads below size(), at the same time.
///
/// Nothing is buffered here: an append is one system call that writes from where the bytes are (a million a second on
/// an ordinary disk's page cache), so a payload is never copied, readers find every byte in the file, a killed program
/// loses nothing that was appended, and an append that fails is known to have failed at once.
class RecordingFile {
public:
    /// A file without a name (0600) in $XDG_STATE_HOME/pipeglass (0700, made where it is missing; ~/.local/state by
    /// default). For accounts without a home that can be written to, it lies in $TMPDIR or /tmp instead, nameless too.
    [[nodiscard]] static Result<std::unique_ptr<RecordingFile>> createPrivate();
    /// A new file, 0600; FileExists if something has the name, be it a link that leads nowhere.
    [[nodiscard]] static Result<std::unique_ptr<RecordingFile>> createNamed(const QByteArray &path);
    /// An ordinary file for reading, else NotARecording. Devices and FIFOs are never opened.
    [[nodiscard]] static Result<std::unique_ptr<RecordingFile>> openForReading(const QByteArray &path);

    ~RecordingFile();
    RecordingFile(const RecordingFile &) = delete;
    RecordingFile &operator=(const RecordingFile &) = delete;

    [[nodiscard]] const QByteArray &path() const { return m_path; } ///< empty for a private one
    [[nodiscard]] bool isWritable() const { return m_writable; }
    [[nodiscard]] qint64 size() const { return m_size.load(std::memory_order_acquire); }

    /// Kept: may use the last bytes of a full disk. A little space behind the end is allocated ahead for it, where the
    /// file system can do that.
    enum class Space { Free, Kept };
    /// Writes all of `pieces` at the end, or nothing: what was written before a failure is cut off again. DiskFull also
    /// when a quota or a size limit ends it.
    [[nodiscard]] Status append(std::vector<iovec> pieces, Space space = Space::Free);
    /// Allocates ahead; false where the disk is full.
    [[nodiscard]] bool canGrow();
    /// Fills `to` from the file. NotARecording if it has become shorter than that.
    [[nodiscard]] Status readAt(qint64 offset, char *to, qsizetype size) const;
    /// Removes a named file again, if the name still leads to it: for a creation that failed half-way.
    void discard();
    /// Of a file that another program writes: learns its size of now. It never becomes smaller.
    void refreshSize();

private:
    [[nodiscard]] int allocate(qint64 up); ///< 0 or an errno
    [[nodiscard]] Status allocateAhead(qint64 end);

    RecordingFile(UniqueFd fd, QByteArray path, bool writable);

    UniqueFd m_fd;
    QByteArray m_path;
    bool m_writable;
    std::atomic<qint64> m_size{ 0 };
    qint64 m_allocated = 0; ///< up to here the disk has space for us; -1 where that cannot be arranged
};

} // namespace pipeglass::capture
