// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QObject>

class QSocketNotifier;

namespace pipeglass::cli {

/// Turns SIGINT, SIGTERM and SIGHUP (unless ignored, as with nohup) into a signal of the event loop. They are blocked
/// from construction on in this thread and those it starts, so create it before any other thread. One more than are
/// expected ends the program at once.
class Interrupts : public QObject {
    Q_OBJECT

public:
    Interrupts();
    ~Interrupts() override;

    /// Starts listening; needs the event loop. `expected`: so many are told.
    void listen(int expected);
    /// Readable while a signal is pending.
    [[nodiscard]] int fd() const { return m_fd.get(); }

Q_SIGNALS:
    void interrupted();

private:
    void receive();

    UniqueFd m_fd;
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_expected = 1;
};

} // namespace pipeglass::cli
