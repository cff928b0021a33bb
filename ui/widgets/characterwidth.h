// SPDX-License-Identifier: MIT
#pragma once

#include <QFontMetrics>

namespace pipeglass::ui {

/// The unit for widths in characters: that of Latin text. The average of a font with ideographs is almost twice that.
inline int characterWidth(const QFontMetrics &metrics)
{
    return qMin(metrics.averageCharWidth(), metrics.horizontalAdvance(u'0'));
}

} // namespace pipeglass::ui
