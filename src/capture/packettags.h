// SPDX-License-Identifier: MIT
#pragma once

#include "capture/record.h"

#include <optional>

namespace pipeglass::capture {

/// What the tags before a payload say. The list is that of Wireshark's exported PDUs (link type 252): each tag is a
/// 16-bit type, a 16-bit length and a value, big-endian; type 0 ends the list. Every value here is a multiple of 4
/// bytes long, because readers differ in whether they round up.
///
///     12  dissector: "data"          33  protocol column: "PIPE"
///     35  direction: 32 bits, 0 sent, 1 received
///     36  info column: an event's text
///     0x5047  ours ("PG"): flags (1 byte: 1 malformed, 2 more follows, 4 continued, 8 event), the kind of event
///             (1 byte), size of the head (2 bytes), size of the tail (2 bytes), 0 (2 bytes), head, tail, zeros up to a
///             multiple of 4
///
/// A message that is too large for one packet is several packets, one directly after the other: all but the last say
/// "more follows", all but the first "continued"; the record is all heads, then all payloads, then all tails.
struct PacketTags {
    Direction direction = Direction::In;
    bool malformed = false;
    bool moreFollows = false;
    bool continued = false;
    std::optional<EventKind> event;
    QByteArrayView head; ///< at most maxHeadSize bytes; views stay valid as long as what they were made from
    QByteArrayView tail; ///< at most maxTailSize
    QByteArrayView info; ///< for the info column, written only; cut at 200 bytes
};

inline constexpr qsizetype maxHeadSize = 0x800;
inline constexpr qsizetype maxTailSize = 0x400;
/// The tags of a packet are looked for in this many of its bytes; ours are always shorter than 0x1000.
inline constexpr qsizetype maxTagsSize = 0x4000;

[[nodiscard]] QByteArray encodeTags(const PacketTags &tags);

struct DecodedTags {
    PacketTags tags;
    qsizetype size = 0; ///< of the whole list, its end included: here the payload begins
};

/// Nothing if the list does not end within `packet`, or holds no tag of ours.
[[nodiscard]] std::optional<DecodedTags> decodeTags(QByteArrayView packet);

} // namespace pipeglass::capture
