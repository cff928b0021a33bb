// SPDX-License-Identifier: MIT
#include "exporting/recordingcopy.h"

#include <utility>

namespace pipeglass::exporting {

RecordingCopy::RecordingCopy(capture::RecordingPtr copy)
    : m_copy(std::move(copy))
{
}

Result<std::unique_ptr<RecordingCopy>> RecordingCopy::create(const QByteArray &path)
{
    return capture::Recording::create(path).map(
        [](const capture::RecordingPtr &copy) { return std::unique_ptr<RecordingCopy>(new RecordingCopy(copy)); });
}

Result<ConnectionId> RecordingCopy::connectionOf(const capture::MessageList &list, ConnectionId id)
{
    if (const auto found = m_connections.find(id); found != m_connections.end())
        return found->second;
    capture::ConnectionInfo info = list.connection(id).value_or(capture::ConnectionInfo());
    if (m_framing)
        info.framing = *m_framing;
    const auto added = m_copy->addConnection(std::move(info));
    if (added)
        m_connections.emplace(id, *added);
    return added;
}

Status RecordingCopy::take(const Item &item)
{
    const capture::RecordSummary summary = item.list.summary(item.position);
    const auto connection = connectionOf(item.list, summary.connection);
    if (!connection)
        return failure(connection.error());
    if (summary.isEvent) {
        auto event = item.list.event(item.position);
        if (!event)
            return failure(event.error());
        event->connection = *connection;
        return m_copy->append(*event).map([](quint64 /*number*/) {});
    }
    auto record = item.list.read(item.position);
    if (!record)
        return failure(record.error());
    record->connection = *connection;
    return m_copy->append(*record).map([](quint64 /*number*/) {});
}

} // namespace pipeglass::exporting
