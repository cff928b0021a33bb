// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::cli {

/// The context for Qt Linguist of what the command says: CommandText::tr("...").
class CommandText {
    Q_DECLARE_TR_FUNCTIONS(CommandText)
};

} // namespace pipeglass::cli
