// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::text {

/// Qt Linguist context of texts made outside of a QObject.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace pipeglass::text
