// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>

namespace pipeglass::ui {

/// A model as an aligned text table with headers, for a terminal. `columns`: the columns to print.
[[nodiscard]] QString tableText(const QAbstractItemModel &model, const QList<int> &columns);

} // namespace pipeglass::ui
