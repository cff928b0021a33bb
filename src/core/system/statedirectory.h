// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass {

/// $XDG_STATE_HOME/pipeglass, or ~/.local/state/pipeglass, as the environment has it now (a relative value counts as
/// unset, as the XDG specification says). Empty where there is no home either: then nothing can be kept.
[[nodiscard]] QByteArray stateDirectory();

} // namespace pipeglass
