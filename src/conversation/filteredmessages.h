// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "core/growingindex.h"

namespace pipeglass::conversation {

/// Selected items of another list, in its order. One thread adds; any thread uses items below count() concurrently.
class FilteredMessages : public capture::MessageList {
public:
    explicit FilteredMessages(capture::MessageListPtr source)
        : m_source(std::move(source))
    {
    }

    void add(quint64 number) { m_numbers.append(static_cast<quint32>(number)); } ///< number in the source, ascending
    /// The item's number in the source.
    [[nodiscard]] quint64 sourceNumber(quint64 number) const { return m_numbers.at(number); }

    [[nodiscard]] quint64 count() const override { return m_numbers.count(); }
    [[nodiscard]] capture::RecordSummary summary(quint64 number) const override
    {
        return m_source->summary(sourceNumber(number));
    }
    [[nodiscard]] Result<capture::Record> read(quint64 number) const override
    {
        return m_source->read(sourceNumber(number));
    }
    [[nodiscard]] Result<QByteArray> payloadStart(quint64 number, qsizetype maxBytes) const override
    {
        return m_source->payloadStart(sourceNumber(number), maxBytes);
    }
    [[nodiscard]] Result<capture::Event> event(quint64 number) const override
    {
        return m_source->event(sourceNumber(number));
    }
    [[nodiscard]] std::optional<capture::ConnectionInfo> connection(ConnectionId id) const override
    {
        return m_source->connection(id);
    }

private:
    capture::MessageListPtr m_source;
    GrowingIndex<quint32> m_numbers; ///< a list holds at most 2^30 items
};

} // namespace pipeglass::conversation
