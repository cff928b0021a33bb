// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/connection.h"
#include "engine/sockets/channel.h"

#include <deque>

namespace pipeglass::engine {

/// A connection of which we are one end. What the kernel took of a message of ours that was cut off, and what framing
/// could not finish, are malformed records. While the recorder is stalled no byte moves.
class Endpoint : public Connection {
    Q_OBJECT

public:
    /// `setup.ours` is set. `socket` leads to the other side; `early` was read from it already.
    Endpoint(const Setup &setup, UniqueFd socket, QByteArray early, Recorder &recorder, QObject *parent = nullptr);

    void close() override { m_channel.close(); }
    [[nodiscard]] Status send(const framing::Frame &frame) override; ///< fails as Channel::write
    [[nodiscard]] Status reply(const framing::Frame &frame) override;
    [[nodiscard]] qint64 queuedBytes() const override { return m_channel.queuedBytes(); }
    void setReading(bool on) override;
    void finishSending() override { m_channel.finishWriting(); }

protected:
    void begin() override;

private:
    [[nodiscard]] Status queue(const framing::Frame &frame, bool isReply);
    void receive(const Slice &bytes, Timestamp time);
    void onTaken(Timestamp time);
    void onCutOff(qsizetype size, Timestamp time);
    [[nodiscard]] PerSide<StreamEnd> ends() const;
    void onHalfClosed();
    void onClosed();
    void onQueueShrank();
    void pauseForRecorder();
    void resumeAfterRecorder();

    Side m_ours;
    Channel m_channel;
    QByteArray m_early;
    std::deque<framing::Frame> m_sending; ///< queued, in the order in which the channel tells of them
    bool m_wantsReading = true;
    bool m_refusedFull = false;
};

} // namespace pipeglass::engine
