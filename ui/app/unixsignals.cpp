// SPDX-License-Identifier: MIT
#include "app/unixsignals.h"

#include <QSocketNotifier>

#include <csignal>

#include <sys/signalfd.h>
#include <unistd.h>

namespace pipeglass::ui {

namespace {

bool isIgnored(int signal)
{
    struct sigaction action { };
    return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

sigset_t ours()
{
    sigset_t set{};
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    if (!isIgnored(SIGHUP)) // ignored under nohup
        sigaddset(&set, SIGHUP);
    return set;
}

} // namespace

void UnixSignals::block()
{
    const sigset_t set = ours();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    block();
    const sigset_t set = ours();
    m_signals = UniqueFd(signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
    if (!m_signals.isValid())
        return;
    auto *notifier = new QSocketNotifier(m_signals.get(), QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo which{};
        while (::read(m_signals.get(), &which, sizeof which) == static_cast<ssize_t>(sizeof which)) { }
        Q_EMIT quitRequested();
    });
}

UnixSignals::~UnixSignals()
{
    const sigset_t set = ours();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

} // namespace pipeglass::ui
