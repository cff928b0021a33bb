// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "core/frameproblem.h"

#include <QByteArray>

#include <optional>

namespace pipeglass::capture {

/// The tags before a payload, as in Wireshark's exported PDUs (link type 252): 16-bit type, 16-bit length and value,
/// big-endian; type 0 ends the list. Values are padded to 4 bytes, because readers differ in rounding.
///
///     12  dissector: "data"          33  protocol column: "PIPE"
///     35  direction: 32 bits, 0 from the client, 1 from the server
///     36  info column: an event's comment
///     0x5047  ours ("PG"): flags (1 byte: 1 malformed, 2 more follows, 4 continued, 8 event, 16 mark), kind of event
///     (1 byte),
///             size of the head (2 bytes), size of the tail (2 bytes), FrameProblem (1 byte), 0 (1 byte), head, tail,
///             zeros up to a multiple of 4. The head of an event holds its values (eventdata.h), that of a mark too
///             (markdata.h)
///
/// A message that is too large for one packet is several consecutive packets: all but the last have "more follows", all
/// but the first "continued"; the record is all heads, then all payloads, then all tails.
struct PacketTags {
    Side from = Side::Client;
    FrameProblem problem = FrameProblem::None;
    bool moreFollows = false;
    bool continued = false;
    std::optional<EventKind> event;
    bool isMark = false; ///< of another item, not an item itself; written as a note for older readers
    QByteArrayView head; ///< at most maxHeadSize bytes; views are valid as long as the packet's bytes
    QByteArrayView tail; ///< at most maxTailSize
    QByteArrayView info; ///< for the info column, write only; cut at 200 bytes
};

inline constexpr qsizetype maxHeadSize = 0x800;
inline constexpr qsizetype maxTailSize = 0x400;
/// The tags are searched in this many bytes of a packet; ours are shorter than 0x1000.
inline constexpr qsizetype maxTagsSize = 0x4000;

/// What encodeTags() begins with: dissector and protocol column.
inline constexpr QByteArrayView usualTagsStart("\0\14\0\4data\0\41\0\4PIPE", 16);

[[nodiscard]] QByteArray encodeTags(const PacketTags &tags);

struct DecodedTags {
    PacketTags tags;
    qsizetype size = 0; ///< of the whole list including its end: offset of the payload
    bool hasDirection = false;
};

enum class TagsOf { Pipeglass, AnyProgram };

/// nullopt if the list does not end within `packet`, or has no tag of Pipeglass where one is required.
[[nodiscard]] std::optional<DecodedTags> decodeTags(QByteArrayView packet, TagsOf origin = TagsOf::Pipeglass);

} // namespace pipeglass::capture
