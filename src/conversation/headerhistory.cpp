// SPDX-License-Identifier: MIT
#include "conversation/headerhistory.h"

#include <algorithm>

namespace pipeglass::conversation {

namespace {

bool isHttp2(const capture::MessageList &list, const capture::RecordSummary &summary)
{
    if (summary.isEvent || summary.isMalformed())
        return false;
    const auto info = list.connection(summary.connection);
    return info && info->framing[summary.from] == "http2";
}

} // namespace

std::shared_ptr<const decoding::HeaderState> HeaderHistory::before(const capture::MessageList &list, quint64 item)
{
    const capture::RecordSummary summary = list.summary(item);
    if (!isHttp2(list, summary))
        return nullptr;
    if (item < m_next || item - m_next > distance) {
        m_tracker = {};
        m_next = item - std::min(item, distance);
    }
    for (; m_next < item; ++m_next) {
        const capture::RecordSummary one = list.summary(m_next);
        if (!isHttp2(list, one))
            continue;
        // Most frames are data.
        const auto type = list.payloadStart(m_next, 1);
        if (!type || type->isEmpty() || !decoding::HeaderFrame::hasHeaders(static_cast<quint8>(type->front())))
            continue;
        if (const auto record = list.read(m_next))
            m_tracker.add(one.connection, one.from, record->payload().view());
    }
    return m_tracker.state(summary.connection, summary.from);
}

} // namespace pipeglass::conversation
