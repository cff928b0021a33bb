// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/deletion.h"

namespace pipeglass::text {

/// One sentence: which cleaner deletes the file, and when. `isAlive`: a server is behind it. Any thread.
[[nodiscard]] QString deletionSentence(const cleaning::Deletion &deletion, bool isAlive);

} // namespace pipeglass::text
