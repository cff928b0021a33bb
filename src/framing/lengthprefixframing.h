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

/// A length, then that many bytes. The usual framing of .NET programs has a length of four bytes
/// (BitConverter.GetBytes(int) or BinaryWriter.Write(int)), often followed by UTF-8 text.
///
///     offset 0       size of the payload in bytes, not counting itself
///     offset width   payload
///
/// The head is the length; there is no tail. A length of zero is an empty message. After a negative length, or one over
/// the limit, the start of the next message is unknown: the length and everything after it are malformed frames, one
/// per feed(), so nothing is held. A message cut off by the end of the stream is one malformed frame from finish().
class LengthPrefixFraming : public Framing {
public:
    LengthPrefixFraming(const FramingName &name, LengthPrefix prefix);

    [[nodiscard]] std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const override;

private:
    LengthPrefix m_prefix;
};

} // namespace pipeglass::framing
