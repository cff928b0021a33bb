// SPDX-License-Identifier: MIT
#pragma once

#include "engine/replay/recordedconnections.h"
#include "engine/sessions/session.h"

#include <QTimer>

namespace pipeglass::engine {

/// A recorded answer and what came in its place.
struct ReplayedAnswer {
    ConnectionId connection; ///< in the recording; of an answer that was not recorded, the one that is replayed
    Side from = Side::Server;
    std::optional<quint32> item; ///< of the recorded answer; nullopt: nothing was recorded
    std::optional<quint64> received; ///< number in the new recording; nullopt: nothing came, or it is not recorded
    std::optional<Slice> expected; ///< payloads
    std::optional<Slice> got;
    bool same = false;
};

/// Plays one side of a recorded connection on a live one: what that side wrote is sent again, byte by byte, and what
/// comes is compared with what was recorded. A message is sent when everything that was recorded before it has come,
/// and (unless `fast`) the recorded time has passed since. An answer that does not come within the timeout beyond its
/// recorded time ends the connection. Bytes without framing are compared as a stream, however they are read.
class ReplayedConnection : public QObject {
    Q_OBJECT

public:
    ReplayedConnection(
        const ReplayRequest &request, const RecordedConnections::Connection &recorded, ConnectionId live,
        const PerSide<framing::FramingPtr> &framing, Session &session, QObject *parent);

    void start();
    void onMessage(const MessageEvent &message);
    void onChanged(const ConnectionState &state);
    void onWritable();

    [[nodiscard]] const RecordedConnections::Connection &recorded() const { return m_recorded; }
    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] quint64 sent() const { return m_taken; } ///< messages
    [[nodiscard]] quint64 notSent() const { return m_notSent; } ///< because the other side was gone or did not answer
    [[nodiscard]] bool timedOut() const { return m_timedOut; }

Q_SIGNALS:
    void compared(const pipeglass::engine::ReplayedAnswer &answer);
    void failed(const pipeglass::Error &error); ///< the recording cannot be read
    void finished(); ///< the connection is closed, and everything compared

private:
    /// What happened at which time in the recording and now, in nanoseconds.
    struct Moment {
        qint64 recorded = 0;
        qint64 live = 0;
    };

    // Items of the recording. An act is ours: a message, the end of our half, the end of the connection. An answer is
    // theirs: a message, the end of their half.
    [[nodiscard]] std::optional<quint32> actFrom(std::optional<quint32> item);
    [[nodiscard]] std::optional<quint32> answerFrom(std::optional<quint32> item);
    [[nodiscard]] std::optional<capture::Event> endAt(quint32 item);
    [[nodiscard]] bool isEnd(quint32 item) const { return m_request.recorded->list()->summary(item).isEvent; }
    [[nodiscard]] bool awaitsAnswer() const { return m_answer && !m_theyEnded; }
    [[nodiscard]] qint64 timeOf(quint32 item) const;
    [[nodiscard]] qint64 dueTime(quint32 item) const;

    void pump();
    void pumpLater();
    [[nodiscard]] bool perform(quint32 item);
    [[nodiscard]] bool send(quint32 item);
    void skipActs();
    void waitForAnswer();
    void onTimeout();
    void close();
    void compare(const MessageEvent &message);
    void compareBytes(const MessageEvent &message);
    [[nodiscard]] bool isWithoutFraming(FrameProblem problem) const;
    [[nodiscard]] bool readAnswer();
    void tell(const std::optional<Slice> &got, std::optional<quint64> received, FrameProblem problem);
    void tellExtra(const Slice &got, std::optional<quint64> received);
    void passAnswer();
    void passEnd();
    void finishUp();
    void fail(const Error &error);
    void startTimer(QTimer &timer, qint64 nanoseconds) const;

    const ReplayRequest &m_request;
    RecordedConnections::Connection m_recorded;
    ConnectionId m_live;
    PerSide<framing::FramingPtr> m_framing;
    Session &m_session;
    std::optional<quint32> m_act; ///< the next one
    std::optional<quint32> m_answer; ///< the next one
    std::optional<capture::Record> m_expected; ///< the message at m_answer, when it was read
    QByteArray m_partial; ///< its first bytes, as they come without framing
    std::optional<quint64> m_partialNumber;
    Moment m_lastAct;
    Moment m_lastAnswer;
    QTimer m_due; ///< until the next act
    QTimer m_patience; ///< until the next answer must be here
    QTimer m_linger; ///< until we close
    std::optional<Error> m_error; ///< before the start
    quint64 m_queued = 0;
    quint64 m_taken = 0;
    quint64 m_notSent = 0;
    bool m_started = false;
    bool m_hasRoom = true;
    bool m_isPumping = false;
    bool m_theyEnded = false;
    bool m_closing = false;
    bool m_closed = false;
    bool m_timedOut = false;
    bool m_finished = false;
};

} // namespace pipeglass::engine
