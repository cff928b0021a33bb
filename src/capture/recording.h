// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"

#include <vector>

namespace pipeglass::capture {

/// A conversation on disk, as pcapng, while it grows or afterwards, with an index in memory (at most 32 bytes an item).
/// For each connection and side the wires of the records put together are exactly the stream that passed. FORMAT.md
/// describes the file.
///
/// One thread appends or reads on (the engine's for a session); any thread uses what is below count(), at the same
/// time.
class Recording : public MessageList {
public:
    /// Where it goes: an empty path means a private file (0600) in $XDG_STATE_HOME/pipeglass (in $TMPDIR or /tmp for an
    /// account without a home of its own), already unlinked, that ends with this object. A named file is created (0600,
    /// O_EXCL: nothing is overwritten; an existing one fails with FileExists).
    [[nodiscard]] static Result<std::shared_ptr<Recording>> create(const QByteArray &path = {});
    /// Opens a recording for reading, without an item yet: readOn() makes the index. Fails with NoSuchFile,
    /// AccessDenied, NotARecording.
    [[nodiscard]] static Result<std::shared_ptr<Recording>> begin(const QByteArray &path);
    /// begin(), and all that is in the file.
    [[nodiscard]] static Result<std::shared_ptr<Recording>> open(const QByteArray &path);
    ~Recording() override;

    // The appending thread. A failed append (DiskFull) leaves the recording as it was before it, readable.
    [[nodiscard]] Result<ConnectionId> addConnection(ConnectionInfo info);
    [[nodiscard]] Result<quint64> append(const Record &record); ///< the new record's number
    /// The same of an event. One that tells of a loss or of the end may use the space
    /// that is kept free for it. Identified also
    /// changes what connection() says.
    [[nodiscard]] Result<quint64> append(const Event &event);

    /// Whether a message would find space now; false only where the disk is known to be full.
    [[nodiscard]] bool canGrow();

    void discard(); ///< removes a named file that nothing was recorded in after all

    // The reading thread, of a recording that was begun.
    /// Looks at about `maxBytes` more of the file, which may have grown meanwhile. True: there is more to look at now.
    [[nodiscard]] Result<bool> readOn(qint64 maxBytes);
    /// The file grows no more: a message whose end is missing becomes an item, and isCutOff() is known.
    void finishReading();
    /// Bytes of the file that readOn() has looked at, of sizeOnDisk().
    [[nodiscard]] qint64 bytesRead() const;

    // Any thread.
    [[nodiscard]] quint64 count() const override;
    [[nodiscard]] RecordSummary summary(quint64 number) const override;
    [[nodiscard]] Result<Record> read(quint64 number) const override;
    [[nodiscard]] Result<QByteArray> payloadStart(quint64 number, qsizetype maxBytes) const override;
    [[nodiscard]] Result<Event> event(quint64 number) const override;
    [[nodiscard]] std::optional<ConnectionInfo> connection(ConnectionId id) const override;
    [[nodiscard]] std::vector<ConnectionInfo> connections() const;
    [[nodiscard]] bool isCutOff() const; ///< it ends inside a block, or was damaged there
    [[nodiscard]] QByteArray path() const; ///< empty for a private one
    [[nodiscard]] qint64 sizeOnDisk() const;

private:
    Recording();
    class Private;
    std::unique_ptr<Private> d;
};

using RecordingPtr = std::shared_ptr<Recording>;

} // namespace pipeglass::capture
