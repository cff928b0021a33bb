// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass {

/// $XDG_STATE_HOME/pipeglass, or ~/.local/state/pipeglass (a relative value counts as unset, as the XDG specification
/// says). Empty if HOME is unset too: then no state can be saved.
[[nodiscard]] QByteArray stateDirectory();

} // namespace pipeglass
