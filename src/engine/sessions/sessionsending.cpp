// SPDX-License-Identifier: MIT
// What a session sends: part of session.cpp.
#include "engine/sessions/session.h"

#include <utility>

namespace pipeglass::engine {

Status Session::send(const QByteArray &payload, ConnectionId to)
{
    const auto ours = facts().ours;
    if (!ours)
        return failure(ErrorCode::Unsupported, facts().path);
    if (m_closing || m_willClose)
        return failure(ErrorCode::PeerClosed, facts().path);
    Result<framing::Frame> frame = m_talk.framing[*ours]->encode(payload, *ours, m_talk.limit);
    if (!frame) {
        frame.error().subject = facts().path;
        return failure(frame.error());
    }
    if (!to.isValid() && (facts().hasMany || m_connections.isEmpty()))
        return sendToAll(*frame);
    return sendTo(to.isValid() ? m_connections.find(to) : m_connections.first(), *frame);
}

Status Session::sendTo(Connection *connection, const framing::Frame &frame) const
{
    const bool isThere = connection != nullptr && m_connections.hasBegun(connection->state().id);
    Status status = isThere ? connection->send(frame) : failure(ErrorCode::PeerClosed);
    if (!status)
        status.error().subject = facts().path;
    return status;
}

Status Session::sendToAll(const framing::Frame &frame)
{
    Status result = facts().hasMany ? failure(ErrorCode::PeerClosed, facts().path, tr("no client is connected"))
                                    : failure(ErrorCode::PeerClosed, facts().path);
    bool sentToSome = false;
    for (Connection *connection : m_connections.all()) { // sending can end one
        const ConnectionState &state = connection->state();
        if (!m_connections.hasBegun(state.id))
            continue;
        const Status status = sendTo(connection, frame);
        if (status)
            sentToSome = true;
        else
            m_recorder->record(capture::Event{ {}, state.id, capture::EventKind::NotSent, otherSide(*state.ours) });
        if (!status && result.error().code == ErrorCode::PeerClosed)
            result = status;
    }
    return sentToSome ? Status() : result;
}

} // namespace pipeglass::engine
