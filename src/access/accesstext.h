// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::access {

/// Qt Linguist context of texts made outside of a QObject.
class AccessText {
    Q_DECLARE_TR_FUNCTIONS(AccessText)
};

} // namespace pipeglass::access
