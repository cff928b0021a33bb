// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QObject>

class QSocketNotifier;

namespace pipeglass::cli {

/// Turns SIGINT, SIGTERM and (where it is not ignored, as under nohup) SIGHUP into a signal of the event loop. From
/// construction on they are blocked in this thread and those it starts, so make it before any other thread. A second
/// one ends the program at once: somebody means it.
class Interrupts : public QObject {
    Q_OBJECT

public:
    Interrupts();
    ~Interrupts() override;

    /// Begins to listen; needs the application's event loop.
    void listen();
    /// Readable while one waits to be heard.
    [[nodiscard]] int fd() const { return m_fd.get(); }

Q_SIGNALS:
    void interrupted();

private:
    void hear();

    UniqueFd m_fd;
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_heard = false;
};

} // namespace pipeglass::cli
