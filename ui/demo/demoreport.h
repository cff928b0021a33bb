// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>

namespace pipeglass::ui {

/// A model as a table of text with its titles, columns lined up: what the window shows, for a terminal. `columns` are
/// the ones to print.
[[nodiscard]] QString tableText(const QAbstractItemModel &model, const QList<int> &columns);

} // namespace pipeglass::ui
