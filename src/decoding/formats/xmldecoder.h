// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// XML in UTF-8.
class XmlDecoder : public Decoder {
public:
    XmlDecoder()
        : Decoder("xml")
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
};

} // namespace pipeglass::decoding
