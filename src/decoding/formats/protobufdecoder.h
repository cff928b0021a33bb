// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// The wire format of protobuf, with the types of Hint::types, whose names are then those of fields and of the root.
/// Without a type, whether a length-delimited field is a message, text or bytes is decided by its content.
class ProtobufDecoder : public Decoder {
public:
    ProtobufDecoder()
        : Decoder("protobuf")
    {
    }
    [[nodiscard]] bool isExpected(QByteArrayView payload, const Hint &hint) const override;
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    [[nodiscard]] bool isStrict() const override { return false; }
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
    [[nodiscard]] bool hasText() const override { return true; }
    [[nodiscard]] Result<QByteArray> toText(QByteArrayView payload, const Hint &hint) const override;
    [[nodiscard]] Result<QByteArray>
    fromText(const QByteArray &text, const Hint &hint, qsizetype *errorAt = nullptr) const override;
};

} // namespace pipeglass::decoding
