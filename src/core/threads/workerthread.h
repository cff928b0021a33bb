// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <thread>

namespace pipeglass {

/// Starts `task` in a new thread. If none can be started (thread limit of the user or service), the returned thread is
/// not joinable and `task` has not run.
[[nodiscard]] std::thread startThread(std::function<void()> task);

/// Runs `task` in a new thread and waits for it, for actions that change the thread, such as entering a namespace.
/// False if no thread could be started: `task` has not run.
[[nodiscard]] bool runInThread(std::function<void()> task);

} // namespace pipeglass
