// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

namespace pipeglass::test {

/// Runs `task` in a child with mounts of its own (nothing that it mounts is seen outside, and all of it goes with it)
/// and gives what it returned; -1 if there can be no such child. Needs root.
[[nodiscard]] int inMountNamespace(const std::function<int()> &task);

/// Runs `task` in a child of another user without groups; -1 likewise.
[[nodiscard]] int asUser(unsigned uid, const std::function<int()> &task);

} // namespace pipeglass::test
