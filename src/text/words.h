// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::text {

/// The context for Qt Linguist of the texts that functions outside a QObject make: Words::tr("...").
class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace pipeglass::text
