// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"

namespace pipeglass::text {

/// What happened, in words: what was noted with the event, or else its kind. Any thread.
[[nodiscard]] QString eventText(const capture::Recording &recording, quint64 number);

} // namespace pipeglass::text
