// SPDX-License-Identifier: MIT
#include "doctor/observation.h"

namespace pipeglass::doctor {

using catalog::Connection;
using catalog::PipeEntry;
using catalog::PipeState;

qint64 Observation::limitOf(Kind kind)
{
    switch (kind) {
    case Kind::ToServer:
    case Kind::ToClient:
        return unreadMs;
    case Kind::Waiting:
        return waitingMs;
    case Kind::Full:
        return fullMs;
    case Kind::State:
        break;
    }
    return stateMs;
}

quint64 Observation::idOf(const PipeEntry &pipe)
{
    return pipe.socketCookie != 0 ? pipe.socketCookie : pipe.socketInode;
}

Observation::Key Observation::unreadKey(const Connection &connection, bool toServer)
{
    const quint64 id = connection.cookie != 0 ? connection.cookie : connection.serverInode;
    return { toServer ? Kind::ToServer : Kind::ToClient, id, 0 };
}

Observation::Seen &Observation::note(const Key &key, qint64 atMs)
{
    const auto [found, isNew] = m_seen.try_emplace(key);
    if (isNew)
        found->second.since = atMs;
    found->second.last = atMs;
    return found->second;
}

void Observation::addState(const PipeEntry &pipe, qint64 atMs)
{
    const PipeState state = pipe.state;
    if (state == PipeState::Orphaned || state == PipeState::TakenOver || state == PipeState::ShutDown)
        note({ Kind::State, idOf(pipe), static_cast<int>(state) }, atMs);
    // The kernel queues one client more than the backlog says.
    if (state == PipeState::Listening && pipe.waiting && pipe.backlog && *pipe.waiting > *pipe.backlog)
        note({ Kind::Full, idOf(pipe), 0 }, atMs);
}

void Observation::addUnread(
    const PipeEntry &pipe, const Connection &connection, bool toServer, qint64 atMs, const FrontReader &readFront)
{
    const quint64 bytes = (toServer ? connection.unreadByServer : connection.unreadByClient).value_or(0);
    if (bytes == 0)
        return;
    Seen &seen = note(unreadKey(connection, toServer), atMs);
    if (bytes < seen.bytes) { // some were read
        seen = { atMs, atMs, bytes, {}, false };
        return;
    }
    seen.bytes = bytes;
    const qint64 age = atMs - seen.since;
    if (age == 0)
        return;
    if (!seen.isFrontRead) {
        seen.front = readFront(pipe, connection, toServer);
        seen.isFrontRead = true;
    } else if (age >= unreadMs && seen.front && readFront(pipe, connection, toServer) != seen.front) {
        seen = { atMs, atMs, bytes, {}, false };
    }
}

void Observation::add(const catalog::ConnectedSnapshot &look, qint64 atMs, const FrontReader &readFront)
{
    for (size_t row = 0; row < look.connections.size(); ++row) {
        const PipeEntry &pipe = *look.snapshot->entries[row];
        addState(pipe, atMs);
        for (const Connection &connection : look.connections[row]) {
            if (connection.isWaiting) {
                if (!connection.hasClientEnded()) // else it waits no more
                    note({ Kind::Waiting, connection.clientInode, 0 }, atMs);
                continue;
            }
            addUnread(pipe, connection, true, atMs, readFront);
            if (!connection.hasClientEnded())
                addUnread(pipe, connection, false, atMs, readFront);
        }
    }
    std::erase_if(m_seen, [atMs](const auto &item) { return item.second.last != atMs; });
}

bool Observation::isPending() const
{
    for (const auto &[key, seen] : m_seen) {
        if (seen.last - seen.since < limitOf(key.kind))
            return true;
    }
    return false;
}

bool Observation::lasted(const Key &key) const
{
    const auto found = m_seen.find(key);
    return found != m_seen.end() && found->second.last - found->second.since >= limitOf(key.kind);
}

bool Observation::isUnread(const Connection &connection, bool toServer) const
{
    return lasted(unreadKey(connection, toServer));
}

bool Observation::isWaiting(const Connection &connection) const
{
    return !connection.hasClientEnded() && lasted({ Kind::Waiting, connection.clientInode, 0 });
}

bool Observation::isFull(const PipeEntry &pipe) const { return lasted({ Kind::Full, idOf(pipe), 0 }); }

bool Observation::hasLasted(const PipeEntry &pipe) const
{
    return lasted({ Kind::State, idOf(pipe), static_cast<int>(pipe.state) });
}

} // namespace pipeglass::doctor
