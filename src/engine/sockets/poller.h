// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QObject>

#include <memory>
#include <vector>

class QSocketNotifier;

namespace pipeglass::engine {

/// Watches the sockets of one thread with epoll, by one notifier of the thread's event loop: the notifiers of Qt cost
/// a poll() over all of them at each wake-up, so they become slow with many connections.
///
/// Input is reported for as long as there is any. Hang-ups and errors are always reported: with input asked for as long
/// as it is, otherwise once.
class Poller : public QObject, public std::enable_shared_from_this<Poller> {
public:
    /// Is told of its socket. May do anything in ready(), also unwatch() or delete itself or others.
    class Watcher {
    public:
        virtual ~Watcher() = default;
        /// `events` as in epoll_event; 0 after again().
        virtual void ready(quint32 events) = 0;
    };

    /// Of the calling thread, which runs an event loop. It lives as long as somebody holds it.
    [[nodiscard]] static std::shared_ptr<Poller> ofThread();
    ~Poller() override;

    enum Interest : quint32 {
        Nothing = 0,
        Input = 1, ///< bytes or an end-of-file
        Room = 2, ///< the socket can be written to
    };
    Q_DECLARE_FLAGS(Interests, Interest)

    /// Reports what happens at `socket`. `watcher` lives until unwatch(). False if the kernel refuses, for example
    /// without descriptors left.
    [[nodiscard]] bool watch(int socket, Watcher &watcher, Interests interests);
    void setInterests(int socket, Interests interests);
    /// Call it before the descriptor is closed.
    void unwatch(int socket);
    /// Calls ready(0) of the socket's watcher when the others have had their turn.
    void again(int socket);

private:
    Poller();
    void poll();
    void pollLater();
    void dispatch(quint64 key, quint32 events);
    [[nodiscard]] quint64 keyOf(int socket) const;

    struct Slot {
        Watcher *watcher = nullptr;
        quint32 use = 0; ///< counts the watchers of this number, so that an old event does not reach a new one
    };

    UniqueFd m_epoll;
    QSocketNotifier *m_notifier = nullptr;
    std::vector<Slot> m_slots; ///< by descriptor
    std::vector<quint64> m_again; ///< keys
    bool m_isPolling = false;
    bool m_willContinue = false;
};

} // namespace pipeglass::engine
