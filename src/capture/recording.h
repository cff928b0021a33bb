// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "capture/ring.h"

#include <vector>

namespace pipeglass::capture {

/// A conversation in a pcapng file (FORMAT.md), while it grows or later, with an index in memory (about 5 bytes per
/// item, see RecordIndex). For each connection and side the concatenated wires of the records are the stream.
///
/// One thread appends or scans (for a session the engine's); any thread uses items below count() concurrently.
class Recording : public MessageList {
public:
    /// Creates a recording. An empty path means an unnamed file that is removed with this object
    /// (RecordingFile::createPrivate()). A named file must not exist (else FileExists) and is created with mode 0600.
    [[nodiscard]] static Result<std::shared_ptr<Recording>> create(const QByteArray &path = {});
    enum class RingUse {
        WriteOnly, ///< items below count() cannot be read: no index, so that memory is bounded too
        Indexed,
    };
    /// Creates a recording in several files of a directory, see Ring.
    [[nodiscard]] static Result<std::shared_ptr<Recording>>
    createRing(const QByteArray &directory, RingLimits limits, RingUse use = RingUse::WriteOnly);
    /// Opens a recording, or the recordings in a directory as one, without items; readMore() builds the index. Fails
    /// with NoSuchFile, AccessDenied, NotARecording.
    [[nodiscard]] static Result<std::shared_ptr<Recording>> begin(const QByteArray &path);
    /// begin(), then reads the whole file.
    [[nodiscard]] static Result<std::shared_ptr<Recording>> open(const QByteArray &path);
    ~Recording() override;

    // Appending thread only. A failed append (DiskFull) leaves the recording unchanged.
    [[nodiscard]] Result<ConnectionId> addConnection(ConnectionInfo info);
    [[nodiscard]] Result<quint64> append(const Record &record); ///< returns the record's number
    /// For an event. A loss or the end of a connection may use the reserved space. Identified also updates
    /// connection().
    [[nodiscard]] Result<quint64> append(const Event &event);

    /// Whether there is space for a message; false only if the disk is known to be full.
    [[nodiscard]] bool canGrow();

    void finishWriting(); ///< nothing more is appended; readers of the file are told
    void discard(); ///< deletes the named files, in which nothing was recorded

    /// Of a ring, any thread: at its limit appending fails with RecordingFull instead of deleting the oldest file.
    void setDeletesOldest(bool deletes);

    /// Sets the mark of an item, and appends it to the file. If it cannot be written, it is set nevertheless, and the
    /// error tells why. For a recording that was opened for reading: any thread; the file is written only if nothing
    /// else writes to it (RecordingInUse) and it is not damaged.
    [[nodiscard]] Status setMark(quint64 item, const Mark &mark);
    [[nodiscard]] bool isWritten() const; ///< by this program
    [[nodiscard]] quint64 markChanges() const; ///< a counter; any thread

    // Reading thread only, after begin().
    /// Scans about `maxBytes` more of the file, which may still grow. True if there is more to scan.
    [[nodiscard]] Result<bool> readMore(qint64 maxBytes);
    /// The file is complete: an incomplete message becomes an item, and isCutOff() is set.
    void finishReading();
    /// Bytes of sizeOnDisk() that readMore() has scanned.
    [[nodiscard]] qint64 bytesRead() const;

    [[nodiscard]] bool isForeign() const; ///< a pcapng file of another program

    // Any thread.
    [[nodiscard]] bool hasWriter() const; ///< a program has the file open for recording
    [[nodiscard]] quint64 count() const override;
    [[nodiscard]] RecordSummary summary(quint64 number) const override;
    [[nodiscard]] Result<Record> read(quint64 number) const override;
    [[nodiscard]] std::unique_ptr<MessageReader> reader() const override;
    [[nodiscard]] Result<QByteArray> payloadStart(quint64 number, qsizetype maxBytes) const override;
    [[nodiscard]] Result<Event> event(quint64 number) const override;
    [[nodiscard]] quint64 eventsBefore(quint64 number) const override;
    [[nodiscard]] std::optional<ConnectionInfo> connection(ConnectionId id) const override;
    [[nodiscard]] Mark mark(quint64 number) const override;
    [[nodiscard]] std::vector<quint64> markedItems() const override;
    [[nodiscard]] std::vector<ConnectionInfo> connections() const;
    [[nodiscard]] bool isCutOff() const; ///< the file ends within a block, or is damaged there
    [[nodiscard]] QByteArray path() const; ///< of the file or directory; empty for a private file
    [[nodiscard]] qint64 sizeOnDisk() const; ///< of all files; of a ring without an index, of the last one

private:
    Recording();
    class Private;
    std::unique_ptr<Private> d;
};

using RecordingPtr = std::shared_ptr<Recording>;

} // namespace pipeglass::capture
