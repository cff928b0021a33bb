// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams/output.h"

#include <memory>

class QSocketNotifier;

namespace pipeglass::cli {

/// An Output on a descriptor that stays the caller's. Up to 16 MiB are buffered for a slow reader and written by the
/// event loop (so echo keeps serving its clients); beyond that, writing blocks. No wait continues after `abandon`
/// becomes readable (the user has interrupted); -1: none.
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
    std::unique_ptr<QSocketNotifier> m_notifier; ///< created when data must be buffered
};

} // namespace pipeglass::cli
