// SPDX-License-Identifier: MIT
#include "capture/format/usualpacket.h"

#include "capture/format/packettags.h"
#include "capture/format/pcapng.h"

#include <QtEndian>

#include <cstring>

namespace pipeglass::capture {

namespace {

// Offsets in the block. The tags are the dissector, the protocol column and the direction, which always take the same
// space, and ours; see packettags.h.
constexpr qsizetype directionOffset = pcapng::packetHeaderSize + usualTagsStart.size();
constexpr qsizetype oursOffset = directionOffset + 8;
constexpr qsizetype headSizeOffset = oursOffset + 6;
constexpr qsizetype framingOffset = oursOffset + 12;
constexpr qsizetype smallest = framingOffset + 4 + pcapng::blockTrailerSize;

constexpr char directionTag[] = "\0\43\0\4\0\0\0"; // and 0 or 1
constexpr char oursTag[] = "\120\107"; // its size follows
constexpr char noFlags[] = "\0\0"; // and no event

bool isAt(const char *bytes, const char *expected, qsizetype size)
{
    return std::memcmp(bytes, expected, static_cast<size_t>(size)) == 0;
}

} // namespace

std::optional<UsualPacket> usualPacket(QByteArrayView bytes)
{
    if (bytes.size() < smallest)
        return std::nullopt;
    const char *at = bytes.data();
    UsualPacket packet;
    packet.blockSize = pcapng::u32At(bytes, 4);
    if (pcapng::u32At(bytes, 0) != pcapng::enhancedPacketBlock || packet.blockSize > bytes.size()
        || packet.blockSize < smallest || packet.blockSize % 4 != 0)
        return std::nullopt;
    const auto direction = static_cast<quint8>(at[oursOffset - 1]);
    const qsizetype framingSize =
        qsizetype{ qFromBigEndian<quint16>(at + headSizeOffset) } + qFromBigEndian<quint16>(at + headSizeOffset + 2);
    const qsizetype framingSpace = pcapng::padded(framingSize);
    const qsizetype tagsSize = framingOffset - pcapng::packetHeaderSize + framingSpace + 4;
    const bool isUsual = isAt(at + pcapng::packetHeaderSize, usualTagsStart.data(), usualTagsStart.size())
        && isAt(at + directionOffset, directionTag, 7) && direction <= 1 && isAt(at + oursOffset, oursTag, 2)
        && qFromBigEndian<quint16>(at + oursOffset + 2) == 8 + framingSpace && isAt(at + oursOffset + 4, noFlags, 2)
        && isAt(at + framingOffset - 2, noFlags, 2) && framingSize <= maxHeadSize + maxTailSize;
    const quint32 capturedSize = pcapng::u32At(bytes, 20);
    if (!isUsual || capturedSize < tagsSize || capturedSize > packet.blockSize
        || pcapng::packetHeaderSize + pcapng::padded(capturedSize) + pcapng::blockTrailerSize > packet.blockSize
        || pcapng::u32At(bytes, framingOffset + framingSpace) != 0 // the end of the tags
        || pcapng::u32At(bytes, packet.blockSize - pcapng::blockTrailerSize) != packet.blockSize)
        return std::nullopt;
    packet.interface = pcapng::u32At(bytes, 8);
    packet.time = (quint64{ pcapng::u32At(bytes, 12) } << 32U) | pcapng::u32At(bytes, 16);
    packet.payloadSize = capturedSize - static_cast<quint32>(tagsSize);
    packet.framingSize = static_cast<quint16>(framingSize);
    packet.tagsSize = static_cast<quint16>(tagsSize);
    packet.from = direction == 0 ? Side::Client : Side::Server;
    return packet;
}

} // namespace pipeglass::capture
