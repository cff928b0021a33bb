// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

/// The pcapng blocks and options of a recording, little-endian (FORMAT.md; layout: draft-ietf-opsawg-pcapng). Pure.
namespace pipeglass::capture::pcapng {

inline constexpr quint32 sectionHeaderBlock = 0x0A0D0D0A;
inline constexpr quint32 interfaceBlock = 1;
inline constexpr quint32 enhancedPacketBlock = 6;

inline constexpr quint32 byteOrderMagic = 0x1A2B3C4D;
inline constexpr quint16 linkTypeUpperPdu = 252; ///< Wireshark's exported PDUs
inline constexpr quint8 nanoseconds = 9; ///< if_tsresol: 10^-9 s
inline constexpr quint8 microseconds = 6; ///< if it is missing

inline constexpr quint16 endOfOptions = 0;
inline constexpr quint16 commentOption = 1; ///< in any block
inline constexpr quint16 userApplicationOption = 4; ///< section header
inline constexpr quint16 interfaceNameOption = 2;
inline constexpr quint16 interfaceDescriptionOption = 3;
inline constexpr quint16 timeResolutionOption = 9;
inline constexpr quint16 packetFlagsOption = 2;

inline constexpr quint32 inbound = 1; ///< bits 0 and 1 of the packet flags
inline constexpr quint32 outbound = 2;

inline constexpr qsizetype blockHeaderSize = 8; ///< type and total length
inline constexpr qsizetype blockTrailerSize = 4; ///< total length again
inline constexpr qsizetype packetHeaderSize = 28; ///< block header and the fixed fields of an enhanced packet block
inline constexpr qsizetype sectionFieldsSize = 16; ///< of a section header block, before its options
inline constexpr qsizetype interfaceFieldsSize = 8; ///< of an interface block, before its options
inline constexpr qsizetype maxOptionSize = 0xFFFF;

/// Wireshark refuses a file with a larger packet.
inline constexpr quint32 maxPacketSize = 0x40000;

[[nodiscard]] constexpr qsizetype padded(qsizetype size) { return (size + 3) & ~qsizetype{ 3 }; }

/// A time of an interface with that if_tsresol: a power of 10, or of 2 with the highest bit.
[[nodiscard]] quint64 inNanoseconds(quint64 time, quint8 resolution);

void appendU16(QByteArray &to, quint16 value);
void appendU32(QByteArray &to, quint32 value);
[[nodiscard]] quint16 u16At(QByteArrayView bytes, qsizetype offset);
[[nodiscard]] quint32 u32At(QByteArrayView bytes, qsizetype offset);

/// Appends one option; the value must not exceed 65535 bytes.
void appendOption(QByteArray &to, quint16 code, QByteArrayView value);
void appendEndOfOptions(QByteArray &to);
/// The value of the first option with that code. A list with an invalid length ends there.
[[nodiscard]] std::optional<QByteArrayView> findOption(QByteArrayView options, quint16 code);

/// A whole block around `body`, whose size must be a multiple of 4.
[[nodiscard]] QByteArray block(quint32 type, const QByteArray &body);

struct PacketHeader {
    quint32 blockSize = 0;
    quint32 interface = 0;
    quint64 time = 0; ///< since 1970, in the interface's unit; nanoseconds in a recording
    quint32 capturedSize = 0;

    [[nodiscard]] qsizetype optionsOffset() const { return packetHeaderSize + padded(capturedSize); }
};

/// The bytes before and after the payload of a packet block, so that the payload is written without a copy.
struct PacketWrapping {
    QByteArray before;
    QByteArray after;
};

/// `start`: the packet's bytes before the payload; `options` must end with endOfOptions.
[[nodiscard]] PacketWrapping
wrapPacket(quint32 interface, quint64 time, const QByteArray &start, qsizetype payloadSize, const QByteArray &options);
/// Parses the first 28 bytes of a packet block; nullopt if its sizes are inconsistent.
[[nodiscard]] std::optional<PacketHeader> packetHeader(QByteArrayView bytes);

} // namespace pipeglass::capture::pcapng
