// SPDX-License-Identifier: MIT
#include "engine/sockets/hangupwatch.h"

#include <QSocketNotifier>

#include <sys/epoll.h>

namespace pipeglass::engine {

HangupWatch::HangupWatch(int socket, QObject *parent)
    : QObject(parent)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (!m_epoll.isValid())
        return;
    epoll_event nothing{};
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, socket, &nothing) != 0)
        return;
    m_notifier = new QSocketNotifier(m_epoll.get(), QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT hungUp();
    });
}

HangupWatch::~HangupWatch()
{
    // Before the descriptor goes: the event loop must not poll a number that may be somebody else's by then.
    delete m_notifier;
}

} // namespace pipeglass::engine
