// SPDX-License-Identifier: MIT
#pragma once

#include "formats/format.h"
#include "framing/framing.h"

namespace pipeglass::formats {

/// Cuts streams by the frames of a format. After an invalid frame the rest of the stream is malformed, but where the
/// format says "resync", and after messages over the limit that a delimiter ends. A frame with a wrong checksum is
/// malformed, and the next one is read normally.
class FormatFraming : public framing::Framing {
public:
    /// `format` describes the frames of both sides.
    explicit FormatFraming(FormatPtr format);

    [[nodiscard]] QByteArray id() const override { return m_format->name; }
    [[nodiscard]] QString title() const override { return m_format->title; }
    [[nodiscard]] QString description() const override;
    [[nodiscard]] bool encodes() const override { return m_encodes; }
    [[nodiscard]] const framing::MatchRule *match() const override { return &m_format->match; }
    [[nodiscard]] QByteArray source() const override { return m_format->source; }
    [[nodiscard]] std::unique_ptr<framing::Framer>
    makeFramer(Side from, qsizetype limit = framing::defaultLimit) const override;
    [[nodiscard]] Result<framing::Frame>
    encode(const Slice &payload, Side from, qsizetype limit = framing::defaultLimit) const override;

private:
    FormatPtr m_format;
    bool m_encodes;
};

} // namespace pipeglass::formats
