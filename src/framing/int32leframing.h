// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framings.h"

namespace pipeglass::framing {

/// A length, then that many bytes. The classic hand-made framing of .NET programs: BitConverter.GetBytes(int) or
/// BinaryWriter.Write(int) for the length, mostly UTF-8 text behind it.
///
///     offset 0   int32, little-endian, signed: the size of the payload in bytes, not counting itself
///     offset 4   the payload
///
/// The head is 4 bytes, the tail 0. A length of zero is an empty message. A negative length, or one over the limit,
/// cannot be told from a stream that is out of step, and nothing in the bytes says where it would be in step again: the
/// length and all that follows come out as malformed frames, one for each feed, so that nothing is held back. A message
/// that is cut off by the end of the stream is one malformed frame from finish().
class Int32LeFraming : public Framing {
public:
    [[nodiscard]] QByteArray id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<Framer> makeFramer(qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, qsizetype limit = defaultLimit) const override;
};

} // namespace pipeglass::framing
