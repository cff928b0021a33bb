// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/messagenumbers.h"
#include "filter/filter.h"

namespace pipeglass::conversation {

/// An item of a list as a filter sees it. What it does not know by itself is set before it is used.
class ListSubject final : public filter::Subject {
public:
    ListSubject(const capture::MessageList &list, capture::MessageReader &reader, quint64 item)
        : m_list(list)
        , m_reader(reader)
        , m_item(item)
        , m_summary(list.summary(item))
    {
    }

    [[nodiscard]] const capture::RecordSummary &summary() const override { return m_summary; }
    [[nodiscard]] std::optional<quint64> number() const override { return messageNumber; }
    [[nodiscard]] std::optional<Side> ours() const override { return ourSide; }
    [[nodiscard]] std::optional<qint64> latency() const override { return answerTime; }
    [[nodiscard]] Result<Slice> payload() const override { return m_reader.payload(m_item); }
    [[nodiscard]] capture::Mark mark() const override { return m_list.mark(m_item); }

    std::optional<quint64> messageNumber;
    std::optional<Side> ourSide;
    std::optional<qint64> answerTime;

private:
    const capture::MessageList &m_list;
    capture::MessageReader &m_reader;
    quint64 m_item;
    capture::RecordSummary m_summary;
};

/// Tests items of a list in any order. One thread.
class ItemTest {
public:
    ItemTest(filter::Filter filter, capture::MessageListPtr list, MessageNumbersPtr numbers);

    [[nodiscard]] bool needsLatency() const { return m_needsLatency; }
    /// `latency`: of an answer, if needed. Fails as reading the item does.
    [[nodiscard]] Result<bool> matches(quint64 item, std::optional<qint64> latency);

private:
    filter::Filter m_filter;
    capture::MessageListPtr m_list;
    std::unique_ptr<capture::MessageReader> m_reader;
    MessageNumbersPtr m_numbers;
    bool m_needsLatency;
    bool m_needsDirection;
    bool m_needsNumber;
};

} // namespace pipeglass::conversation
