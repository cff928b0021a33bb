// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/deletion.h"

namespace pipeglass::text {

/// What a cleaner of temporary directories will do to a file, and when, in one sentence. `isAlive`: a server is behind
/// it. Any thread.
[[nodiscard]] QString deletionSentence(const cleaning::Deletion &deletion, bool isAlive);

} // namespace pipeglass::text
