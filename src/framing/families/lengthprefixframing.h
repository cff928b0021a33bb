// SPDX-License-Identifier: MIT
#pragma once

#include "framing/cutter.h"

#include <QSysInfo>

namespace pipeglass::framing {

struct LengthPrefix {
    qsizetype width = 4; ///< bytes: 1, 2, 3, 4 or 8
    QSysInfo::Endian byteOrder = QSysInfo::LittleEndian;
    bool isSigned = true;
    QByteArray before = {}; ///< what encode() writes before the length
    bool isMagic = false; ///< other bytes before the length are malformed
    /// Bytes of the head that the length counts too. Negative: bytes after the length that it does not count.
    qsizetype counted = 0;
    bool isHeadInPayload = false; ///< the payload is the whole frame
    qsizetype smallest = 0; ///< payload

    [[nodiscard]] qsizetype headSize() const { return before.size() + width; }
};

/// Cuts frames that begin with a length; also for the packets within a protocol's framing.
class LengthPrefixCutter : public Cutter {
public:
    LengthPrefixCutter(LengthPrefix prefix, qsizetype limit);

    [[nodiscard]] Cut cut(QByteArrayView bytes) override;

private:
    LengthPrefix m_prefix;
    quint64 m_longest; ///< payload
    quint64 m_signBit; ///< 0: unsigned
};

/// A length, then that many bytes. The usual framing of .NET programs has a length of four bytes
/// (BitConverter.GetBytes(int) or BinaryWriter.Write(int)), often followed by UTF-8 text.
///
///     offset 0       bytes before the length; usually none
///            ...     size of the payload in bytes (plus `counted`)
///            ...     payload
///
/// The head ends with the length; there is no tail. A length of zero is an empty message. After a negative length, or
/// one over the limit, the start of the next message is unknown: the length and everything after it are malformed
/// frames, one per feed(), so nothing is held. A message cut off by the end of the stream is one malformed frame from
/// finish().
class LengthPrefixFraming : public Framing {
public:
    LengthPrefixFraming(const FramingName &name, LengthPrefix prefix);

    [[nodiscard]] std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const override;

private:
    LengthPrefix m_prefix;
};

} // namespace pipeglass::framing
