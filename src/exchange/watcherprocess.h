// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

#include <vector>

#include <sys/types.h>

namespace pipeglass::exchange {

/// A small process that acts as soon as this one is gone, also when it was killed: pipeglass-tap-watcher repairs one
/// journal entry, if that is there by then. It is no child of ours, and in a session of its own.
class WatcherProcess {
public:
    WatcherProcess() = default; ///< none
    /// `program` is installed as pipeglass-tap-watcher is. Fails with HelperFailed.
    [[nodiscard]] static Result<WatcherProcess> start(const char *program, const QByteArray &argument);
    /// Waits until it is ready; may block. Without an answer there is none.
    void awaitReady();

    [[nodiscard]] pid_t pid() const { return m_pid; } ///< once it is ready; 0: none
    void send(const std::vector<int> &descriptors) const; ///< once it is ready; at most 8
    void end() { m_link.reset(); } ///< as if we were gone

    // In the process itself, whose standard input is `link`.
    static void reportReady(int link);
    [[nodiscard]] static std::vector<UniqueFd> receive(int link); ///< waits for send(); empty: we are gone

private:
    explicit WatcherProcess(UniqueFd link);

    pid_t m_pid = 0;
    UniqueFd m_link; ///< its standard input: ends with us
};

} // namespace pipeglass::exchange
