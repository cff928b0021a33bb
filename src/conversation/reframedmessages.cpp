// SPDX-License-Identifier: MIT
#include "conversation/reframedmessages.h"

#include <algorithm>

namespace pipeglass::conversation {

ReframedMessages::ReframedMessages(
    capture::MessageListPtr source, PerSide<framing::FramingPtr> framing, qsizetype limit)
    : m_source(std::move(source))
    , m_reader(m_source->reader())
    , m_framing(std::move(framing))
    , m_limit(limit)
{
}

ReframedMessages::Stream &ReframedMessages::streamOf(const capture::Record &record)
{
    Stream &stream = m_streams[{ record.connection, record.from }];
    if (stream.framer == nullptr) {
        const auto info = m_source->connection(record.connection);
        const auto names =
            info ? framing::StreamNames::of(info->pipe, info->peers.server.program) : framing::StreamNames();
        stream.framer = forStream(m_framing[record.from], names)->makeFramer(record.from, m_limit);
    }
    return stream;
}

Result<bool> ReframedMessages::cutMore(quint64 items)
{
    const quint64 there = std::min(m_source->count(), GrowingIndex<Place>::maxCount);
    const quint64 end = m_next + std::min(items, there - std::min(there, m_next));
    for (; m_next < end; ++m_next) {
        const auto number = static_cast<quint32>(m_next);
        if (m_source->summary(m_next).isEvent) {
            endStreams(m_next);
            append({ number, number, 0, 0, 0, 0, FrameProblem::None, true });
            continue;
        }
        const auto record = m_reader->read(m_next);
        if (!record)
            return failure(record.error());
        if (record->wire.isEmpty())
            continue;
        feed(*record, number);
    }
    return m_next < there;
}

void ReframedMessages::feed(const capture::Record &record, quint32 number)
{
    Stream &stream = streamOf(record);
    if (stream.pieces.empty()) {
        stream.first = number;
        stream.offset = 0;
    }
    stream.pieces.emplace(number, static_cast<quint32>(record.wire.size()));
    const std::vector<framing::Frame> frames = stream.framer->feed(record.wire);
    if (const QByteArray guessed = stream.framer->guessed(); guessed != stream.guessed) {
        stream.guessed = guessed;
        const std::lock_guard lock(m_mutex);
        m_guessed[{ record.connection, record.from }] = guessed;
    }
    add(stream, frames, number);
}

/// After the end of a stream, or a loss, no message continues.
void ReframedMessages::endStreams(quint64 number)
{
    using capture::EventKind;
    const capture::RecordSummary summary = m_source->summary(number);
    if (summary.eventKind != EventKind::HalfClosed && summary.eventKind != EventKind::Closed
        && summary.eventKind != EventKind::Lost)
        return;
    for (auto &[key, stream] : m_streams) {
        const bool isMeant = summary.eventKind == EventKind::Closed || key.second == summary.from;
        if (key.first == summary.connection && isMeant && !stream.pieces.empty())
            add(stream, stream.framer->finish(), stream.pieces.rbegin()->first);
    }
}

void ReframedMessages::finish()
{
    for (auto &[key, stream] : m_streams) {
        if (!stream.pieces.empty())
            add(stream, stream.framer->finish(), stream.pieces.rbegin()->first);
    }
}

void ReframedMessages::add(Stream &stream, const std::vector<framing::Frame> &frames, quint32 last)
{
    for (const framing::Frame &frame : frames) {
        if (m_index.count() == GrowingIndex<Place>::maxCount)
            return;
        auto left = static_cast<quint32>(frame.wire.size());
        Place place{ stream.first,
                     last,
                     stream.offset,
                     left,
                     static_cast<quint32>(frame.headSize),
                     static_cast<quint32>(frame.tailSize),
                     frame.problem,
                     false };
        // Skip the bytes of this frame.
        while (left > 0) {
            const auto piece = stream.pieces.begin();
            place.last = piece->first;
            const quint32 taken = std::min(left, piece->second - stream.offset);
            left -= taken;
            stream.offset += taken;
            if (stream.offset == piece->second) {
                stream.pieces.erase(piece);
                stream.offset = 0;
                stream.first = stream.pieces.empty() ? last : stream.pieces.begin()->first;
            }
        }
        append(place);
    }
}

void ReframedMessages::append(const Place &place)
{
    if (m_index.count() % eventsBlock == 0)
        m_eventsBefore.append(m_events);
    m_events += place.isEvent ? 1U : 0U;
    m_index.append(place); // last: readers use only what was appended before it
}

quint64 ReframedMessages::eventsBefore(quint64 number) const
{
    const quint64 end = std::min(number, count());
    if (end == 0)
        return 0;
    const quint64 block = (end - 1) / eventsBlock;
    quint64 events = m_eventsBefore.at(block);
    for (quint64 item = block * eventsBlock; item < end; ++item)
        events += m_index.at(item).isEvent ? 1U : 0U;
    return events;
}

capture::RecordSummary ReframedMessages::summary(quint64 number) const
{
    const Place &place = m_index.at(number);
    capture::RecordSummary summary = m_source->summary(place.last);
    if (place.isEvent)
        return summary;
    summary.problem = place.problem;
    summary.wireSize = place.size;
    summary.payloadSize = qsizetype{ place.size } - place.headSize - place.tailSize;
    return summary;
}

/// Cached, because one item may hold many messages.
Result<capture::Record> ReframedMessages::sourceRecord(quint64 number) const
{
    const std::lock_guard lock(m_mutex);
    if (!m_lastRead || m_lastRead->first != number) {
        auto record = m_source->read(number);
        if (!record)
            return record;
        m_lastRead = { number, *std::move(record) };
    }
    return m_lastRead->second;
}

/// The first bytes of the wire, collected from the items that contain them.
template <typename ReadItem>
Result<QByteArray> ReframedMessages::wireStart(const Place &place, qsizetype size, const ReadItem &readItem) const
{
    const capture::RecordSummary first = m_source->summary(place.first);
    QByteArray wire;
    wire.reserve(size);
    qsizetype offset = place.offset;
    for (quint64 at = place.first; at <= place.last && wire.size() < size; ++at) {
        const capture::RecordSummary summary = m_source->summary(at);
        if (summary.isEvent || summary.connection != first.connection || summary.from != first.from)
            continue;
        const Result<capture::Record> record = readItem(at);
        if (!record)
            return failure(record.error());
        const QByteArrayView rest = record->wire.view().sliced(offset);
        wire.append(rest.first(std::min(rest.size(), size - wire.size())));
        offset = 0;
    }
    return wire;
}

capture::Record ReframedMessages::recordOf(const Place &place, Slice wire) const
{
    const capture::RecordSummary summary = m_source->summary(place.last);
    return { summary.time,    summary.connection, summary.from,  place.problem,
             std::move(wire), place.headSize,     place.tailSize };
}

/// Keeps the source's item that was read last, for it may contain many messages.
class ReframedMessages::Reader final : public capture::MessageReader {
public:
    explicit Reader(const ReframedMessages &list)
        : m_list(list)
        , m_source(list.m_source->reader())
    {
    }

    [[nodiscard]] Result<capture::Record> read(quint64 number) override
    {
        const Place &place = m_list.m_index.at(number);
        if (place.isEvent)
            return m_source->read(place.last);
        const auto readItem = [this](quint64 item) { return this->item(item); };
        if (place.first == place.last) {
            return item(place.last).map([&](const capture::Record &record) {
                return m_list.recordOf(place, record.wire.sliced(place.offset, place.size));
            });
        }
        return m_list.wireStart(place, place.size, readItem).map([&](const QByteArray &wire) {
            return m_list.recordOf(place, wire);
        });
    }

private:
    [[nodiscard]] Result<capture::Record> item(quint64 number)
    {
        if (!m_last || m_last->first != number) {
            auto record = m_source->read(number);
            if (!record)
                return record;
            m_last.emplace(number, *std::move(record));
        }
        return m_last->second;
    }

    const ReframedMessages &m_list;
    std::unique_ptr<capture::MessageReader> m_source;
    std::optional<std::pair<quint64, capture::Record>> m_last;
};

std::unique_ptr<capture::MessageReader> ReframedMessages::reader() const { return std::make_unique<Reader>(*this); }

Result<capture::Record> ReframedMessages::read(quint64 number) const
{
    const Place &place = m_index.at(number);
    if (place.isEvent)
        return m_source->read(place.last);
    return wireStart(place, place.size, [this](quint64 item) { return sourceRecord(item); })
        .map([&](const QByteArray &wire) { return recordOf(place, wire); });
}

Result<QByteArray> ReframedMessages::payloadStart(quint64 number, qsizetype maxBytes) const
{
    const Place &place = m_index.at(number);
    const qsizetype payloadSize = qsizetype{ place.size } - place.headSize - place.tailSize;
    const qsizetype wanted = std::clamp<qsizetype>(maxBytes, 0, payloadSize);
    return wireStart(place, place.headSize + wanted, [this](quint64 item) { return sourceRecord(item); })
        .map([&](const QByteArray &wire) { return wire.sliced(std::min<qsizetype>(place.headSize, wire.size())); });
}

Result<capture::Event> ReframedMessages::event(quint64 number) const
{
    return m_source->event(m_index.at(number).last);
}

quint64 ReframedMessages::recordedNumber(quint64 number) const
{
    return m_source->recordedNumber(m_index.at(number).last);
}

capture::Mark ReframedMessages::mark(quint64 number) const { return m_source->mark(m_index.at(number).last); }

std::vector<quint64> ReframedMessages::markedItems() const
{
    const std::vector<quint64> marked = m_source->markedItems();
    std::vector<quint64> items;
    if (marked.empty())
        return items;
    // Messages are not quite in the order of their last items, because what is held back may end later.
    for (quint64 number = 0; number < count(); ++number) {
        if (std::binary_search(marked.begin(), marked.end(), quint64{ m_index.at(number).last }))
            items.push_back(number);
    }
    return items;
}

std::optional<capture::ConnectionInfo> ReframedMessages::connection(ConnectionId id) const
{
    auto info = m_source->connection(id);
    if (!info)
        return info;
    const std::lock_guard lock(m_mutex);
    for (const Side side : { Side::Client, Side::Server }) {
        const auto guessed = m_guessed.find({ id, side });
        info->framing[side] = guessed != m_guessed.end() ? guessed->second : m_framing[side]->id();
    }
    return info;
}

} // namespace pipeglass::conversation
