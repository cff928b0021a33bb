// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// CBOR (RFC 8949), one data item; keys of any type, indefinite lengths.
class CborDecoder : public Decoder {
public:
    CborDecoder()
        : Decoder("cbor")
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
};

} // namespace pipeglass::decoding
