// SPDX-License-Identifier: MIT
#include "capture/recordindex.h"

#include <algorithm>

namespace pipeglass::capture {

namespace {

/// Some bits of a word.
template <unsigned Shift, unsigned Width>
struct Bits {
    static constexpr quint64 most = (quint64{ 1 } << Width) - 1;

    [[nodiscard]] static quint64 of(quint64 word) { return (word >> Shift) & most; }
    [[nodiscard]] static quint64 in(quint64 value) { return value << Shift; }
};

// Packed::place; times are differences in nanoseconds plus `timeBias`.
using Time = Bits<0, 42>;
using PayloadSize = Bits<42, 22>;
constexpr quint64 timeBias = quint64{ 1 } << 41U;

// Packed::rest; offsets are differences in units of 4 bytes.
using Offset = Bits<0, 28>;
using Connection = Bits<28, 16>;
using Size = Bits<44, 11>; ///< framingSize, or tagsSize if that is 0
using IsUnframed = Bits<55, 1>; ///< framingSize is 0; otherwise tagsSize follows from it
using FromServer = Bits<56, 1>;
using IsEvent = Bits<57, 1>;
using Code = Bits<58, 5>;
using IsWide = Bits<63, 1>; ///< the entry is in the wide ones, at the number that `place` is

/// Size of the tags of a message that RecordWriter writes in one packet.
quint64 usualTagsSize(quint64 framingSize) { return 40 + ((framingSize + 3) & ~quint64{ 3 }); }

bool isEvent(const IndexEntry &entry) { return (entry.flags & IndexEntry::Event) != 0; }

quint64 difference(qint64 value, qint64 base) { return static_cast<quint64>(value) - static_cast<quint64>(base); }

qint64 sum(qint64 base, quint64 difference) { return static_cast<qint64>(static_cast<quint64>(base) + difference); }

} // namespace

/// Nothing if the entry does not fit.
std::optional<RecordIndex::Packed> RecordIndex::packed(const IndexEntry &entry, const Block &block)
{
    const bool isUnframed = entry.framingSize == 0;
    const quint64 time = difference(entry.time, block.time) + timeBias;
    const quint64 offset = difference(entry.offset, block.offset);
    const quint64 size = isUnframed ? entry.tagsSize : entry.framingSize;
    constexpr int flags = IndexEntry::FromServer | IndexEntry::Event;
    const bool fits = time <= Time::most && entry.payloadSize <= PayloadSize::most && offset % 4 == 0
        && offset / 4 <= Offset::most && entry.connection <= Connection::most && size <= Size::most
        && entry.code <= Code::most && (entry.flags & ~flags) == 0
        && (isUnframed || entry.tagsSize == usualTagsSize(size));
    if (!fits)
        return {};
    return Packed{ Time::in(time) | PayloadSize::in(entry.payloadSize),
                   Offset::in(offset / 4) | Connection::in(entry.connection) | Size::in(size)
                       | IsUnframed::in(isUnframed ? 1 : 0) | FromServer::in(entry.from() == Side::Server ? 1 : 0)
                       | IsEvent::in(isEvent(entry) ? 1 : 0) | Code::in(entry.code) };
}

void RecordIndex::append(const IndexEntry &entry)
{
    const quint64 number = count();
    if (number % blockSize == 0)
        m_blocks.append({ entry.time, entry.offset, m_events });
    std::optional<Packed> narrow = packed(entry, m_blocks.at(number / blockSize));
    if (!narrow) {
        narrow = Packed{ m_wide.count(), IsWide::in(1) | IsEvent::in(isEvent(entry) ? 1 : 0) };
        m_wide.append(entry);
    }
    m_events += isEvent(entry) ? 1U : 0U;
    m_entries.append(*narrow); // last: readers use only what was appended before it
}

IndexEntry RecordIndex::at(quint64 number) const
{
    const Packed &packed = m_entries.at(number);
    if (IsWide::of(packed.rest) != 0)
        return m_wide.at(packed.place);
    const Block &block = m_blocks.at(number / blockSize);
    const bool isUnframed = IsUnframed::of(packed.rest) != 0;
    const quint64 size = Size::of(packed.rest);
    IndexEntry entry;
    entry.time = sum(block.time, Time::of(packed.place) - timeBias);
    entry.offset = sum(block.offset, Offset::of(packed.rest) * 4);
    entry.payloadSize = static_cast<quint32>(PayloadSize::of(packed.place));
    entry.framingSize = isUnframed ? 0 : static_cast<quint32>(size);
    entry.connection = static_cast<quint32>(Connection::of(packed.rest));
    entry.tagsSize = static_cast<quint16>(isUnframed ? size : usualTagsSize(size));
    entry.flags = static_cast<quint8>(
        (FromServer::of(packed.rest) != 0 ? IndexEntry::FromServer : 0)
        | (IsEvent::of(packed.rest) != 0 ? IndexEntry::Event : 0));
    entry.code = static_cast<quint8>(Code::of(packed.rest));
    return entry;
}

quint64 RecordIndex::eventsBefore(quint64 number) const
{
    const quint64 end = std::min(number, count());
    if (end == 0)
        return 0;
    const quint64 block = (end - 1) / blockSize;
    quint64 events = m_blocks.at(block).events;
    for (quint64 item = block * blockSize; item < end; ++item)
        events += IsEvent::of(m_entries.at(item).rest);
    return events;
}

} // namespace pipeglass::capture
