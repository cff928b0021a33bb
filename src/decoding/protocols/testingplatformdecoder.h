// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// Messages of Microsoft.Testing.Platform. The types of fields are not on the wire; they are decided by the content.
class TestingPlatformDecoder : public Decoder {
public:
    TestingPlatformDecoder()
        : Decoder("testing-platform")
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
};

} // namespace pipeglass::decoding
