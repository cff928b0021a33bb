// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::cli {

/// Qt Linguist context of the command's texts.
class CommandText {
    Q_DECLARE_TR_FUNCTIONS(CommandText)
};

} // namespace pipeglass::cli
