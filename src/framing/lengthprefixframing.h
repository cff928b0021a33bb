// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

#include <QSysInfo>

namespace pipeglass::framing {

struct LengthPrefix {
    qsizetype width = 4; ///< bytes: 1, 2, 4 or 8
    QSysInfo::Endian byteOrder = QSysInfo::LittleEndian;
    bool isSigned = true;
};

/// A length, then that many bytes. The classic hand-made framing of .NET programs is one of four bytes:
/// BitConverter.GetBytes(int) or BinaryWriter.Write(int) for the length, mostly UTF-8 text behind it.
///
///     offset 0       the size of the payload in bytes, not counting itself
///     offset width   the payload
///
/// The head is the length, there is no tail. A length of zero is an empty message. A negative length, or one over the
/// limit, cannot be told from a stream that is out of sync, and nothing in the bytes says where the next message
/// begins: the length and all that follows come out as malformed frames, one for each feed, so that nothing is held
/// back. A message that is cut off by the end of the stream is one malformed frame from finish().
class LengthPrefixFraming : public Framing {
public:
    LengthPrefixFraming(const FramingName &name, LengthPrefix prefix);

    [[nodiscard]] std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const override;

private:
    LengthPrefix m_prefix;
};

} // namespace pipeglass::framing
