// SPDX-License-Identifier: MIT
#pragma once

class QMenuBar;
class QWidget;

namespace pipeglass::ui {

// Both open a window and return at once.

void openAbout(QWidget *parent);
/// The shortcuts of all menus, and others.
void openShortcuts(const QMenuBar &menus, QWidget *parent);

} // namespace pipeglass::ui
