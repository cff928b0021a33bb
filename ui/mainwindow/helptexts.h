// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

class QAction;
class QWidget;

namespace pipeglass::ui {

// Both open a window of their own and return at once.

void openAbout(QWidget *parent);
/// The keys of `actions`, and those that belong to no action.
void openShortcuts(const QList<QAction *> &actions, QWidget *parent);

} // namespace pipeglass::ui
