// SPDX-License-Identifier: MIT
#pragma once

#include "models/piperow.h"

#include <QVariant>

namespace pipeglass::models {

// Cells of the list of pipes; `column` is a PipeListModel::Column. Names are escaped. Any thread.

[[nodiscard]] QString columnTitle(int column);
[[nodiscard]] bool isNumberColumn(int column);
[[nodiscard]] QString cellText(const PipeRow &row, int column);
/// Plain text, several lines.
[[nodiscard]] QString cellTip(const PipeRow &row, int column);
/// Sort key: a number for numbers and times (unknown below all others), else text.
[[nodiscard]] QVariant cellKey(const PipeRow &row, int column);
/// All searchable text of a row.
[[nodiscard]] QString filterText(const PipeRow &row);

} // namespace pipeglass::models
