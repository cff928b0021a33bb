// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "capture/mark.h"
#include "capture/messagereader.h"
#include "capture/record.h"
#include "core/result.h"

#include <memory>
#include <optional>
#include <vector>

namespace pipeglass::capture {

/// The data of an item that is available without reading the file.
struct RecordSummary {
    Timestamp time;
    ConnectionId connection;
    Side from = Side::Client;
    FrameProblem problem = FrameProblem::None;
    bool isEvent = false; ///< not a message: see MessageList::event()
    EventKind eventKind = EventKind::Note; ///< if isEvent
    qsizetype payloadSize = 0;
    qsizetype wireSize = 0;

    [[nodiscard]] bool isMalformed() const { return problem != FrameProblem::None; }
};

/// Messages and events in the order of their arrival: a recording, or a view of one. Items are numbered from 0 (for
/// people from 1); new ones are appended, and an item below count() never changes. Any thread.
class MessageList {
public:
    MessageList() = default;
    virtual ~MessageList() = default;
    MessageList(const MessageList &) = delete;
    MessageList &operator=(const MessageList &) = delete;

    [[nodiscard]] virtual quint64 count() const = 0;
    [[nodiscard]] virtual RecordSummary summary(quint64 number) const = 0;
    [[nodiscard]] virtual Result<Record> read(quint64 number) const = 0; ///< for a message
    /// For many messages.
    [[nodiscard]] virtual std::unique_ptr<MessageReader> reader() const;
    /// At most `maxBytes` from the start of a payload, for a list.
    [[nodiscard]] virtual Result<QByteArray> payloadStart(quint64 number, qsizetype maxBytes) const = 0;
    [[nodiscard]] virtual Result<Event> event(quint64 number) const = 0; ///< if isEvent
    /// Number of events before an item, which may be count(). A list that may be long does not count them one by one.
    [[nodiscard]] virtual quint64 eventsBefore(quint64 number) const;
    [[nodiscard]] virtual std::optional<ConnectionInfo> connection(ConnectionId id) const = 0;
    // Marks may change at any time.
    [[nodiscard]] virtual Mark mark(quint64 number) const;
    [[nodiscard]] virtual std::vector<quint64> markedItems() const; ///< ascending
    /// The number in the recording of the item to which a mark belongs.
    [[nodiscard]] virtual quint64 recordedNumber(quint64 number) const { return number; }
};

inline Mark MessageList::mark(quint64 /*number*/) const { return {}; }

inline std::vector<quint64> MessageList::markedItems() const { return {}; }

using MessageListPtr = std::shared_ptr<const MessageList>;

} // namespace pipeglass::capture
