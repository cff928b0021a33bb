// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::catalog {

/// Qt Linguist context for the error details of this room.
class CatalogText {
    Q_DECLARE_TR_FUNCTIONS(CatalogText)
};

} // namespace pipeglass::catalog
