// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace pipeglass {

/// How many columns of a terminal a text takes: East Asian wide characters take two, combining ones none.
[[nodiscard]] qsizetype displayWidth(QStringView text);

/// The text with blanks up to so many columns.
[[nodiscard]] QString padded(const QString &text, qsizetype columns);

} // namespace pipeglass
