// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "core/growingindex.h"
#include "framing/framing.h"

#include <map>
#include <mutex>

namespace pipeglass::conversation {

/// The streams of another list cut with another framing. The source is unchanged; a message takes 32 bytes. A message
/// has the position and time of the item with its last byte. One thread cuts; any thread uses items below count()
/// concurrently.
class ReframedMessages : public capture::MessageList {
public:
    /// `framing`: for what each side wrote, on every connection; `limit`: of one message in bytes.
    ReframedMessages(
        capture::MessageListPtr source, PerSide<framing::FramingPtr> framing, qsizetype limit = framing::defaultLimit);

    /// Cuts at most `items` items of the source, which may grow. True if there are more. Fails as reading the source
    /// does.
    [[nodiscard]] Result<bool> cutMore(quint64 items);
    /// The streams have ended: held bytes become messages.
    void finish();
    [[nodiscard]] quint64 itemsCut() const { return m_next; } ///< number of source items

    [[nodiscard]] quint64 count() const override { return m_index.count(); }
    [[nodiscard]] capture::RecordSummary summary(quint64 number) const override;
    [[nodiscard]] Result<capture::Record> read(quint64 number) const override;
    [[nodiscard]] std::unique_ptr<capture::MessageReader> reader() const override;
    [[nodiscard]] Result<QByteArray> payloadStart(quint64 number, qsizetype maxBytes) const override;
    [[nodiscard]] Result<capture::Event> event(quint64 number) const override;
    [[nodiscard]] quint64 eventsBefore(quint64 number) const override;
    /// With the framing that is used here; a guessed one as soon as it is.
    [[nodiscard]] std::optional<capture::ConnectionInfo> connection(ConnectionId id) const override;
    // A mark belongs to all messages that end in the marked item.
    [[nodiscard]] capture::Mark mark(quint64 number) const override;
    [[nodiscard]] std::vector<quint64> markedItems() const override;
    [[nodiscard]] quint64 recordedNumber(quint64 number) const override;

private:
    /// Position of an item in the source. An event has no size.
    struct Place {
        quint32 first = 0; ///< item with its first byte
        quint32 last = 0; ///< item with its last byte, or the event
        quint32 offset = 0; ///< of the first byte within the wire of `first`
        quint32 size = 0; ///< size of the wire
        quint32 headSize = 0;
        quint32 tailSize = 0;
        FrameProblem problem = FrameProblem::None;
        bool isEvent = false;
    };
    static_assert(sizeof(Place) <= 32);

    struct Stream {
        std::unique_ptr<framing::Framer> framer;
        QByteArray guessed = {}; ///< see framing::Framer::guessed()
        quint32 first = 0; ///< position of the next byte that leaves the framer: item and offset
        quint32 offset = 0;
        std::map<quint32, quint32> pieces; ///< items with bytes still in the framer, and their wire sizes
    };

    class Reader;
    static constexpr quint64 eventsBlock = 512;

    void append(const Place &place);
    [[nodiscard]] Stream &streamOf(const capture::Record &record);
    void endStreams(quint64 number);
    void feed(const capture::Record &record, quint32 number);
    [[nodiscard]] Result<capture::Record> sourceRecord(quint64 number) const;
    void add(Stream &stream, const std::vector<framing::Frame> &frames, quint32 last);
    template <typename ReadItem>
    [[nodiscard]] Result<QByteArray> wireStart(const Place &place, qsizetype size, const ReadItem &readItem) const;
    [[nodiscard]] capture::Record recordOf(const Place &place, Slice wire) const;

    capture::MessageListPtr m_source;
    std::unique_ptr<capture::MessageReader> m_reader; ///< of the cutting thread
    PerSide<framing::FramingPtr> m_framing;
    qsizetype m_limit;
    std::map<std::pair<ConnectionId, Side>, Stream> m_streams;
    GrowingIndex<Place> m_index;
    GrowingIndex<quint64> m_eventsBefore; ///< each block of 512
    quint64 m_events = 0;
    quint64 m_next = 0;
    mutable std::mutex m_mutex;
    mutable std::optional<std::pair<quint64, capture::Record>> m_lastRead;
    std::map<std::pair<ConnectionId, Side>, QByteArray> m_guessed; ///< ids; guarded by m_mutex
};

} // namespace pipeglass::conversation
