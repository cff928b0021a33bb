// SPDX-License-Identifier: MIT
#include "engine/sessions/answerer.h"

#include "engine/sessions/recorder.h"

#include <QTimer>

#include <utility>

namespace pipeglass::engine {

namespace {

/// A client is not read while this much of its replies waits for it: what one that never reads can make us hold is
/// this and the replies to one chunk.
constexpr qint64 repliesThatMayWait = qint64{ 64 } << 10U;
constexpr size_t answersThatMayWait = 1024;

constexpr Side hostSide = Side::Server;

/// Closes it when everything that is queued was sent.
void closeWhenSent(Connection *connection)
{
    if (connection->state().closed)
        return;
    if (connection->queuedBytes() == 0) {
        connection->close();
        return;
    }
    QObject::connect(
        connection, &Connection::queueShrank, connection, [connection] { closeWhenSent(connection); },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

} // namespace

Answerer::Answerer(const TalkRequest &talk, Recorder &recorder, QByteArray path, QObject *parent)
    : QObject(parent)
    , m_talk(talk)
    , m_recorder(recorder)
    , m_path(std::move(path))
{
}

void Answerer::answer(Connection *connection, const capture::Record &asked)
{
    const ConnectionId id = connection->state().id;
    auto queue = m_queues.find(id);
    if (m_responder == nullptr || (queue != m_queues.end() && queue->second.isLast))
        return;
    Answer answer = m_responder->answer(asked.payload());
    const bool isLast = answer.then != rules::Then::GoOn;
    if (queue == m_queues.end() && (isLast || answer.delay.count() > 0))
        queue = m_queues.emplace(id, Queue()).first;
    if (queue != m_queues.end())
        queue->second.isLast = isLast;
    if (answer.delay.count() > 0 || (queue != m_queues.end() && !queue->second.waiting.empty()))
        enqueue(connection, queue->second, std::move(answer));
    else
        carryOut(connection, answer);
    if (!hasRoom(*connection))
        connection->setReading(false);
}

bool Answerer::hasRoom(const Connection &connection) const
{
    const auto queue = m_queues.find(connection.state().id);
    const bool hasNone = queue == m_queues.end();
    return connection.queuedBytes() + (hasNone ? 0 : queue->second.bytes) <= repliesThatMayWait
        && (hasNone || queue->second.waiting.size() < answersThatMayWait);
}

void Answerer::resumeReading(Connection *connection)
{
    if (hasRoom(*connection))
        connection->setReading(true);
}

void Answerer::enqueue(Connection *connection, Queue &queue, Answer answer)
{
    for (const QByteArray &reply : answer.replies)
        queue.bytes += reply.size();
    const QDeadlineTimer due(answer.delay, Qt::PreciseTimer);
    queue.waiting.push_back({ due, std::move(answer) });
    if (queue.waiting.size() == 1)
        waitForFirst(connection, queue);
}

void Answerer::waitForFirst(Connection *connection, const Queue &queue)
{
    const std::chrono::milliseconds left(queue.waiting.front().due.remainingTime());
    QTimer::singleShot(left, Qt::PreciseTimer, connection, [this, connection] { carryOutDue(connection); });
}

void Answerer::carryOutDue(Connection *connection)
{
    const ConnectionId id = connection->state().id;
    // Looked up again each time: a reply can end the connection.
    for (auto queue = m_queues.find(id); queue != m_queues.end(); queue = m_queues.find(id)) {
        std::deque<Delayed> &waiting = queue->second.waiting;
        if (waiting.empty())
            break;
        if (!waiting.front().due.hasExpired()) {
            waitForFirst(connection, queue->second);
            break;
        }
        const Answer answer = std::move(waiting.front().answer);
        waiting.pop_front();
        for (const QByteArray &reply : answer.replies)
            queue->second.bytes -= reply.size();
        if (waiting.empty() && !queue->second.isLast)
            m_queues.erase(queue);
        carryOut(connection, answer);
    }
    if (connection->state().closed)
        return;
    resumeReading(connection);
    finishIfAnswered(connection);
}

void Answerer::carryOut(Connection *connection, const Answer &answer)
{
    for (const QByteArray &payload : answer.replies) {
        Result<framing::Frame> frame = m_talk.framing[hostSide]->encode(payload, hostSide, m_talk.limit);
        if (!frame) {
            frame.error().subject = m_path;
            m_recorder.record(capture::Event{ {}, connection->state().id, capture::EventKind::ReplyFailed, hostSide });
            Q_EMIT problem(frame.error());
        } else if (!connection->reply(*frame)) {
            break; // they read no more: their half is closed, which is an event of its own
        }
    }
    // Not at once: bytes of this connection may be in hand.
    if (answer.then == rules::Then::HalfClose)
        QMetaObject::invokeMethod(
            connection, [connection] { connection->finishSending(); }, Qt::QueuedConnection);
    else if (answer.then == rules::Then::Close)
        QMetaObject::invokeMethod(
            connection, [connection] { closeWhenSent(connection); }, Qt::QueuedConnection);
}

void Answerer::finishIfAnswered(Connection *connection)
{
    // A client that asked and ended its half may wait for our end. One that never said anything only listens (.NET's
    // PipeDirection.In), and a person may still want to tell it something.
    const ConnectionState &state = connection->state();
    const auto queue = m_queues.find(state.id);
    const bool isWaiting = queue != m_queues.end() && !queue->second.waiting.empty();
    if (m_responder == nullptr || m_recorder.isStalled() || isWaiting)
        return;
    const Side theirs = otherSide(hostSide);
    if (state.ends[theirs] == StreamEnd::ByWriter && connection->stream(theirs).messages() > 0)
        connection->finishSending();
}

} // namespace pipeglass::engine
