// SPDX-License-Identifier: MIT
#pragma once

#include "engine/shaping/messagecutter.h"
#include "engine/shaping/relayrules.h"
#include "engine/sockets/writequeue.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <vector>

namespace pipeglass::engine {

class Recorder;

/// One direction of a relay while its bytes are paused, held, slowed down or delayed: a queue from which `passing`
/// takes bytes when they may go. Acts of a person and held messages are recorded as events; what passes is recorded by
/// the relay. The relay stops reading by bytes() and isCrowded().
class Shaper : public QObject {
    Q_OBJECT

public:
    static constexpr size_t mostHeld = 1000; ///< messages; then reading stops

    struct Setup {
        Side from = Side::Client;
        ConnectionId connection;
        framing::FramingPtr framing;
        qsizetype limit = framing::defaultLimit; ///< of a message
    };

    /// `recorder` outlives this.
    Shaper(const Setup &setup, Recorder &recorder, QObject *parent);

    /// `begun`: what has passed of a message that is not whole.
    void setRules(const DirectionRules &rules, const Slice &begun);
    void setFraming(const framing::FramingPtr &framing, const Slice &begun);
    /// While the recorder is stalled.
    void setBlocked(bool blocked);
    void push(Outgoing piece); ///< received bytes
    void finish(); ///< no more bytes follow; `drained` follows when all have passed
    void discard(); ///< what waits is not passed on any more

    [[nodiscard]] qint64 bytes() const { return m_bytes; } ///< that wait, but for an incomplete message
    /// Too many held messages, or descriptors, wait.
    [[nodiscard]] bool isCrowded() const { return m_held >= mostHeld || m_withPassed > 0; }
    [[nodiscard]] bool isDone() const { return m_queue.empty() && !m_rules.paused; } ///< the end may pass
    /// Nothing to do: bytes need not go through this.
    [[nodiscard]] bool isIdle() const { return m_queue.empty() && m_rules == DirectionRules(); }
    [[nodiscard]] std::vector<HeldMessage> held() const; ///< the first mostHeld of them
    [[nodiscard]] Status decide(quint64 id, const HeldAction &action);
    [[nodiscard]] static tl::unexpected<Error> notHeld(); ///< decide() of a message that passed already

Q_SIGNALS:
    void passing(pipeglass::engine::Outgoing *piece); ///< for the one slot that takes it
    void drained(); ///< isDone() is true
    void heldChanged(); ///< see held()

private:
    struct Item {
        framing::Frame frame; ///< the whole message of one that is held, else some bytes
        std::vector<UniqueFd> passed;
        Timestamp received;
        Timestamp due; ///< not before
        quint64 held = 0; ///< its number; 0: it is not held
        bool isDelayed = false;
        bool hasBegun = false; ///< its first bytes have passed
    };
    using Queue = std::deque<Item>;

    void cut(const Slice &bytes, Timestamp due);
    void append(const MessageCutter::Piece &piece, Timestamp due);
    void remove(Queue::iterator item);
    [[nodiscard]] Queue::iterator next();
    void passOn();
    [[nodiscard]] bool passSome(Queue::iterator item);
    void release(quint64 id);
    void releaseAll();
    [[nodiscard]] Status edit(Item &item, const QByteArray &payload);
    [[nodiscard]] Status duplicate(Queue::iterator item);
    void recordEvent(capture::Event event) const;
    void recordOriginal(capture::EventKind kind, const Item &item) const;

    Setup m_setup;
    Recorder &m_recorder;
    DirectionRules m_rules;
    std::unique_ptr<MessageCutter> m_cutter; ///< while messages are held
    std::vector<UniqueFd> m_incoming; ///< came with bytes that are not in the queue yet
    Queue m_queue;
    qint64 m_bytes = 0;
    size_t m_held = 0;
    size_t m_withPassed = 0; ///< items with descriptors
    quint64 m_lastHeld = 0;
    QTimer m_timer;
    Timestamp m_creditTime; ///< when m_credit was counted
    double m_credit = 0; ///< bytes that may pass at once
    bool m_blocked = false;
    bool m_inPassing = false;
};

} // namespace pipeglass::engine
