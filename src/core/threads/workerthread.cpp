// SPDX-License-Identifier: MIT
#include "core/threads/workerthread.h"

#include <system_error>
#include <utility>

namespace pipeglass {

std::thread startThread(std::function<void()> task)
{
    try {
        return std::thread(std::move(task));
    } catch (const std::system_error &) {
        return {};
    }
}

bool runInThread(std::function<void()> task)
{
    std::thread thread = startThread(std::move(task));
    if (!thread.joinable())
        return false;
    thread.join();
    return true;
}

} // namespace pipeglass
