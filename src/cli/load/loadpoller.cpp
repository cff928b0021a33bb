// SPDX-License-Identifier: MIT
#include "cli/load/loadpoller.h"

#include "cli/load/loadclient.h"

#include <QSocketNotifier>

#include <array>

#include <sys/epoll.h>

namespace pipeglass::cli {

namespace {

epoll_event eventsFor(LoadClient *client, bool writing)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLRDHUP | (writing ? EPOLLOUT : 0U);
    event.data.ptr = client;
    return event;
}

} // namespace

LoadPoller::LoadPoller(QObject *parent)
    : QObject(parent)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    auto *notifier = new QSocketNotifier(m_epoll.get(), QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &LoadPoller::dispatch);
}

bool LoadPoller::add(int socket, LoadClient *client) const
{
    epoll_event event = eventsFor(client, false);
    return ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, socket, &event) == 0;
}

void LoadPoller::setWriting(int socket, LoadClient *client, bool on) const
{
    epoll_event event = eventsFor(client, on);
    (void)::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, socket, &event);
}

void LoadPoller::dispatch() const
{
    std::array<epoll_event, 512> events{};
    const int count = ::epoll_wait(m_epoll.get(), events.data(), static_cast<int>(events.size()), 0);
    for (int i = 0; i < count; ++i)
        static_cast<LoadClient *>(events[static_cast<size_t>(i)].data.ptr)->handleReady();
}

} // namespace pipeglass::cli
