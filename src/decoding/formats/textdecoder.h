// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// Text in UTF-8 or UTF-16. The type of the root is the encoding; several lines are children.
class TextDecoder : public Decoder {
public:
    TextDecoder()
        : Decoder("text")
    {
    }
    [[nodiscard]] bool isFor(QByteArrayView framing) const override { return framing == "streamstring"; }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    /// Forced on other bytes: UTF-8 with invalid bytes escaped.
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
};

/// Text in Latin-1 that is mostly ASCII: the last resort.
class Latin1Decoder : public Decoder {
public:
    Latin1Decoder()
        : Decoder("text")
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    [[nodiscard]] bool isStrict() const override { return false; }
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
};

} // namespace pipeglass::decoding
