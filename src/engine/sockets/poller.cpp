// SPDX-License-Identifier: MIT
#include "engine/sockets/poller.h"

#include <QScopedValueRollback>
#include <QSocketNotifier>

#include <array>
#include <utility>

#include <sys/epoll.h>

namespace pipeglass::engine {

namespace {

/// How often one wake-up asks for events: other events of the thread need their turn.
constexpr int roundsPerWakeUp = 8;

int descriptorOf(quint64 key) { return static_cast<int>(key & 0xFFFFFFFFU); }

quint32 eventsOf(Poller::Interests interests)
{
    quint32 events = interests.testFlag(Poller::Input) ? EPOLLIN | EPOLLRDHUP : EPOLLET;
    if (interests.testFlag(Poller::Room))
        events |= EPOLLOUT;
    return events;
}

} // namespace

std::shared_ptr<Poller> Poller::ofThread()
{
    thread_local std::weak_ptr<Poller> existing;
    std::shared_ptr<Poller> poller = existing.lock();
    if (poller == nullptr) {
        poller = std::shared_ptr<Poller>(new Poller);
        existing = poller;
    }
    return poller;
}

Poller::Poller()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (!m_epoll.isValid())
        return;
    m_notifier = new QSocketNotifier(m_epoll.get(), QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Poller::poll);
}

Poller::~Poller()
{
    // Before the descriptor goes: the event loop must not poll a number that may be somebody else's by then.
    delete m_notifier;
}

quint64 Poller::keyOf(int socket) const
{
    return quint64{ m_slots[static_cast<size_t>(socket)].use } << 32U | static_cast<quint32>(socket);
}

bool Poller::watch(int socket, Watcher &watcher, Interests interests)
{
    const auto at = static_cast<size_t>(socket);
    if (socket < 0 || !m_epoll.isValid())
        return false;
    if (m_slots.size() <= at)
        m_slots.resize(at + 1);
    Slot &slot = m_slots[at];
    ++slot.use;
    epoll_event event{};
    event.events = eventsOf(interests);
    event.data.u64 = keyOf(socket);
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, socket, &event) != 0)
        return false;
    slot.watcher = &watcher;
    return true;
}

void Poller::unwatch(int socket)
{
    const auto at = static_cast<size_t>(socket);
    if (socket < 0 || at >= m_slots.size() || m_slots[at].watcher == nullptr)
        return;
    m_slots[at].watcher = nullptr;
    epoll_event none{};
    (void)::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, socket, &none);
}

void Poller::setInterests(int socket, Interests interests)
{
    epoll_event event{};
    event.events = eventsOf(interests);
    event.data.u64 = keyOf(socket);
    (void)::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, socket, &event);
}

void Poller::again(int socket)
{
    m_again.push_back(keyOf(socket));
    if (!m_isPolling)
        pollLater();
}

void Poller::pollLater()
{
    if (!std::exchange(m_willContinue, true))
        QMetaObject::invokeMethod(this, &Poller::poll, Qt::QueuedConnection);
}

void Poller::dispatch(quint64 key, quint32 events)
{
    const int socket = descriptorOf(key);
    if (Watcher *watcher = m_slots[static_cast<size_t>(socket)].watcher; watcher != nullptr && keyOf(socket) == key)
        watcher->ready(events);
}

void Poller::poll()
{
    if (m_isPolling) // a watcher runs an event loop
        return;
    const std::shared_ptr<Poller> keptAlive = shared_from_this();
    m_willContinue = false;
    {
        const QScopedValueRollback guard(m_isPolling, true);
        std::array<epoll_event, 64> events;
        for (int round = 0; round < roundsPerWakeUp; ++round) {
            const std::vector<quint64> more = std::exchange(m_again, {});
            const int count = ::epoll_wait(m_epoll.get(), events.data(), static_cast<int>(events.size()), 0);
            for (const quint64 key : more)
                dispatch(key, 0);
            for (int i = 0; i < count; ++i)
                dispatch(events[static_cast<size_t>(i)].data.u64, events[static_cast<size_t>(i)].events);
            if (m_again.empty() && count < static_cast<int>(events.size()))
                break;
        }
    }
    if (!m_again.empty())
        pollLater();
}

} // namespace pipeglass::engine
