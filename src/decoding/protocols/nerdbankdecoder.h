// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// A frame or the handshake of Nerdbank.Streams' MultiplexingStream.
class NerdbankDecoder : public Decoder {
public:
    NerdbankDecoder()
        : Decoder("nerdbank")
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
};

} // namespace pipeglass::decoding
