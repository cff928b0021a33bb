// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// A frame of HTTP/2 without its length, or the preface. Headers that refer to earlier ones need Hint::headers.
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
