// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::formats {

/// Qt Linguist context of this room's texts.
class FormatText {
    Q_DECLARE_TR_FUNCTIONS(FormatText)
};

} // namespace pipeglass::formats
