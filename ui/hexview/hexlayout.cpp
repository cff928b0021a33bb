// SPDX-License-Identifier: MIT
#include "hexview/hexlayout.h"

#include <algorithm>

namespace pipeglass::ui {

std::optional<qsizetype> HexLayout::byteAt(int line, double column) const
{
    if (m_size == 0)
        return {};
    const qsizetype firstInLine = static_cast<qsizetype>(std::clamp(line, 0, lines() - 1)) * bytesPerLine;
    int inLine = 0;
    if (column >= textColumn(0) - 1) {
        inLine = std::clamp(static_cast<int>(column) - textColumn(0), 0, bytesPerLine - 1);
    } else {
        for (int next = 1; next < bytesPerLine && column >= hexColumn(next) - 0.5; ++next)
            inLine = next;
    }
    return std::min(firstInLine + inLine, m_size - 1);
}

} // namespace pipeglass::ui
