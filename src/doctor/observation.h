// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

#include <functional>
#include <map>

namespace pipeglass::doctor {

/// The first unread bytes of a connection in one direction; nullopt: they cannot be read.
using FrontReader = std::function<std::optional<QByteArray>(
    const catalog::PipeEntry &pipe, const catalog::Connection &connection, bool toServer)>;

/// Follows what may be wrong over several looks: what healthy programs do for a moment (a client waits, bytes are
/// unread, a server re-creates its file) is no finding before it has lasted. Times are of a monotonic clock, in
/// milliseconds.
class Observation {
public:
    static constexpr qint64 unreadMs = 10'000;
    static constexpr qint64 waitingMs = 5'000;
    static constexpr qint64 fullMs = 2'000;
    static constexpr qint64 stateMs = 1'000;

    /// `readFront` tells whether the same bytes are still at the front of a queue of constant length.
    void add(const catalog::ConnectedSnapshot &look, qint64 atMs, const FrontReader &readFront);

    /// Whether something was seen that has not lasted long enough to be judged.
    [[nodiscard]] bool isPending() const;

    [[nodiscard]] bool isUnread(const catalog::Connection &connection, bool toServer) const;
    [[nodiscard]] bool isWaiting(const catalog::Connection &connection) const;
    [[nodiscard]] bool isFull(const catalog::PipeEntry &pipe) const;
    /// Whether the state of a listener (Orphaned, TakenOver, ShutDown) has lasted.
    [[nodiscard]] bool hasLasted(const catalog::PipeEntry &pipe) const;

private:
    enum class Kind { ToServer, ToClient, Waiting, Full, State };
    struct Key {
        Kind kind;
        quint64 id; ///< of a socket: cookie or inode
        int detail; ///< the state
        friend constexpr auto operator<=>(const Key &, const Key &) = default;
    };
    struct Seen {
        qint64 since = 0;
        qint64 last = 0;
        quint64 bytes = 0;
        std::optional<QByteArray> front = {};
        bool isFrontRead = false;
    };

    Seen &note(const Key &key, qint64 atMs);
    void addState(const catalog::PipeEntry &pipe, qint64 atMs);
    void addUnread(
        const catalog::PipeEntry &pipe, const catalog::Connection &connection, bool toServer, qint64 atMs,
        const FrontReader &readFront);
    [[nodiscard]] bool lasted(const Key &key) const;
    [[nodiscard]] static qint64 limitOf(Kind kind);
    [[nodiscard]] static quint64 idOf(const catalog::PipeEntry &pipe);
    [[nodiscard]] static Key unreadKey(const catalog::Connection &connection, bool toServer);

    std::map<Key, Seen> m_seen;
};

} // namespace pipeglass::doctor
