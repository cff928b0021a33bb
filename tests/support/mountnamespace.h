// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

namespace pipeglass::test {

/// Runs `task` in a child with its own mount namespace and returns its result; -1 if that is not possible. Needs root.
[[nodiscard]] int inMountNamespace(const std::function<int()> &task);

/// Runs `task` in a child of another user without groups; -1 likewise.
[[nodiscard]] int asUser(unsigned uid, const std::function<int()> &task);

} // namespace pipeglass::test
