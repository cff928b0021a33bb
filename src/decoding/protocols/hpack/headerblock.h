// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/protocols/hpack/headertable.h"

#include <QByteArrayView>

#include <vector>

namespace pipeglass::decoding {

/// The fields of a header block, with their places in it.
struct HeaderBlock {
    struct Field {
        HeaderField header;
        qsizetype offset = 0;
        qsizetype end = 0;
    };

    std::vector<Field> fields;
    qsizetype read = 0; ///< less than the block: what follows is not valid, or too much
};

/// Reads a whole block, and enters what it defines into the table.
[[nodiscard]] HeaderBlock readHeaderBlock(QByteArrayView block, HeaderTable &table);

} // namespace pipeglass::decoding
