// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

#include <sys/types.h>

namespace pipeglass::exchange {

/// The process pipeglass-tap-watcher, which repairs one journal entry as soon as this process is gone. It is no child
/// of ours, and in a session of its own. Where the entry is deleted by then, it only ends.
class WatcherProcess {
public:
    WatcherProcess() = default; ///< none
    /// Fails with HelperFailed.
    [[nodiscard]] static Result<WatcherProcess> start(const QByteArray &journalLeaf);
    /// Waits until it is ready; may block. Without an answer there is none.
    void awaitReady();

    [[nodiscard]] pid_t pid() const { return m_pid; } ///< once it is ready; 0: none
    void end() { m_link.reset(); } ///< after the entry was deleted

private:
    explicit WatcherProcess(UniqueFd link);

    pid_t m_pid = 0;
    UniqueFd m_link; ///< its standard input: ends with us
};

} // namespace pipeglass::exchange
