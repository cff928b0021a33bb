// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"
#include "framing/framing.h"

#include <QDeadlineTimer>
#include <QObject>

#include <chrono>
#include <memory>

namespace pipeglass::cli {

class LoadPoller;

/// One of many clients: sends a message, and waits for its answer before the next one.
class LoadClient : public QObject {
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    LoadClient(const LoadPoller &poller, framing::FramingPtr framing, qsizetype limit, QObject *parent = nullptr);
    ~LoadClient() override;

    void setSocket(UniqueFd socket); ///< a new connection, non-blocking
    [[nodiscard]] bool isConnected() const { return m_socket.isValid(); }
    [[nodiscard]] bool isWaiting() const { return m_waiting; } ///< for an answer
    [[nodiscard]] Clock::time_point sentAt() const { return m_sentAt; }
    /// How many messages this connection has carried.
    [[nodiscard]] quint64 messages() const { return m_messages; }

    void send(const framing::Frame &message); ///< `answered`, `malformed` or `lost` follows
    void disconnectNow(); ///< without a signal
    void handleReady(); ///< of the poller: bytes, room or an end

    QDeadlineTimer connectDeadline; ///< of the user of this

Q_SIGNALS:
    void answered(qint64 nanoseconds);
    void malformed(); ///< an answer that is not valid in the framing
    void lost(bool wasWaiting); ///< the other side ended the connection

private:
    void writeSome();
    void receive(const Slice &bytes);
    void onEnd();

    const LoadPoller &m_poller;
    framing::FramingPtr m_framing;
    qsizetype m_limit;
    UniqueFd m_socket;
    std::unique_ptr<framing::Framer> m_framer;
    Slice m_unsent; ///< what the kernel has not taken of a message
    Clock::time_point m_sentAt;
    quint64 m_messages = 0;
    bool m_waiting = false;
};

} // namespace pipeglass::cli
