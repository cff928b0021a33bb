// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

namespace pipeglass::decoding {

/// JSON (RFC 8259), one value. Invalid UTF-8 in strings is accepted and shown escaped.
class JsonDecoder : public Decoder {
public:
    JsonDecoder()
        : Decoder("json")
    {
    }
    [[nodiscard]] bool isFor(QByteArrayView framing) const override
    {
        return framing == "jsonl" || framing == "content-length";
    }
    /// An object, array or string: other values are shown as text.
    [[nodiscard]] bool mayBe(QByteArrayView payload) const override;
    bool decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const override;
    [[nodiscard]] bool hasText() const override { return true; }
    [[nodiscard]] Result<QByteArray> toText(QByteArrayView payload, const Hint &hint) const override;
    [[nodiscard]] Result<QByteArray>
    fromText(const QByteArray &text, const Hint &hint, qsizetype *errorAt = nullptr) const override;
};

} // namespace pipeglass::decoding
