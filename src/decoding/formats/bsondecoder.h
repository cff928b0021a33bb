// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// BSON, one document.
class BsonDecoder : public Decoder {
public:
    BsonDecoder()
        : Decoder("bson")
    {
    }
    /// The document's length is that of the payload, and it ends in NUL.
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
};

} // namespace pipeglass::decoding
