// SPDX-License-Identifier: MIT
#pragma once

#include "capture/record.h"
#include "decoding/decoderregistry.h"
#include "exporting/jsonwriter.h"

namespace pipeglass::exporting {

/// The JSON members `decoder` (id or null) and `tree` (the root or null), within an object opened by the caller. A node
/// has name, type, value, offset, size and children.
void writeDecoding(JsonWriter &json, const decoding::Decoding &decoding);

/// The tree for people, indented, a line for each node; each line ends in a line feed. Empty: not decoded.
[[nodiscard]] QByteArray decodingText(const decoding::Decoding &decoding);

/// Decodes messages, if it has decoders.
class MessageDecoder {
public:
    MessageDecoder() = default; ///< does nothing
    /// `framing` is an id, or two: "F/G"; `decoders` null: does nothing.
    MessageDecoder(const decoding::DecoderRegistry *decoders, const QByteArray &framing);

    void setFraming(const PerSide<QByteArray> &framing) { m_framing = framing; }
    /// The members of writeDecoding(); nothing without decoders.
    void write(JsonWriter &json, const capture::Record &record) const;
    /// As decodingText(); empty without decoders.
    [[nodiscard]] QByteArray text(const capture::Record &record) const;

private:
    [[nodiscard]] decoding::Decoding decode(const capture::Record &record) const;

    const decoding::DecoderRegistry *m_decoders = nullptr;
    PerSide<QByteArray> m_framing;
};

} // namespace pipeglass::exporting
