// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QObject>

#include <memory>
#include <set>

#include <sys/types.h>

class QSocketNotifier;

namespace pipeglass::cli {

/// Signals for a program that runs as our child and in our process group. Those of the terminal reach it anyway; those
/// that somebody sends to us are passed on. When it is stopped we stop too, so that the shell sees a stopped job, and
/// when we are continued it is. All these signals are blocked from construction on in this thread and those it starts.
class SignalForwarder : public QObject {
    Q_OBJECT

public:
    SignalForwarder();
    ~SignalForwarder() override;

    void start(pid_t child);
    void stop(); ///< it has ended: `signalled` comes instead
    /// Whether the terminal sent this signal to it and us, of SIGINT and SIGQUIT.
    [[nodiscard]] bool cameFromTerminal(int number) const { return m_fromTerminal.count(number) > 0; }

Q_SIGNALS:
    void signalled(int number); ///< SIGINT, SIGTERM, SIGHUP or SIGQUIT after stop()

private:
    void receive();
    void stopLikeChild();

    UniqueFd m_fd; ///< a signalfd
    std::unique_ptr<QSocketNotifier> m_notifier;
    pid_t m_child = 0;
    std::set<int> m_fromTerminal;
};

} // namespace pipeglass::cli
