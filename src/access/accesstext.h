// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::access {

/// The context for Qt Linguist of the texts that functions outside a QObject make: AccessText::tr("...").
class AccessText {
    Q_DECLARE_TR_FUNCTIONS(AccessText)
};

} // namespace pipeglass::access
