// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"

namespace pipeglass::ui {

class MainWindow;

/// Opens the files and the conversation that the command line names.
void openNamed(const CommandLine &line, MainWindow &window);

} // namespace pipeglass::ui
