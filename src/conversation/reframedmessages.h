// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "core/growingindex.h"
#include "framing/framing.h"

#include <map>
#include <mutex>

namespace pipeglass::conversation {

/// The streams of another list cut into messages in another way. What the list holds does not change; of a message only
/// a reference of 32 bytes is kept. Events stay where they are. A message stands where its last byte came, and has that
/// time. One thread cuts; any thread uses what is below count(), at the same time.
class ReframedMessages : public capture::MessageList {
public:
    /// `framing` of what each side wrote, on every connection; `limit` of one message in bytes.
    ReframedMessages(
        capture::MessageListPtr source, PerSide<framing::FramingPtr> framing, qsizetype limit = framing::defaultLimit);

    /// Cuts at most `items` more of the source, which may have grown. True: there is more to cut now. Fails as reading
    /// the source does.
    [[nodiscard]] Result<bool> cutOn(quint64 items);
    /// The streams have ended: what the framings hold back becomes messages.
    void finish();
    [[nodiscard]] quint64 itemsCut() const { return m_next; } ///< of the source

    [[nodiscard]] quint64 count() const override { return m_index.count(); }
    [[nodiscard]] capture::RecordSummary summary(quint64 number) const override;
    [[nodiscard]] Result<capture::Record> read(quint64 number) const override;
    [[nodiscard]] Result<QByteArray> payloadStart(quint64 number, qsizetype maxBytes) const override;
    [[nodiscard]] Result<capture::Event> event(quint64 number) const override;
    [[nodiscard]] std::optional<capture::ConnectionInfo> connection(ConnectionId id) const override;

private:
    /// Where an item is in the source. An event has no size.
    struct Place {
        quint32 first = 0; ///< the item that holds its first byte
        quint32 last = 0; ///< the one that holds its last byte, or the event
        quint32 offset = 0; ///< of its first byte within the wire of `first`
        quint32 size = 0; ///< of its wire
        quint32 headSize = 0;
        quint32 tailSize = 0;
        FrameProblem problem = FrameProblem::None;
        bool isEvent = false;
    };
    static_assert(sizeof(Place) <= 32);

    /// What one side of one connection wrote.
    struct Stream {
        std::unique_ptr<framing::Framer> framer;
        quint32 first = 0; ///< item and offset of the next byte that comes out of the framer
        quint32 offset = 0;
        std::map<quint32, quint32> pieces; ///< items whose bytes have not come out, and the sizes of their wires
    };

    [[nodiscard]] Stream &streamOf(const capture::Record &record);
    void endStreams(quint64 number);
    [[nodiscard]] Result<capture::Record> sourceRecord(quint64 number) const;
    void add(Stream &stream, const std::vector<framing::Frame> &frames, quint32 last);
    [[nodiscard]] Result<QByteArray> wireStart(const Place &place, qsizetype size) const;

    capture::MessageListPtr m_source;
    PerSide<framing::FramingPtr> m_framing;
    qsizetype m_limit;
    std::map<std::pair<ConnectionId, Side>, Stream> m_streams;
    GrowingIndex<Place> m_index;
    quint64 m_next = 0;
    mutable std::mutex m_mutex;
    mutable std::optional<std::pair<quint64, capture::Record>> m_lastRead;
};

} // namespace pipeglass::conversation
