// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <functional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::test {

/// A child process of another user that runs a task on request. Needs root.
class Identity {
public:
    Identity(uid_t uid, std::vector<gid_t> groups, std::function<int()> task);
    ~Identity();
    Identity(Identity &&) noexcept = default;
    Identity(const Identity &) = delete;
    Identity &operator=(const Identity &) = delete;
    Identity &operator=(Identity &&) = delete;

    /// Starts the task in the child; finish() reads the answer, so that several children run in parallel.
    void start() const;
    [[nodiscard]] int finish() const;

    [[nodiscard]] pid_t pid() const { return m_pid; }

private:
    UniqueFd m_link;
    pid_t m_pid = -1;
};

} // namespace pipeglass::test
