// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::exchange {

/// The context for Qt Linguist of the texts that this room makes: ExchangeText::tr("...").
class ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(ExchangeText)
};

} // namespace pipeglass::exchange
