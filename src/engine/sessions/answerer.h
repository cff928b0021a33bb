// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/connection.h"
#include "engine/sessions/requests.h"

#include <QDeadlineTimer>
#include <QObject>

#include <deque>
#include <map>
#include <memory>

namespace pipeglass::engine {

/// Answers the clients of a session as its responder says. The answers of a connection keep the order of its messages:
/// one that is delayed holds back those behind it. A client is not read while too much of its answers waits.
class Answerer : public QObject {
    Q_OBJECT

public:
    /// `talk` and `recorder` outlive this; the framing of `talk` may change. `path` is of the pipe.
    Answerer(const TalkRequest &talk, Recorder &recorder, QByteArray path, QObject *parent = nullptr);

    void setResponder(std::shared_ptr<Responder> responder)
    {
        m_responder = std::move(responder);
    } ///< null: no answers

    void answer(Connection *connection, const capture::Record &asked);
    /// To be called when bytes of its queue were sent.
    void resumeReading(Connection *connection);
    /// Ends our half if the client has ended its own and everything is answered.
    void finishIfAnswered(Connection *connection);
    void forget(ConnectionId connection) { m_queues.erase(connection); } ///< it has ended

Q_SIGNALS:
    void problem(const pipeglass::Error &error); ///< a reply could not be sent

private:
    struct Delayed {
        QDeadlineTimer due;
        Answer answer;
    };
    struct Queue {
        std::deque<Delayed> waiting;
        qint64 bytes = 0; ///< of their replies
        bool isLast = false; ///< an answer ends the connection: messages after that are not answered
    };

    [[nodiscard]] bool hasRoom(const Connection &connection) const;
    void enqueue(Connection *connection, Queue &queue, Answer answer);
    void waitForFirst(Connection *connection, const Queue &queue);
    void carryOutDue(Connection *connection);
    void carryOut(Connection *connection, const Answer &answer);

    const TalkRequest &m_talk;
    Recorder &m_recorder;
    QByteArray m_path;
    std::shared_ptr<Responder> m_responder;
    std::map<ConnectionId, Queue> m_queues; ///< of connections with delayed answers or a last one
};

} // namespace pipeglass::engine
