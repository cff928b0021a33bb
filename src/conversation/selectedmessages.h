// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"

#include <algorithm>
#include <atomic>
#include <limits>

namespace pipeglass::conversation {

/// Some items of another list, in its order. Any thread.
class SelectedMessages : public capture::MessageList {
public:
    explicit SelectedMessages(capture::MessageListPtr source)
        : m_source(std::move(source))
    {
    }

    [[nodiscard]] const capture::MessageListPtr &source() const { return m_source; }
    /// The item's number in the source.
    [[nodiscard]] virtual quint64 sourceNumber(quint64 number) const = 0;
    /// The first item that is not before `sourceItem` of the source; count() if there is none.
    [[nodiscard]] virtual quint64 firstFrom(quint64 sourceItem) const = 0;

    [[nodiscard]] capture::RecordSummary summary(quint64 number) const override
    {
        return m_source->summary(sourceNumber(number));
    }
    [[nodiscard]] Result<capture::Record> read(quint64 number) const override
    {
        return m_source->read(sourceNumber(number));
    }
    [[nodiscard]] std::unique_ptr<capture::MessageReader> reader() const override
    {
        return std::make_unique<Reader>(*this);
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
    [[nodiscard]] capture::Mark mark(quint64 number) const override { return m_source->mark(sourceNumber(number)); }
    [[nodiscard]] std::vector<quint64> markedItems() const override
    {
        std::vector<quint64> items;
        for (const quint64 marked : m_source->markedItems()) {
            const quint64 number = firstFrom(marked);
            if (number < count() && sourceNumber(number) == marked)
                items.push_back(number);
        }
        return items;
    }
    [[nodiscard]] quint64 recordedNumber(quint64 number) const override
    {
        return m_source->recordedNumber(sourceNumber(number));
    }

private:
    class Reader final : public capture::MessageReader {
    public:
        explicit Reader(const SelectedMessages &list)
            : m_list(list)
            , m_reader(list.m_source->reader())
        {
        }

        [[nodiscard]] Result<capture::Record> read(quint64 number) override
        {
            return m_reader->read(m_list.sourceNumber(number));
        }
        [[nodiscard]] Result<Slice> payload(quint64 number) override
        {
            return m_reader->payload(m_list.sourceNumber(number));
        }

    private:
        const SelectedMessages &m_list;
        std::unique_ptr<capture::MessageReader> m_reader;
    };

    capture::MessageListPtr m_source;
};

using SelectedMessagesPtr = std::shared_ptr<const SelectedMessages>;

/// The items of another list from one on, also those that come later, up to an end that can be moved.
class MessageRange final : public SelectedMessages {
public:
    explicit MessageRange(capture::MessageListPtr source, quint64 first = 0)
        : SelectedMessages(std::move(source))
        , m_first(first)
    {
    }

    /// Hides the items of the source from `end` on. An end below one that was shown breaks the list's contract.
    void setEnd(quint64 end) { m_end = end; }
    void removeEnd() { m_end = std::numeric_limits<quint64>::max(); }

    [[nodiscard]] quint64 sourceNumber(quint64 number) const override { return m_first + number; }
    [[nodiscard]] quint64 firstFrom(quint64 sourceItem) const override
    {
        return std::min(count(), sourceItem - std::min(sourceItem, m_first));
    }
    [[nodiscard]] quint64 count() const override
    {
        const quint64 end = std::min<quint64>(source()->count(), m_end);
        return end - std::min(end, m_first);
    }
    [[nodiscard]] quint64 eventsBefore(quint64 number) const override
    {
        return source()->eventsBefore(m_first + number) - source()->eventsBefore(m_first);
    }

private:
    quint64 m_first;
    std::atomic<quint64> m_end = std::numeric_limits<quint64>::max();
};

} // namespace pipeglass::conversation
