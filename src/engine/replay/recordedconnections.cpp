// SPDX-License-Identifier: MIT
#include "engine/replay/recordedconnections.h"

#include <QCoreApplication>

#include <algorithm>

namespace pipeglass::engine {

bool RecordedConnections::add(quint64 items)
{
    const quint64 count = m_list->count();
    const quint64 end = qMin(count, m_links.size() + items);
    for (quint64 at = m_links.size(); at < end; ++at) {
        const auto item = static_cast<quint32>(at);
        const capture::RecordSummary summary = m_list->summary(at);
        if (!summary.isEvent)
            ++m_messages;
        m_links.push_back({ 0, m_messages });
        if (summary.isEvent && summary.eventKind == capture::EventKind::Lost)
            m_hasLosses = true;
        if (summary.isEvent && summary.eventKind == capture::EventKind::Missed)
            continue;
        const auto [place, isNew] = m_places.try_emplace(summary.connection, m_connections.size());
        if (isNew) {
            m_connections.push_back({ summary.connection, item, item, summary.time });
            continue;
        }
        Connection &connection = m_connections[place->second];
        m_links[connection.last].next = item;
        connection.last = item;
    }
    return end < count;
}

Status RecordedConnections::select(const std::vector<ConnectionId> &wanted)
{
    for (const ConnectionId id : wanted) {
        if (m_places.count(id) == 0)
            return failure(
                ErrorCode::InvalidArgument, QByteArray::number(id.value),
                QCoreApplication::translate("Replay", "there is no such connection in the recording"));
    }
    const auto isUnwanted = [&](const Connection &connection) {
        return std::find(wanted.begin(), wanted.end(), connection.id) == wanted.end();
    };
    m_connections.erase(std::remove_if(m_connections.begin(), m_connections.end(), isUnwanted), m_connections.end());
    return {};
}

std::optional<quint32> RecordedConnections::next(quint32 item) const
{
    const quint32 next = m_links[item].next;
    return next == 0 ? std::nullopt : std::optional(next);
}

quint64 RecordedConnections::messageNumber(quint32 item) const { return m_links[item].number; }

Result<PerSide<framing::FramingPtr>>
framingOf(const RecordedConnections &recorded, ConnectionId connection, const framing::FramingRegistry &framings)
{
    const auto info = recorded.list()->connection(connection);
    PerSide<framing::FramingPtr> framing;
    for (const Side side : { Side::Client, Side::Server }) {
        const QByteArray id = info ? info->framing[side] : QByteArray();
        if (id.isEmpty()) {
            framing[side] = framings.raw();
            continue;
        }
        const auto found = framings.parse(id);
        if (!found)
            return failure(found.error());
        framing[side] = *found;
    }
    return framing;
}

} // namespace pipeglass::engine
