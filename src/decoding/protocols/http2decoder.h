// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// A frame of HTTP/2 without its length, or the preface. Headers stay compressed.
class Http2Decoder : public Decoder {
public:
    Http2Decoder()
        : Decoder("http2")
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
};

} // namespace pipeglass::decoding
