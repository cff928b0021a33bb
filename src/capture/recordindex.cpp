// SPDX-License-Identifier: MIT
#include "capture/recordindex.h"

#include "capture/format/pcapng.h"

#include <algorithm>
#include <cstring>

namespace pipeglass::capture {

namespace {

/// The first byte of an entry. The time since the entry before it and the size of the payload follow, in the widths
/// that are given, and what Extra says if it says anything.
enum Start : unsigned {
    ServerBit = 1,
    TimeWidth = 1, ///< shift of an index in `timeWidths`
    SizeWidth = 3, ///< in `sizeWidths`
    ExtraBit = 32,
};

/// The byte of differences: the value of each follows, in this order.
enum Extra : unsigned {
    OffsetDiffers = 1,
    ConnectionDiffers = 2,
    FramingDiffers = 4,
    TagsDiffer = 8,
    HasFlags = 16,
    HasCode = 32,
};

constexpr std::array<unsigned, 4> timeWidths{ 0, 2, 4, 8 };
constexpr std::array<unsigned, 3> sizeWidths{ 1, 2, 4 };
/// With ten bytes for the offset, five for each number of 32 bits and three for one of 16.
constexpr size_t largestEntry = 1 + 8 + 4 + 1 + 10 + 5 + 5 + 3 + 1 + 1;
constexpr size_t chunkSize = 0x10000;

quint64 difference(qint64 value, qint64 base) { return static_cast<quint64>(value) - static_cast<quint64>(base); }

qint64 sum(qint64 base, quint64 difference) { return static_cast<qint64>(static_cast<quint64>(base) + difference); }

/// The next entry as far as it follows from the one before it: a message that RecordWriter writes behind it.
IndexEntry expectedAfter(const IndexEntry &entry)
{
    constexpr qint64 optionsSize = 12;
    IndexEntry next;
    next.time = entry.time;
    const qint64 packetSize = pcapng::padded(qint64{ entry.tagsSize } + entry.payloadSize);
    const qint64 size = pcapng::packetHeaderSize + packetSize + optionsSize + pcapng::blockTrailerSize;
    next.offset = sum(entry.offset, static_cast<quint64>(size));
    next.connection = entry.connection;
    next.framingSize = entry.framingSize;
    next.tagsSize = entry.tagsSize;
    return next;
}

/// Small for small differences of either sign.
quint64 zigzag(quint64 value) { return (value << 1U) ^ (0 - (value >> 63U)); }

quint64 unzigzag(quint64 value) { return (value >> 1U) ^ (0 - (value & 1U)); }

template <size_t Count>
unsigned widthFor(const std::array<unsigned, Count> &widths, quint64 value)
{
    unsigned place = 0;
    while (place + 1 < Count && widths[place] < 8 && value >> (8 * widths[place]) != 0)
        ++place;
    return place;
}

class Packer {
public:
    explicit Packer(uchar *to)
        : m_to(to)
    {
    }

    [[nodiscard]] uchar *end() const { return m_to; }

    void add(const IndexEntry &entry, const IndexEntry &expected)
    {
        const quint64 time = difference(entry.time, expected.time);
        const unsigned timeWidth = widthFor(timeWidths, time);
        const unsigned sizeWidth = widthFor(sizeWidths, entry.payloadSize);
        const auto flags = static_cast<quint8>(entry.flags & ~unsigned{ IndexEntry::FromServer });
        const unsigned extra = (entry.offset != expected.offset ? OffsetDiffers : 0U)
            | (entry.connection != expected.connection ? ConnectionDiffers : 0U)
            | (entry.framingSize != expected.framingSize ? FramingDiffers : 0U)
            | (entry.tagsSize != expected.tagsSize ? TagsDiffer : 0U) | (flags != 0 ? HasFlags : 0U)
            | (entry.code != 0 ? HasCode : 0U);
        byte(
            (entry.from() == Side::Server ? ServerBit : 0U) | (timeWidth << TimeWidth) | (sizeWidth << SizeWidth)
            | (extra != 0 ? ExtraBit : 0U));
        fixed(time, timeWidths[timeWidth]);
        fixed(entry.payloadSize, sizeWidths[sizeWidth]);
        if (extra == 0)
            return;
        byte(extra);
        if ((extra & OffsetDiffers) != 0)
            number(zigzag(difference(entry.offset, expected.offset)));
        if ((extra & ConnectionDiffers) != 0)
            number(entry.connection);
        if ((extra & FramingDiffers) != 0)
            number(entry.framingSize);
        if ((extra & TagsDiffer) != 0)
            number(entry.tagsSize);
        if ((extra & HasFlags) != 0)
            byte(flags);
        if ((extra & HasCode) != 0)
            byte(entry.code);
    }

private:
    void byte(unsigned value) { *m_to++ = static_cast<uchar>(value); }
    void fixed(quint64 value, unsigned width)
    {
        for (unsigned i = 0; i < width; ++i)
            byte(value >> (8 * i) & 0xFFU);
    }
    void number(quint64 value)
    {
        for (; value >= 0x80; value >>= 7U)
            byte((value & 0x7FU) | 0x80U);
        byte(static_cast<unsigned>(value));
    }

    uchar *m_to;
};

class Unpacker {
public:
    explicit Unpacker(const uchar *from)
        : m_from(from)
    {
    }

    IndexEntry next(const IndexEntry &expected)
    {
        IndexEntry entry = expected;
        const unsigned start = byte();
        entry.time = sum(expected.time, fixed(timeWidths[start >> TimeWidth & 3U]));
        entry.payloadSize = static_cast<quint32>(fixed(sizeWidths[start >> SizeWidth & 3U]));
        if ((start & ExtraBit) != 0)
            readExtra(entry, byte());
        entry.flags =
            static_cast<quint8>(entry.flags | ((start & ServerBit) != 0 ? unsigned{ IndexEntry::FromServer } : 0U));
        return entry;
    }

private:
    void readExtra(IndexEntry &entry, unsigned extra)
    {
        if ((extra & OffsetDiffers) != 0)
            entry.offset = sum(entry.offset, unzigzag(number()));
        if ((extra & ConnectionDiffers) != 0)
            entry.connection = static_cast<quint32>(number());
        if ((extra & FramingDiffers) != 0)
            entry.framingSize = static_cast<quint32>(number());
        if ((extra & TagsDiffer) != 0)
            entry.tagsSize = static_cast<quint16>(number());
        if ((extra & HasFlags) != 0)
            entry.flags = static_cast<quint8>(byte());
        if ((extra & HasCode) != 0)
            entry.code = static_cast<quint8>(byte());
    }
    unsigned byte() { return *m_from++; }
    quint64 fixed(unsigned width)
    {
        quint64 value = 0;
        for (unsigned i = 0; i < width; ++i)
            value |= quint64{ byte() } << (8 * i);
        return value;
    }
    quint64 number()
    {
        quint64 value = 0;
        for (unsigned shift = 0;; shift += 7) {
            const unsigned one = byte();
            value |= quint64{ one & 0x7FU } << shift;
            if (one < 0x80)
                return value;
        }
    }

    const uchar *m_from;
};

quint64 eventsIn(const IndexEntry *entries, quint64 count)
{
    return static_cast<quint64>(std::count_if(
        entries, entries + count, [](const IndexEntry &one) { return (one.flags & IndexEntry::Event) != 0; }));
}

quint64 newId()
{
    static std::atomic<quint64> last{ 0 };
    return ++last;
}

} // namespace

RecordIndex::RecordIndex()
    : m_id(newId())
{
}

void RecordIndex::append(const IndexEntry &entry)
{
    const quint64 number = m_count.load(std::memory_order_relaxed);
    if (number > 0 && number % blockSize == 0)
        packLast();
    m_last[number % blockSize] = entry;
    m_count.store(number + 1, std::memory_order_release);
}

/// Space in a chunk, which stays where it is.
uchar *RecordIndex::space(size_t size)
{
    if (m_chunks.empty() || m_used + size > chunkSize) {
        m_chunks.push_back(std::make_unique<uchar[]>(chunkSize));
        m_used = 0;
    }
    uchar *free = m_chunks.back().get() + m_used;
    m_used += size;
    return free;
}

/// Readers of the last block hold the lock: nothing is appended to the next one before they have finished.
void RecordIndex::packLast()
{
    std::array<uchar, blockSize * largestEntry> bytes;
    Packer packer(bytes.data());
    IndexEntry expected;
    for (const IndexEntry &entry : m_last) {
        packer.add(entry, expected);
        expected = expectedAfter(entry);
    }
    const auto size = static_cast<size_t>(packer.end() - bytes.data());
    uchar *kept = space(size);
    std::memcpy(kept, bytes.data(), size);
    const std::lock_guard lock(m_mutex);
    m_blocks.append({ kept, m_lastEvents });
    m_lastEvents += eventsIn(m_last.data(), blockSize);
}

/// Each thread keeps the block that it used last.
const RecordIndex::Entries &RecordIndex::unpacked(quint64 block) const
{
    struct Kept {
        quint64 index = 0;
        quint64 block = 0;
        Entries entries;
    };
    thread_local Kept kept;
    if (kept.index == m_id && kept.block == block)
        return kept.entries;
    Unpacker unpacker(m_blocks.at(block).bytes);
    IndexEntry expected;
    for (IndexEntry &entry : kept.entries) {
        entry = unpacker.next(expected);
        expected = expectedAfter(entry);
    }
    kept.index = m_id;
    kept.block = block;
    return kept.entries;
}

IndexEntry RecordIndex::at(quint64 number) const
{
    Q_ASSERT(number < count());
    const quint64 block = number / blockSize;
    if (block >= m_blocks.count()) {
        const std::lock_guard lock(m_mutex);
        if (block >= m_blocks.count())
            return m_last[number % blockSize];
    }
    return unpacked(block)[number % blockSize];
}

quint64 RecordIndex::eventsBefore(quint64 number) const
{
    const quint64 end = std::min(number, count());
    if (end == 0)
        return 0;
    const quint64 block = (end - 1) / blockSize;
    const quint64 within = end - block * blockSize;
    if (block >= m_blocks.count()) {
        const std::lock_guard lock(m_mutex);
        if (block >= m_blocks.count())
            return m_lastEvents + eventsIn(m_last.data(), within);
    }
    return m_blocks.at(block).events + eventsIn(unpacked(block).data(), within);
}

} // namespace pipeglass::capture
