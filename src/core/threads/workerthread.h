// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <thread>

namespace pipeglass {

/// Begins `task` in a thread of its own. Where none can be made, because the user or the service has as many as it may
/// have, nothing is begun and the thread is not joinable: work that is only shared is done by those that there are.
[[nodiscard]] std::thread startThread(std::function<void()> task);

/// Runs `task` in a thread of its own and waits for its end, for what may be done to no other thread, such as to enter
/// a namespace. False, and nothing was run, where none can be made.
[[nodiscard]] bool runInThread(std::function<void()> task);

} // namespace pipeglass
