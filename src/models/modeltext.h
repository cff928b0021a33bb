// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::models {

/// The context for Qt Linguist of the texts that functions outside a QObject make: ModelText::tr("...").
class ModelText {
    Q_DECLARE_TR_FUNCTIONS(ModelText)
};

} // namespace pipeglass::models
