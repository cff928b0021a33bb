// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

#include <signal.h>
#include <sys/resource.h>

namespace pipeglass::programs {

/// What a program gets from whoever starts it.
struct InheritedState {
    std::vector<QByteArray> environment; ///< NAME=value, raw bytes
    sigset_t blocked{}; ///< signals
    sigset_t ignored{};
    rlimit descriptors{};
};

/// That of this process at the first call: each main calls it before it changes any of these, so that a program that is
/// started later gets them as we did.
const InheritedState &inheritedState();

} // namespace pipeglass::programs
