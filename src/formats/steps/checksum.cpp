// SPDX-License-Identifier: MIT
#include "formats/steps/checksum.h"

#include <array>

namespace pipeglass::formats {

namespace {

/// A reflected CRC of 16 or 32 bits.
template <quint32 polynomial>
quint32 reflectedCrc(QByteArrayView bytes, quint32 start)
{
    static constexpr auto table = [] {
        std::array<quint32, 256> all{};
        for (quint32 byte = 0; byte < all.size(); ++byte) {
            quint32 value = byte;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1U) != 0 ? value >> 1U ^ polynomial : value >> 1U;
            all.at(byte) = value;
        }
        return all;
    }();
    quint32 value = start;
    for (const char byte : bytes)
        value = table.at((value ^ static_cast<quint8>(byte)) & 0xFFU) ^ value >> 8U;
    return value;
}

quint32 ccitt(QByteArrayView bytes)
{
    quint32 value = 0xFFFF;
    for (const char byte : bytes) {
        value ^= static_cast<quint32>(static_cast<quint8>(byte)) << 8U;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 0x8000U) != 0 ? value << 1U ^ 0x1021U : value << 1U;
        value &= 0xFFFFU;
    }
    return value;
}

quint32 adler32(QByteArrayView bytes)
{
    constexpr quint32 prime = 65521;
    quint32 low = 1;
    quint32 high = 0;
    for (const char byte : bytes) {
        low = (low + static_cast<quint8>(byte)) % prime;
        high = (high + low) % prime;
    }
    return high << 16U | low;
}

} // namespace

quint64 checksumOf(Checksum kind, QByteArrayView bytes)
{
    quint8 simple = 0;
    switch (kind) {
    case Checksum::None:
        return 0;
    case Checksum::Crc32:
        return reflectedCrc<0xEDB88320>(bytes, ~0U) ^ ~0U;
    case Checksum::Crc32c:
        return reflectedCrc<0x82F63B78>(bytes, ~0U) ^ ~0U;
    case Checksum::Crc16Ccitt:
        return ccitt(bytes);
    case Checksum::Crc16Modbus:
        return reflectedCrc<0xA001>(bytes, 0xFFFF);
    case Checksum::Adler32:
        return adler32(bytes);
    case Checksum::Sum8:
        for (const char byte : bytes)
            simple = static_cast<quint8>(simple + static_cast<quint8>(byte));
        return simple;
    case Checksum::Xor8:
        for (const char byte : bytes)
            simple = static_cast<quint8>(simple ^ static_cast<quint8>(byte));
        return simple;
    }
    return 0;
}

} // namespace pipeglass::formats
