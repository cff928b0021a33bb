// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

namespace pipeglass::ui {

/// The icon `name` from the resources (icons/NAME.svg). Black lines take the palette's text colour, for light and dark
/// themes; other colours are unchanged.
[[nodiscard]] QIcon svgIcon(const QString &name);

} // namespace pipeglass::ui
