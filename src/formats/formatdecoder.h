// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"
#include "formats/format.h"

namespace pipeglass::formats {

/// Reads messages of a format, and is tried first for payloads of its frames.
class FormatDecoder : public decoding::Decoder {
public:
    /// `format` describes the messages of at least one side.
    explicit FormatDecoder(FormatPtr format);

    [[nodiscard]] bool mayBe(QByteArrayView /*payload*/) const override { return false; }
    [[nodiscard]] bool isStrict() const override { return false; }
    bool decode(QByteArrayView payload, const decoding::Hint &hint, decoding::TreeBuilder &tree) const override;
    [[nodiscard]] bool hasText() const override { return true; }
    [[nodiscard]] Result<QByteArray> toText(QByteArrayView payload, const decoding::Hint &hint) const override;
    [[nodiscard]] Result<QByteArray>
    fromText(const QByteArray &text, const decoding::Hint &hint, qsizetype *errorAt = nullptr) const override;

private:
    [[nodiscard]] const Program *programFor(const decoding::Hint &hint) const;

    FormatPtr m_format;
};

} // namespace pipeglass::formats
