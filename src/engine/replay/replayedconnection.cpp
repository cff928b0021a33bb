// SPDX-License-Identifier: MIT
#include "engine/replay/replayedconnection.h"

#include <chrono>
#include <limits>
#include <utility>

namespace pipeglass::engine {

namespace {

/// How long more messages are waited for before we close, so that unexpected ones are seen.
constexpr std::chrono::nanoseconds closingDelay = std::chrono::milliseconds(100);
constexpr qint64 nanosecondsPerMillisecond = 1'000'000;
/// Of acts, and of missing answers, in one turn of the event loop.
constexpr int mostATurn = 256;

} // namespace

ReplayedConnection::ReplayedConnection(
    const ReplayRequest &request, const RecordedConnections::Connection &recorded, ConnectionId live,
    const PerSide<framing::FramingPtr> &framing, Session &session, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_recorded(recorded)
    , m_live(live)
    , m_framing(framing)
    , m_session(session)
    , m_act(actFrom(recorded.first))
    , m_answer(answerFrom(recorded.first))
{
    for (QTimer *timer : { &m_due, &m_patience, &m_linger }) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_due, &QTimer::timeout, this, &ReplayedConnection::pump);
    connect(&m_patience, &QTimer::timeout, this, &ReplayedConnection::onTimeout);
    connect(&m_linger, &QTimer::timeout, this, &ReplayedConnection::close);
}

void ReplayedConnection::start()
{
    if (m_error) {
        Q_EMIT failed(*m_error);
        return;
    }
    m_started = true;
    m_lastAct = { m_recorded.begin.unixNanoseconds, now().unixNanoseconds };
    m_lastAnswer = m_lastAct;
    pumpLater();
}

std::optional<capture::Event> ReplayedConnection::endAt(quint32 item)
{
    const capture::RecordSummary summary = m_request.recorded->list()->summary(item);
    if (summary.eventKind != capture::EventKind::HalfClosed && summary.eventKind != capture::EventKind::Closed)
        return {};
    const auto event = m_request.recorded->list()->event(item);
    if (!event) {
        fail(event.error());
        return {};
    }
    return *event;
}

std::optional<quint32> ReplayedConnection::actFrom(std::optional<quint32> item)
{
    for (; item; item = m_request.recorded->next(*item)) {
        const capture::RecordSummary summary = m_request.recorded->list()->summary(*item);
        if (!summary.isEvent && summary.from == m_request.as)
            break;
        if (!summary.isEvent)
            continue;
        if (const auto end = endAt(*item); end && end->side == m_request.as)
            break;
    }
    return item;
}

std::optional<quint32> ReplayedConnection::answerFrom(std::optional<quint32> item)
{
    const Side theirs = otherSide(m_request.as);
    for (; item; item = m_request.recorded->next(*item)) {
        const capture::RecordSummary summary = m_request.recorded->list()->summary(*item);
        if (!summary.isEvent && summary.from == theirs)
            break;
        if (!summary.isEvent)
            continue;
        if (const auto end = endAt(*item); end && end->side == theirs)
            break;
    }
    return item;
}

qint64 ReplayedConnection::timeOf(quint32 item) const
{
    return m_request.recorded->list()->summary(item).time.unixNanoseconds;
}

/// When an item is due by the recorded pauses: never earlier after what is past than in the recording.
qint64 ReplayedConnection::dueTime(quint32 item) const
{
    const qint64 recorded = timeOf(item);
    return qMax(m_lastAct.live + recorded - m_lastAct.recorded, m_lastAnswer.live + recorded - m_lastAnswer.recorded);
}

void ReplayedConnection::startTimer(QTimer &timer, qint64 nanoseconds) const
{
    const qint64 milliseconds =
        (qMax<qint64>(0, nanoseconds) + nanosecondsPerMillisecond - 1) / nanosecondsPerMillisecond;
    timer.start(static_cast<int>(qMin<qint64>(milliseconds, std::numeric_limits<int>::max())));
}

void ReplayedConnection::pumpLater() { startTimer(m_due, 0); }

void ReplayedConnection::pump()
{
    if (!m_started || m_closing || m_closed || m_isPumping || m_finished)
        return;
    m_isPumping = true;
    m_due.stop();
    bool goesOn = m_hasRoom;
    for (int count = 0; m_act && goesOn; ++count) {
        if (count == mostATurn) {
            pumpLater();
            break;
        }
        const bool isWaiting = awaitsAnswer() && *m_answer < *m_act;
        const qint64 due = m_request.fast ? 0 : dueTime(*m_act);
        const qint64 time = now().unixNanoseconds;
        if (!isWaiting && due > time)
            startTimer(m_due, due - time);
        if (isWaiting || due > time)
            break;
        const quint32 item = *m_act;
        goesOn = perform(item);
        if (goesOn) {
            m_lastAct = { timeOf(item), m_request.fast ? time : due };
            m_act = actFrom(m_request.recorded->next(item));
        }
    }
    m_isPumping = false;
    if (m_closing || m_closed || m_finished)
        return;
    waitForAnswer();
    if (!m_act && !awaitsAnswer() && m_taken == m_queued && !m_linger.isActive())
        startTimer(m_linger, m_theyEnded ? 0 : closingDelay.count());
}

/// False: no act can follow now.
bool ReplayedConnection::perform(quint32 item)
{
    if (!isEnd(item))
        return send(item);
    const auto end = endAt(item);
    if (end && end->kind == capture::EventKind::HalfClosed)
        m_session.finishSending(m_live);
    return true; // at a recorded close nothing follows, and pump() closes
}

bool ReplayedConnection::send(quint32 item)
{
    const auto record = m_request.recorded->list()->read(item);
    if (!record) {
        fail(record.error());
        return false;
    }
    ++m_queued;
    const Status sent =
        m_session.sendFrame({ record->wire, record->headSize, record->tailSize, record->problem }, m_live);
    if (sent)
        return !m_closed;
    --m_queued;
    if (sent.error().code == ErrorCode::QueueFull) {
        m_hasRoom = false;
        return false;
    }
    skipActs();
    return false;
}

/// They read no more.
void ReplayedConnection::skipActs()
{
    for (; m_act; m_act = actFrom(m_request.recorded->next(*m_act)))
        m_notSent += isEnd(*m_act) ? 0U : 1U;
}

void ReplayedConnection::onWritable()
{
    if (!std::exchange(m_hasRoom, true))
        pumpLater();
}

/// Runs anew with every act and answer, so that it measures silence.
void ReplayedConnection::waitForAnswer()
{
    m_patience.stop();
    const bool isAnswerNext = awaitsAnswer() && (!m_act || *m_answer < *m_act);
    const bool isDraining = !m_act && !awaitsAnswer() && m_taken < m_queued;
    if (m_request.timeoutMs <= 0 || (!isAnswerNext && !isDraining && m_hasRoom))
        return;
    const qint64 time = now().unixNanoseconds;
    const qint64 due = isAnswerNext && m_hasRoom ? qMax(time, dueTime(*m_answer)) : time;
    startTimer(m_patience, due - time + qint64{ m_request.timeoutMs } * nanosecondsPerMillisecond);
}

void ReplayedConnection::onTimeout()
{
    if (m_answer && isEnd(*m_answer)) { // all messages came; we end it then
        passEnd();
        return;
    }
    m_timedOut = true;
    skipActs();
    close();
}

void ReplayedConnection::close()
{
    m_closing = true;
    for (QTimer *timer : { &m_due, &m_patience, &m_linger })
        timer->stop();
    m_session.closeConnection(m_live);
}

void ReplayedConnection::onMessage(const MessageEvent &message)
{
    if (m_finished)
        return;
    if (message.record.from == m_request.as) {
        ++m_taken;
        if (m_taken == m_queued && !m_act)
            pumpLater();
        return;
    }
    if (isWithoutFraming(message.record.problem) && m_answer && !isEnd(*m_answer))
        compareBytes(message);
    else
        compare(message);
    if (!m_closed && !m_closing)
        pumpLater();
}

/// Whether the bounds of such messages of theirs are only those of reads.
bool ReplayedConnection::isWithoutFraming(FrameProblem problem) const
{
    const Side theirs = otherSide(m_request.as);
    const QList<QByteArray> ids = m_framing[theirs]->id().split('/'); // one, or those of client and server
    return problem == FrameProblem::OutOfSync || (theirs == Side::Client ? ids.first() : ids.last()) == "raw";
}

bool ReplayedConnection::readAnswer()
{
    if (m_expected)
        return true;
    auto record = m_request.recorded->list()->read(*m_answer);
    if (record)
        m_expected = std::move(*record);
    else
        fail(record.error());
    return m_expected.has_value();
}

void ReplayedConnection::compare(const MessageEvent &message)
{
    const auto number = message.isRecorded ? std::optional(message.number) : std::nullopt;
    if (!m_answer || isEnd(*m_answer))
        tellExtra(message.record.payload(), number);
    else if (readAnswer())
        tell(message.record.payload(), number, message.record.problem);
}

void ReplayedConnection::compareBytes(const MessageEvent &message)
{
    const auto number = message.isRecorded ? std::optional(message.number) : std::nullopt;
    Slice rest = message.record.payload();
    while (!rest.isEmpty() && !m_finished) {
        if (!m_answer || isEnd(*m_answer)) {
            tellExtra(rest, number);
            return;
        }
        if (!readAnswer())
            return;
        if (!isWithoutFraming(m_expected->problem)) {
            tell(rest, number, message.record.problem);
            return;
        }
        if (m_partial.isEmpty())
            m_partialNumber = number;
        const qsizetype size = qMin(rest.size(), m_expected->payload().size() - m_partial.size());
        m_partial.append(rest.sliced(0, size).view());
        rest = rest.sliced(size, rest.size() - size);
        if (m_partial.size() == m_expected->payload().size())
            tell(Slice(std::exchange(m_partial, {})), m_partialNumber, m_expected->problem);
    }
}

/// The answer at m_answer, which was read, and what came.
void ReplayedConnection::tell(const std::optional<Slice> &got, std::optional<quint64> received, FrameProblem problem)
{
    ReplayedAnswer answer;
    answer.connection = m_recorded.id;
    answer.from = otherSide(m_request.as);
    answer.item = m_answer;
    answer.received = received;
    answer.expected = m_expected->payload();
    answer.got = got;
    const bool isWhole = (problem == FrameProblem::None) == (m_expected->problem == FrameProblem::None);
    answer.same = got && isWhole && got->view() == answer.expected->view();
    m_lastAnswer = { timeOf(*m_answer), now().unixNanoseconds };
    passAnswer();
    Q_EMIT compared(answer);
}

void ReplayedConnection::tellExtra(const Slice &got, std::optional<quint64> received)
{
    Q_EMIT compared({ m_recorded.id, otherSide(m_request.as), {}, received, {}, got, false });
}

void ReplayedConnection::passAnswer()
{
    m_expected.reset();
    m_answer = answerFrom(m_request.recorded->next(*m_answer));
    if (m_theyEnded)
        passEnd();
}

/// Their half has ended, or is waited for no longer.
void ReplayedConnection::passEnd()
{
    while (m_answer && isEnd(*m_answer)) {
        m_lastAnswer = { timeOf(*m_answer), now().unixNanoseconds };
        m_answer = answerFrom(m_request.recorded->next(*m_answer));
    }
    if (!m_closing && !m_closed)
        pumpLater();
}

void ReplayedConnection::onChanged(const ConnectionState &state)
{
    if (m_finished || m_closed)
        return;
    if (state.closed) {
        m_closed = true;
        for (QTimer *timer : { &m_due, &m_patience, &m_linger })
            timer->stop();
        QMetaObject::invokeMethod(this, &ReplayedConnection::finishUp, Qt::QueuedConnection);
        return;
    }
    const bool theyEnded = state.ends[otherSide(m_request.as)] == StreamEnd::ByWriter;
    if (theyEnded && !std::exchange(m_theyEnded, true))
        passEnd();
}

/// Of a closed connection: what did not come is told.
void ReplayedConnection::finishUp()
{
    skipActs();
    for (int count = 0; m_answer && !m_finished; ++count) {
        if (count == mostATurn) {
            QMetaObject::invokeMethod(this, &ReplayedConnection::finishUp, Qt::QueuedConnection);
            return;
        }
        if (isEnd(*m_answer)) {
            passEnd();
            continue;
        }
        if (!readAnswer())
            return;
        const auto part = m_partial.isEmpty() ? std::nullopt : std::optional(Slice(std::exchange(m_partial, {})));
        tell(part, part ? m_partialNumber : std::nullopt, m_expected->problem);
    }
    if (!std::exchange(m_finished, true))
        Q_EMIT finished();
}

void ReplayedConnection::fail(const Error &error)
{
    m_finished = true;
    m_error = error;
    if (m_started)
        Q_EMIT failed(error);
}

} // namespace pipeglass::engine
