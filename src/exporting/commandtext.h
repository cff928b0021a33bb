// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::exporting {

/// Qt Linguist context of the texts of exported files, which are those of the command.
class CommandText {
    Q_DECLARE_TR_FUNCTIONS(CommandText)
};

} // namespace pipeglass::exporting
