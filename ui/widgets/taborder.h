// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace pipeglass::ui {

/// Lets Tab follow the layouts of a dialog, in reading order, in whatever order its widgets were made. Call it when all
/// are in their places, and again after rows were added or moved.
void orderTabsByLayout(QWidget &dialog);

} // namespace pipeglass::ui
