// SPDX-License-Identifier: MIT
#include "programs/inheritedstate.h"

#include <unistd.h>

namespace pipeglass::programs {

namespace {

InheritedState currentState()
{
    InheritedState state;
    for (char **entry = environ; entry != nullptr && *entry != nullptr; ++entry)
        state.environment.emplace_back(*entry);
    ::sigemptyset(&state.ignored);
    for (int number = 1; number < NSIG; ++number) {
        struct sigaction action { };
        if (::sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN)
            ::sigaddset(&state.ignored, number);
    }
    ::pthread_sigmask(SIG_BLOCK, nullptr, &state.blocked);
    ::getrlimit(RLIMIT_NOFILE, &state.descriptors);
    return state;
}

} // namespace

const InheritedState &inheritedState()
{
    static const InheritedState state = currentState();
    return state;
}

} // namespace pipeglass::programs
