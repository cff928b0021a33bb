// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::filter {

/// Qt Linguist context of the messages about wrong filters.
class FilterText {
    Q_DECLARE_TR_FUNCTIONS(FilterText)
};

} // namespace pipeglass::filter
