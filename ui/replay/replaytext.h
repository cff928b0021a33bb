// SPDX-License-Identifier: MIT
#pragma once

#include "engine/replay/replayinfo.h"

#include <QString>

namespace pipeglass::ui {

/// The state or result of a replay in sentences.
[[nodiscard]] QString replaySentence(const engine::ReplayInfo &replay);

} // namespace pipeglass::ui
