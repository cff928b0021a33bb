// SPDX-License-Identifier: MIT
#include "engine/sockets/descriptorlimit.h"

#include <cerrno>

#include <sys/resource.h>

namespace pipeglass::engine {

Status raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return failure(systemError(errno, "RLIMIT_NOFILE"));
    if (limit.rlim_cur == limit.rlim_max)
        return {};
    limit.rlim_cur = limit.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0)
        return failure(systemError(errno, "RLIMIT_NOFILE"));
    return {};
}

} // namespace pipeglass::engine
