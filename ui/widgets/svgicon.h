// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

namespace pipeglass::ui {

/// Our own drawing `name` from the resources (icons/NAME.svg). Its black lines take the text colour of the palette of
/// the moment, so one drawing serves light and dark; other colours stay.
[[nodiscard]] QIcon svgIcon(const QString &name);

} // namespace pipeglass::ui
