// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/connection.h"
#include "engine/shaping/shaper.h"
#include "engine/sockets/channel.h"

#include <deque>
#include <memory>

namespace pipeglass::engine {

/// A connection between two other programs that goes through us. Bytes, passed descriptors and the end of each
/// direction are forwarded first, then framed and recorded. A side is not read while more than `queueLimit` bytes, or
/// any descriptor, wait for the other side, so memory is bounded and a slow reader slows its writer down. While the
/// recorder is stalled no byte moves. With the rights of root the credentials of each sender (SCM_CREDENTIALS) are
/// passed on too; without them a receiver that asks for credentials gets ours. While there are rules for a direction
/// its bytes go through a Shaper.
///
/// A peer that closes with unread bytes resets its connection; the other peer gets the reset if bytes of it wait
/// unread here, else an end-of-file and EPIPE: a process can only reset a Unix socket that has unread bytes.
class Relay : public Connection {
    Q_OBJECT

public:
    static constexpr qint64 queueLimit = qint64{ 1 } << 20U;

    /// `sockets` lead to both sides. `setup.ours` is nullopt.
    Relay(const Setup &setup, PerSide<UniqueFd> sockets, Recorder &recorder, QObject *parent = nullptr);

    void close() override; ///< cuts both
    [[nodiscard]] qint64 queuedBytes() const override;
    void setFraming(Side from, const framing::FramingPtr &framing) override;
    void setRules(const RelayRules &rules) override;
    [[nodiscard]] Status decide(Side from, quint64 held, const HeldAction &action) override;
    [[nodiscard]] Status inject(Side from, const QByteArray &payload) override;

protected:
    void begin() override;

private:
    void connectChannel(Side side);
    [[nodiscard]] Channel &channel(Side side) { return side == Side::Client ? m_client : m_server; }
    void forward(Side from, const Slice &bytes, Timestamp time);
    void noteSender(Side from);
    void pass(Side from, Outgoing piece, Timestamp time);
    void passOnce(Side from, Outgoing piece, Timestamp time);
    void passInjected(Side from);
    void applyRules(Side from, const DirectionRules &before);
    void makeShaper(Side from);
    void removeIdleShaper(Side from);
    void updateHeld();
    void finishIfDrained(Side from);
    void discard(Side from);
    void cutAfterLimit();
    void onChanged(Side side);
    void onClosed(Side side);
    void updateReading(Side from);

    Channel m_client;
    Channel m_server;
    PerSide<Shaper *> m_shapers; ///< children; null: bytes pass at once
    PerSide<std::deque<framing::Frame>> m_injected; ///< wait for the end of a message that is half sent
    PerSide<Sender> m_senders; ///< of what came last
    PerSide<bool> m_isPassing; ///< within pass(): what is injected waits
    PerSide<bool> m_isHeldUp; ///< the side is not read, because the other one does not keep up
    QTimer m_cutTimer;
    qint64 m_passed = 0; ///< bytes
    bool m_hasBegun = false;
    std::optional<Side> m_closedBy; ///< the side that closed first
};

} // namespace pipeglass::engine
