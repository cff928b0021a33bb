// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/connection.h"
#include "engine/sockets/channel.h"

namespace pipeglass::engine {

/// A connection between two other programs that goes through us. Bytes, passed descriptors and the end of each
/// direction are forwarded first, then framed and recorded. A side is not read while more than `queueLimit` bytes, or
/// any descriptor, wait for the other side, so memory is bounded and a slow reader slows its writer down. While the
/// recorder is stalled no byte moves.
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

protected:
    void begin() override;

private:
    void connectChannel(Side side);
    [[nodiscard]] Channel &channel(Side side) { return side == Side::Client ? m_client : m_server; }
    void forward(Side from, const Slice &bytes, Timestamp time);
    void onChanged(Side side);
    void onClosed(Side side);
    void updateReading(Side from);

    Channel m_client;
    Channel m_server;
    PerSide<bool> m_isHeldUp; ///< the side is not read, because the other one does not keep up
    std::optional<Side> m_closedBy; ///< the side that closed first
};

} // namespace pipeglass::engine
