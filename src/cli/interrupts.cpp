// SPDX-License-Identifier: MIT
#include "cli/interrupts.h"

#include "cli/exitcode.h"

#include <QSocketNotifier>

#include <csignal>

#include <sys/signalfd.h>
#include <unistd.h>

namespace pipeglass::cli {

namespace {

bool isIgnored(int signal)
{
    struct sigaction action { };
    return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

} // namespace

Interrupts::Interrupts()
{
    sigset_t signals{};
    sigemptyset(&signals);
    // A shell script ignores SIGINT for background jobs; `kill -INT` must work for them too.
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    if (!isIgnored(SIGHUP))
        sigaddset(&signals, SIGHUP);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_fd = UniqueFd(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
}

Interrupts::~Interrupts() = default;

void Interrupts::listen(int expected)
{
    m_expected = expected;
    m_notifier = std::make_unique<QSocketNotifier>(m_fd.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Interrupts::receive);
}

void Interrupts::receive()
{
    signalfd_siginfo info{};
    while (::read(m_fd.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        if (m_expected-- <= 0)
            ::_exit(static_cast<int>(ExitCode::Interrupted));
        Q_EMIT interrupted();
    }
}

} // namespace pipeglass::cli
