// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::rules {

/// Qt Linguist context of the messages about wrong rules.
class RulesText {
    Q_DECLARE_TR_FUNCTIONS(RulesText)
};

} // namespace pipeglass::rules
