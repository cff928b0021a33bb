// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams/output.h"

#include <memory>

class QSocketNotifier;

namespace pipeglass::cli {

/// An Output on a descriptor that stays the caller's. A reader that is slow, or that does not read at all, holds nobody
/// up until 16 MiB wait for it (an echo goes on serving its clients while a script keeps its pipe and looks away); then
/// writing waits, so nothing is lost and memory is bounded. No wait goes on past `abandon`, a descriptor that becomes
/// readable when the person has had enough; -1 for none. What waits is written by the event loop, where there is one.
class FdOutput : public Output {
public:
    explicit FdOutput(int fd, int abandon = -1);
    ~FdOutput() override;

    void write(QByteArrayView bytes) override;
    void flush() override;
    void drain(bool hurry) override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] int systemError() const override { return m_systemError; }
    [[nodiscard]] bool isTerminal() const override { return m_isTerminal; }

private:
    enum class Room { Yes, NotInTime, Abandoned };
    [[nodiscard]] Room waitForRoom(int timeoutMs) const;
    void writeDownTo(qsizetype size, int timeoutMs);
    void writeOnce();
    void end(State state);
    void watch();

    int m_fd;
    int m_abandon;
    bool m_isTerminal;
    bool m_neverBlocks;
    State m_state = State::Good;
    int m_systemError = 0;
    QByteArray m_held;
    std::unique_ptr<QSocketNotifier> m_notifier; ///< made when something has to wait for the first time
};

} // namespace pipeglass::cli
