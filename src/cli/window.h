// SPDX-License-Identifier: MIT
#pragma once

namespace pipeglass::cli {

/// Executes `pipeglass-gui` if it is installed next to this program; returns if it is not.
void executeWindow();

} // namespace pipeglass::cli
