// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// MessagePack, one value; keys of any type.
class MessagePackDecoder : public Decoder {
public:
    MessagePackDecoder()
        : Decoder("messagepack")
    {
    }
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
    [[nodiscard]] bool hasText() const override { return true; }
    [[nodiscard]] Result<QByteArray> toText(QByteArrayView payload, const Hint &hint) const override;
    [[nodiscard]] Result<QByteArray>
    fromText(const QByteArray &text, const Hint &hint, qsizetype *errorAt = nullptr) const override;
};

} // namespace pipeglass::decoding
