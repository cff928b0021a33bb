// SPDX-License-Identifier: MIT
#pragma once

class QMenuBar;
class QWidget;

namespace pipeglass::ui {

// Both open a window of their own and return at once.

void openAbout(QWidget *parent);
/// The keys of all that the menus hold, and those that belong to no menu.
void openShortcuts(const QMenuBar &menus, QWidget *parent);

} // namespace pipeglass::ui
