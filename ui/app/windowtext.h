// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::ui {

/// Qt Linguist context of texts made outside of a QObject.
class WindowText {
    Q_DECLARE_TR_FUNCTIONS(WindowText)
};

} // namespace pipeglass::ui
