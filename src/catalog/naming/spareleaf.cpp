// SPDX-License-Identifier: MIT
#include "catalog/naming/spareleaf.h"

#include <algorithm>

namespace pipeglass::catalog {

bool isSpareLeaf(QByteArrayView leaf)
{
    return leaf.size() == sparePrefix.size() + 2 * spareBytes && leaf.startsWith(sparePrefix)
        && std::all_of(leaf.begin() + sparePrefix.size(), leaf.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

} // namespace pipeglass::catalog
