// SPDX-License-Identifier: MIT
#pragma once

#include "doctor/facts/facts.h"

#include <map>
#include <set>

namespace pipeglass::doctor {

/// Reads LackingProcess and SeekingProcess from /proc. Remembers what a process has in its memory for a minute, because
/// that is expensive to search. One thread at a time.
class ProcessReader {
public:
    /// Processes in our own mount namespace whose account has groups that they lack. May ask a directory server.
    [[nodiscard]] static std::vector<LackingProcess> lacking();

    /// .NET processes whose directory for pipes is not that of every live pipe, with the paths of pipes that they use:
    /// from their memory, or if that may not be read, from words of their command line that name a live pipe. Empty if
    /// all pipes are in the directory of all processes.
    [[nodiscard]] std::vector<SeekingProcess>
    seeking(const catalog::ConnectedSnapshot &look, const std::vector<PipeFacts> &facts);

private:
    struct Searched {
        quint64 startTime = 0;
        qint64 atMs = 0;
        std::optional<std::set<QByteArray>> paths;
    };
    [[nodiscard]] std::optional<std::set<QByteArray>> pathsOf(pid_t pid);

    std::map<pid_t, Searched> m_searched;
};

} // namespace pipeglass::doctor
