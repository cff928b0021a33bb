// SPDX-License-Identifier: MIT
#pragma once

#include "capture/record.h"
#include "core/result.h"

#include <memory>
#include <optional>
#include <vector>

namespace pipeglass::capture {

/// What the index knows of a record without touching the disk; at most 32 bytes in memory each.
struct RecordSummary {
    Timestamp time;
    ConnectionId connection;
    Direction direction = Direction::In;
    bool malformed = false;
    bool isEvent = false; ///< no bytes passed: see Recording::eventText
    qsizetype payloadSize = 0;
    qsizetype wireSize = 0;
    EventKind eventKind = EventKind::Note; ///< where isEvent
};

/// A conversation on disk, as pcapng, while it grows or afterwards, with an index in memory. For each connection and
/// direction the wires of the records put together are exactly the stream that passed. FORMAT.md describes the file.
///
/// One thread appends (the engine's); any thread reads, at the same time: a record whose number is below count() is
/// complete and never changes. Numbers count from 0 here and from 1 for people.
class Recording {
public:
    /// Where it goes: an empty path means a private file (0600) in $XDG_STATE_HOME/pipeglass (in $TMPDIR or /tmp for an
    /// account without a home of its own), already unlinked, that ends with this object. A named file is created (0600,
    /// O_EXCL: nothing is overwritten; an existing one fails with FileExists).
    [[nodiscard]] static Result<std::shared_ptr<Recording>> create(const QByteArray &path = {});
    /// Opens a recording for reading. One that was cut off is read up to its last whole block, and isCutOff() says so.
    /// Fails with NoSuchFile, AccessDenied, NotARecording.
    [[nodiscard]] static Result<std::shared_ptr<Recording>> open(const QByteArray &path);
    ~Recording();
    Recording(const Recording &) = delete;
    Recording &operator=(const Recording &) = delete;

    // The appending thread. A failed append (DiskFull) leaves the recording as it was before it, readable.
    [[nodiscard]] Result<ConnectionId> addConnection(ConnectionInfo info);
    [[nodiscard]] Result<quint64> append(const Record &record); ///< the new record's number
    [[nodiscard]] Result<quint64>
    appendEvent(ConnectionId connection, Timestamp time, EventKind kind, const QString &text);
    [[nodiscard]] Status flush(); ///< hands everything to the kernel; done by itself before any read needs it

    // Any thread.
    [[nodiscard]] quint64 count() const;
    [[nodiscard]] RecordSummary summary(quint64 number) const;
    [[nodiscard]] Result<Record> read(quint64 number) const;
    /// The first bytes of a payload only, for a list.
    [[nodiscard]] Result<QByteArray> readPayloadStart(quint64 number, qsizetype maxBytes) const;
    [[nodiscard]] Result<QString> eventText(quint64 number) const;
    [[nodiscard]] std::vector<ConnectionInfo> connections() const;
    [[nodiscard]] std::optional<ConnectionInfo> connection(ConnectionId id) const;
    [[nodiscard]] bool isCutOff() const;
    [[nodiscard]] QByteArray path() const; ///< empty for a private one
    [[nodiscard]] qint64 sizeOnDisk() const;

private:
    Recording();
    class Private;
    std::unique_ptr<Private> d;
};

using RecordingPtr = std::shared_ptr<Recording>;

} // namespace pipeglass::capture
