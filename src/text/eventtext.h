// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "core/frameproblem.h"

#include <QString>

namespace pipeglass::text {

// Any thread.

/// What happened, in words. `ours`: which end this program was, if any.
[[nodiscard]] QString eventText(const capture::Event &event, std::optional<Side> ours);
/// Why bytes are no message: "a length that no message can have".
[[nodiscard]] QString problemText(FrameProblem problem);

} // namespace pipeglass::text
