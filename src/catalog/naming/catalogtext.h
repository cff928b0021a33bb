// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::catalog {

/// The context for Qt Linguist of the details of errors that the room makes: CatalogText::tr("...").
class CatalogText {
    Q_DECLARE_TR_FUNCTIONS(CatalogText)
};

} // namespace pipeglass::catalog
