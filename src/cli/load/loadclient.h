// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "engine/sockets/channel.h"
#include "framing/framing.h"

#include <QDeadlineTimer>
#include <QObject>

#include <chrono>
#include <memory>

namespace pipeglass::cli {

/// One of many clients: sends a message, and waits for its answer before the next one.
class LoadClient : public QObject {
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    LoadClient(framing::FramingPtr framing, qsizetype limit, QObject *parent = nullptr);
    ~LoadClient() override;

    void setSocket(UniqueFd socket); ///< a new connection
    [[nodiscard]] bool isConnected() const { return m_channel != nullptr; }
    [[nodiscard]] bool isWaiting() const { return m_waiting; } ///< for an answer
    [[nodiscard]] Clock::time_point sentAt() const { return m_sentAt; }
    /// How many messages this connection has carried.
    [[nodiscard]] quint64 messages() const { return m_messages; }

    void send(const framing::Frame &message); ///< `answered` or `lost` follows
    void disconnectNow(); ///< without a signal

    QDeadlineTimer connectDeadline; ///< of the user of this

Q_SIGNALS:
    void answered(qint64 nanoseconds);
    void malformed(); ///< an answer that is not valid in the framing
    void lost(bool wasWaiting); ///< the other side ended the connection

private:
    void receive(const Slice &bytes);
    void onEnd();

    framing::FramingPtr m_framing;
    qsizetype m_limit;
    std::unique_ptr<engine::Channel> m_channel;
    std::unique_ptr<framing::Framer> m_framer;
    Clock::time_point m_sentAt;
    quint64 m_messages = 0;
    bool m_waiting = false;
};

} // namespace pipeglass::cli
