// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "capture/record.h"
#include "core/result.h"

#include <memory>
#include <optional>

namespace pipeglass::capture {

/// What a list knows of an item without touching the disk.
struct RecordSummary {
    Timestamp time;
    ConnectionId connection;
    Side from = Side::Client;
    FrameProblem problem = FrameProblem::None;
    bool isEvent = false; ///< no bytes passed: see MessageList::event()
    EventKind eventKind = EventKind::Note; ///< where isEvent
    qsizetype payloadSize = 0;
    qsizetype wireSize = 0;

    [[nodiscard]] bool isMalformed() const { return problem != FrameProblem::None; }
};

/// Messages and events in the order in which they passed: a recording, or a view of one. Items are numbered from 0
/// (from 1 for people); they only ever come at the end, and an item whose number is below count() never changes. Any
/// thread.
class MessageList {
public:
    MessageList() = default;
    virtual ~MessageList() = default;
    MessageList(const MessageList &) = delete;
    MessageList &operator=(const MessageList &) = delete;

    [[nodiscard]] virtual quint64 count() const = 0;
    [[nodiscard]] virtual RecordSummary summary(quint64 number) const = 0;
    [[nodiscard]] virtual Result<Record> read(quint64 number) const = 0; ///< of a message
    /// The first bytes of a payload only, for a list.
    [[nodiscard]] virtual Result<QByteArray> payloadStart(quint64 number, qsizetype maxBytes) const = 0;
    [[nodiscard]] virtual Result<Event> event(quint64 number) const = 0; ///< where the summary says isEvent
    [[nodiscard]] virtual std::optional<ConnectionInfo> connection(ConnectionId id) const = 0;
};

using MessageListPtr = std::shared_ptr<const MessageList>;

} // namespace pipeglass::capture
