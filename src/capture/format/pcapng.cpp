// SPDX-License-Identifier: MIT
#include "capture/format/pcapng.h"

#include <QtEndian>

namespace pipeglass::capture::pcapng {

namespace {

template <typename Number>
void appendNumber(QByteArray &to, Number value)
{
    const Number little = qToLittleEndian(value);
    to.append(reinterpret_cast<const char *>(&little), sizeof little);
}

void appendPadding(QByteArray &to, qsizetype paddedSize) { to.append(padded(paddedSize) - paddedSize, '\0'); }

} // namespace

void appendU16(QByteArray &to, quint16 value) { appendNumber(to, value); }

void appendU32(QByteArray &to, quint32 value) { appendNumber(to, value); }

quint16 u16At(QByteArrayView bytes, qsizetype offset)
{
    Q_ASSERT(offset + 2 <= bytes.size());
    return qFromLittleEndian<quint16>(bytes.data() + offset);
}

quint32 u32At(QByteArrayView bytes, qsizetype offset)
{
    Q_ASSERT(offset + 4 <= bytes.size());
    return qFromLittleEndian<quint32>(bytes.data() + offset);
}

void appendOption(QByteArray &to, quint16 code, QByteArrayView value)
{
    Q_ASSERT(value.size() <= maxOptionSize);
    appendU16(to, code);
    appendU16(to, static_cast<quint16>(value.size()));
    to.append(value);
    appendPadding(to, value.size());
}

void appendEndOfOptions(QByteArray &to) { appendU32(to, endOfOptions); }

std::optional<QByteArrayView> findOption(QByteArrayView options, quint16 code)
{
    while (options.size() >= 4) {
        const quint16 found = u16At(options, 0);
        const qsizetype size = u16At(options, 2);
        if (found == endOfOptions || options.size() - 4 < padded(size))
            return std::nullopt;
        if (found == code)
            return options.sliced(4, size);
        options = options.sliced(4 + padded(size));
    }
    return std::nullopt;
}

QByteArray block(quint32 type, const QByteArray &body)
{
    Q_ASSERT(body.size() % 4 == 0);
    const auto size = static_cast<quint32>(blockHeaderSize + body.size() + blockTrailerSize);
    QByteArray bytes;
    bytes.reserve(size);
    appendU32(bytes, type);
    appendU32(bytes, size);
    bytes.append(body);
    appendU32(bytes, size);
    return bytes;
}

PacketWrapping
wrapPacket(quint32 interface, quint64 time, const QByteArray &start, qsizetype payloadSize, const QByteArray &options)
{
    const qsizetype captured = start.size() + payloadSize;
    const auto size = static_cast<quint32>(packetHeaderSize + padded(captured) + options.size() + blockTrailerSize);
    PacketWrapping wrapping;
    QByteArray &before = wrapping.before;
    before.reserve(packetHeaderSize + start.size());
    appendU32(before, enhancedPacketBlock);
    appendU32(before, size);
    appendU32(before, interface);
    appendU32(before, static_cast<quint32>(time >> 32U));
    appendU32(before, static_cast<quint32>(time));
    appendU32(before, static_cast<quint32>(captured));
    appendU32(before, static_cast<quint32>(captured));
    before.append(start);
    wrapping.after.reserve(size - before.size() - payloadSize);
    appendPadding(wrapping.after, captured);
    wrapping.after.append(options);
    appendU32(wrapping.after, size);
    return wrapping;
}

quint64 inNanoseconds(quint64 time, quint8 resolution)
{
    constexpr quint8 powerOfTwo = 0x80;
    constexpr quint64 billion = 1'000'000'000;
    unsigned exponent = resolution & 0x7FU;
    if ((resolution & powerOfTwo) == 0) {
        for (; exponent > nanoseconds; --exponent)
            time /= 10;
        for (; exponent < nanoseconds; ++exponent)
            time *= 10;
        return time;
    }
    if (exponent >= 64)
        return 0;
    const quint64 fraction = exponent == 0 ? 0 : time & ((quint64{ 1 } << exponent) - 1);
    const unsigned shift = exponent > 32 ? exponent - 32 : 0; // the product fits into 64 bits
    return (time >> exponent) * billion + (((fraction >> shift) * billion) >> (exponent - shift));
}

std::optional<PacketHeader> packetHeader(QByteArrayView bytes)
{
    if (bytes.size() < packetHeaderSize || u32At(bytes, 0) != enhancedPacketBlock)
        return std::nullopt;
    PacketHeader header;
    header.blockSize = u32At(bytes, 4);
    header.interface = u32At(bytes, 8);
    header.time = (quint64{ u32At(bytes, 12) } << 32U) | u32At(bytes, 16);
    header.capturedSize = u32At(bytes, 20);
    if (header.optionsOffset() + blockTrailerSize > header.blockSize)
        return std::nullopt;
    return header;
}

} // namespace pipeglass::capture::pcapng
