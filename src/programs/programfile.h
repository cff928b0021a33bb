// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <vector>

namespace pipeglass::programs {

/// The paths at which execvp() would try a program, in order; one where `word` has a slash. A relative one counts from
/// `directory`, which is empty for the current one. Fails with ProgramNotFound or ProgramNotExecutable where none of
/// them can be executed.
[[nodiscard]] Result<std::vector<QByteArray>>
programFiles(const QByteArray &word, const std::vector<QByteArray> &environment, const QByteArray &directory);

} // namespace pipeglass::programs
