// SPDX-License-Identifier: MIT
#include "cli/run/signalforwarder.h"

#include <QSocketNotifier>

#include <csignal>
#include <ctime>
#include <vector>

#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pipeglass::cli {

namespace {

sigset_t handledSignals()
{
    sigset_t signals{};
    ::sigemptyset(&signals);
    for (const int number : { SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGTERM, SIGCHLD, SIGCONT, SIGTSTP,
                              SIGTTIN, SIGTTOU, SIGWINCH, SIGIO, SIGPWR, SIGURG, SIGVTALRM, SIGPROF })
        ::sigaddset(&signals, number);
    for (int number = SIGRTMIN; number <= SIGRTMAX; ++number)
        ::sigaddset(&signals, number);
    return signals;
}

bool endsPrograms(int number) { return number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT; }

} // namespace

SignalForwarder::SignalForwarder()
{
    const sigset_t signals = handledSignals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_fd = UniqueFd(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
}

SignalForwarder::~SignalForwarder() = default;

void SignalForwarder::start(pid_t child)
{
    m_child = child;
    m_notifier = std::make_unique<QSocketNotifier>(m_fd.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalForwarder::receive);
}

void SignalForwarder::stop()
{
    // What the terminal sent to both of us, and we have not read yet, is not meant for us alone.
    sigset_t both{};
    ::sigemptyset(&both);
    ::sigaddset(&both, SIGINT);
    ::sigaddset(&both, SIGQUIT);
    const timespec now{};
    siginfo_t info{};
    std::vector<int> others;
    for (int number = 0; (number = ::sigtimedwait(&both, &info, &now)) > 0;) {
        if (info.si_code == SI_KERNEL)
            m_fromTerminal.insert(number);
        else
            others.push_back(number);
    }
    m_child = 0;
    for (const int number : others)
        ::kill(::getpid(), number);
}

void SignalForwarder::receive()
{
    signalfd_siginfo info{};
    while (::read(m_fd.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        const int number = static_cast<int>(info.ssi_signo);
        if (number == SIGCHLD) {
            stopLikeChild();
        } else if (m_child == 0) {
            if (endsPrograms(number))
                Q_EMIT signalled(number);
        } else if (info.ssi_code == SI_KERNEL && (number == SIGINT || number == SIGQUIT)) {
            m_fromTerminal.insert(number);
        } else if (info.ssi_code != SI_KERNEL && static_cast<pid_t>(info.ssi_pid) != m_child) {
            ::kill(m_child, number);
        }
    }
}

void SignalForwarder::stopLikeChild()
{
    siginfo_t info{};
    if (m_child == 0 || ::waitid(P_PID, static_cast<id_t>(m_child), &info, WSTOPPED | WNOHANG) != 0
        || info.si_pid != m_child)
        return;
    sigset_t signals{};
    ::sigemptyset(&signals);
    ::sigaddset(&signals, info.si_status);
    ::kill(::getpid(), info.si_status);
    // Here we stop; SIGSTOP cannot be blocked.
    ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    ::kill(m_child, SIGCONT);
}

} // namespace pipeglass::cli
