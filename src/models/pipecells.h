// SPDX-License-Identifier: MIT
#pragma once

#include "models/piperow.h"

#include <QVariant>

namespace pipeglass::models {

// What the cells of the list of pipes say; `column` is a PipeListModel::Column. Strangers' names are escaped. Any
// thread.

[[nodiscard]] QString columnTitle(int column);
[[nodiscard]] bool isNumberColumn(int column);
[[nodiscard]] QString cellText(const PipeRow &row, int column);
/// Plain text, in lines.
[[nodiscard]] QString cellTip(const PipeRow &row, int column);
/// A number for numbers and times, with what is not known below all others; else text.
[[nodiscard]] QVariant cellKey(const PipeRow &row, int column);
/// All that the filter box looks at, as one text.
[[nodiscard]] QString filterText(const PipeRow &row);

} // namespace pipeglass::models
