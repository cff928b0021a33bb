// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

namespace pipeglass::framing {

/// A length of 7 bits a byte, lowest first, the top bit set in all but the last of at most 5 bytes; then that many
/// bytes. BinaryWriter.Write(string), Google.Protobuf's WriteDelimitedTo; protobuf-net's SerializeWithLengthPrefix
/// writes a field's tag before it.
///
///     [tag: field << 3 | 2]  length  payload
///
/// The head ends with the length; there is no tail. After an invalid length or tag, or a length over the limit, the
/// rest of the stream is malformed.
class VarintFraming : public Framing {
public:
    enum class Tag { No, Yes };
    VarintFraming(const FramingName &name, Tag tag);

    [[nodiscard]] std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const override;

private:
    Tag m_tag;
};

} // namespace pipeglass::framing
