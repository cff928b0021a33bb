// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"
#include "decoding/nesting.h"

namespace pipeglass::decoding {

/// gzip and zlib data; the uncompressed content is decoded below the root.
class GzipDecoder : public Decoder {
public:
    GzipDecoder()
        : Decoder("gzip")
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override { return isDeflated(payload); }
    bool decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const override
    {
        if (!isDeflated(payload) || inflated(payload, 1).isEmpty())
            return false;
        tree.bytes(QString(), "gzip", payload, 0, payload.size());
        return true;
    }
};

} // namespace pipeglass::decoding
