// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "core/frameproblem.h"

#include <QString>

namespace pipeglass::text {

// Any thread.

/// An event as text. `ours`: the end that belongs to this program, if any.
[[nodiscard]] QString eventText(const capture::Event &event, std::optional<Side> ours);
/// Why bytes are not a message: "invalid length".
[[nodiscard]] QString problemText(FrameProblem problem);

} // namespace pipeglass::text
