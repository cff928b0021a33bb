// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::ui {

/// The context for Qt Linguist of the texts that functions outside a QObject make: WindowText::tr("...").
class WindowText {
    Q_DECLARE_TR_FUNCTIONS(WindowText)
};

} // namespace pipeglass::ui
