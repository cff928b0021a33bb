// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// The handshake and the packets of MSBuild nodes; bodies stay bytes.
class MsBuildDecoder : public Decoder {
public:
    MsBuildDecoder()
        : Decoder("msbuild")
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
};

} // namespace pipeglass::decoding
