// SPDX-License-Identifier: MIT
#include "framing/families/lengthprefixframing.h"

#include "framing/refusals.h"

#include <QCoreApplication>
#include <QtEndian>

#include <limits>
#include <utility>

namespace pipeglass::framing {

namespace {

/// The largest payload that the length can express and that fits, with the head, into a QByteArray.
qsizetype largestPayload(const LengthPrefix &prefix)
{
    const auto bits = static_cast<unsigned>(prefix.width * 8 - (prefix.isSigned ? 1 : 0));
    constexpr qsizetype most = std::numeric_limits<qsizetype>::max() / 2;
    return bits >= 62 ? most : (qsizetype{ 1 } << bits) - 1 - prefix.counted;
}

/// The requested limit, at most the largest payload.
qsizetype usableLimit(const LengthPrefix &prefix, qsizetype limit)
{
    return qMax<qsizetype>(0, qMin(limit, largestPayload(prefix)));
}

template <typename Number>
quint64 load(const char *from, QSysInfo::Endian order)
{
    return order == QSysInfo::BigEndian ? qFromBigEndian<Number>(from) : qFromLittleEndian<Number>(from);
}

quint64 loadLength(const char *from, const LengthPrefix &prefix)
{
    const auto byte = [&](qsizetype i) { return quint64{ static_cast<quint8>(from[i]) }; };
    switch (prefix.width) {
    case 1:
        return byte(0);
    case 2:
        return load<quint16>(from, prefix.byteOrder);
    case 3:
        return prefix.byteOrder == QSysInfo::BigEndian ? byte(0) << 16U | byte(1) << 8U | byte(2)
                                                       : byte(2) << 16U | byte(1) << 8U | byte(0);
    case 4:
        return load<quint32>(from, prefix.byteOrder);
    default:
        return load<quint64>(from, prefix.byteOrder);
    }
}

void appendLength(QByteArray &to, quint64 length, const LengthPrefix &prefix)
{
    for (qsizetype i = 0; i < prefix.width; ++i) {
        const qsizetype significance = prefix.byteOrder == QSysInfo::BigEndian ? prefix.width - 1 - i : i;
        to.append(static_cast<char>(length >> static_cast<unsigned>(significance * 8) & 0xFFU));
    }
}

} // namespace

LengthPrefixCutter::LengthPrefixCutter(LengthPrefix prefix, qsizetype limit)
    : m_prefix(std::move(prefix))
    , m_longest(static_cast<quint64>(usableLimit(m_prefix, limit)))
    , m_signBit(m_prefix.isSigned ? quint64{ 1 } << static_cast<unsigned>(m_prefix.width * 8 - 1) : 0)
{
}

Cut LengthPrefixCutter::cut(QByteArrayView bytes)
{
    const qsizetype before = m_prefix.before.size();
    if (before > 0 && m_prefix.isMagic) {
        const qsizetype compared = qMin(before, bytes.size());
        if (bytes.first(compared) != QByteArrayView(m_prefix.before).first(compared))
            return Cut::outOfSync(FrameProblem::InvalidSyntax);
    }
    const qsizetype head = before + m_prefix.width;
    if (bytes.size() < head)
        return Cut::needs(head);
    const quint64 length = loadLength(bytes.data() + before, m_prefix);
    if ((length & m_signBit) != 0 || (m_prefix.counted > 0 && length < static_cast<quint64>(m_prefix.counted)))
        return Cut::outOfSync(FrameProblem::InvalidLength);
    // Unsigned numbers may wrap: a length that is too large stays so.
    const quint64 payload = length - static_cast<quint64>(m_prefix.counted);
    if (length > m_longest + static_cast<quint64>(qMax<qsizetype>(0, m_prefix.counted)) || payload > m_longest)
        return Cut::outOfSync(FrameProblem::TooLarge);
    if (payload < static_cast<quint64>(m_prefix.smallest))
        return Cut::outOfSync(FrameProblem::InvalidLength);
    return Cut::sized(head + static_cast<qsizetype>(payload), m_prefix.isHeadInPayload ? 0 : head, bytes.size());
}

LengthPrefixFraming::LengthPrefixFraming(const FramingName &name, LengthPrefix prefix)
    : Framing(name)
    , m_prefix(std::move(prefix))
{
}

std::unique_ptr<Framer> LengthPrefixFraming::makeFramer(Side /*from*/, qsizetype limit) const
{
    return framing::makeFramer(std::make_unique<LengthPrefixCutter>(m_prefix, limit));
}

Result<Frame> LengthPrefixFraming::encode(const Slice &payload, Side /*from*/, qsizetype limit) const
{
    if (m_prefix.isHeadInPayload) {
        LengthPrefixCutter cutter(m_prefix, limit);
        return encodeWhole(cutter, payload, limit);
    }
    const qsizetype most = usableLimit(m_prefix, limit);
    if (payload.size() > most)
        return tooLarge(payload.size(), most);
    if (payload.size() < m_prefix.smallest)
        return notEncodable(
            QCoreApplication::translate("Framing", "a message has at least %1 bytes").arg(m_prefix.smallest));
    QByteArray wire;
    wire.reserve(m_prefix.headSize() + payload.size());
    wire.append(m_prefix.before);
    appendLength(wire, static_cast<quint64>(payload.size() + m_prefix.counted), m_prefix);
    wire.append(payload.view());
    return Frame{ wire, m_prefix.headSize() };
}

} // namespace pipeglass::framing
