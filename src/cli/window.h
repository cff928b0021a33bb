// SPDX-License-Identifier: MIT
#pragma once

namespace pipeglass::cli {

/// Becomes `pipeglass-gui` if it is installed beside this program; returns if it is not.
void becomeWindow();

} // namespace pipeglass::cli
