// SPDX-License-Identifier: MIT
#include "decoding/protocols/hpack/headertracker.h"

namespace pipeglass::decoding {

std::shared_ptr<const HeaderState> HeaderTracker::state(ConnectionId connection, Side from) const
{
    const auto found = m_states.find(connection);
    return found == m_states.end() ? nullptr : found->second[from];
}

void HeaderTracker::add(ConnectionId connection, Side from, QByteArrayView frame)
{
    if (!HeaderFrame::of(frame))
        return;
    // Of connections whose end was missed.
    constexpr size_t mostConnections = 10'000;
    if (m_states.size() >= mostConnections)
        m_states.clear();
    std::shared_ptr<const HeaderState> &known = m_states[connection][from];
    auto next = known ? std::make_shared<HeaderState>(*known) : std::make_shared<HeaderState>();
    (void)next->add(frame);
    known = std::move(next);
}

} // namespace pipeglass::decoding
