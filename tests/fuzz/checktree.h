// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"

#include <cstdlib>

/// Aborts unless each node is within the payload of this size and stands behind its parent; only the first has none.
inline void checkTree(const pipeglass::decoding::Tree &tree, qsizetype size)
{
    for (size_t index = 0; index < tree.nodes.size(); ++index) {
        const pipeglass::decoding::Node &node = tree.nodes[index];
        if (node.offset < 0 || node.size < 0 || node.offset + node.size > size || node.parent >= static_cast<int>(index)
            || (node.parent < 0) != (index == 0))
            std::abort();
    }
}
