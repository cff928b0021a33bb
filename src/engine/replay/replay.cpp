// SPDX-License-Identifier: MIT
#include "engine/replay/replay.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace pipeglass::engine {

namespace {

constexpr qint64 nanosecondsEachMillisecond = 1'000'000;

} // namespace

Replay::Replay(Session &session, ReplayRequest request, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_request(std::move(request))
{
    m_dialing.setSingleShot(true);
    m_dialing.setTimerType(Qt::PreciseTimer);
    connect(&m_dialing, &QTimer::timeout, this, &Replay::dialNext);
    connect(&m_session, &Session::opened, this, &Replay::begin);
    connect(&m_session, &Session::dialFailed, this, &Replay::fail);
    connect(&m_session, &Session::connectionOpened, this, &Replay::admit);
    connect(&m_session, &Session::connectionChanged, this, [this](const ConnectionState &state) {
        if (ReplayedConnection *live = find(state.id))
            live->onChanged(state);
    });
    connect(&m_session, &Session::message, this, [this](const MessageEvent &message) {
        if (ReplayedConnection *live = find(message.connection))
            live->onMessage(message);
    });
    connect(&m_session, &Session::writable, this, [this] {
        for (const size_t place : std::vector(m_running)) {
            if (ReplayedConnection *live = m_runs[place].live.get())
                live->onWritable();
        }
    });
    connect(&m_session, &Session::ended, this, [this] { m_dialing.stop(); });
}

Replay::~Replay() { m_session.disconnect(this); }

void Replay::begin()
{
    m_began = now().unixNanoseconds;
    if (m_request.as == Side::Client)
        dialNext();
}

ReplayedConnection *Replay::find(ConnectionId id) const
{
    const size_t place = size_t{ id.value } - 1;
    return place < m_runs.size() ? m_runs[place].live.get() : nullptr;
}

bool Replay::mayBegin(const RecordedConnections::Connection &next) const
{
    return std::none_of(
        m_running.begin(), m_running.end(), [&](size_t place) { return m_runs[place].recorded.last < next.first; });
}

void Replay::dialNext()
{
    while (!m_failed && m_runs.size() < recorded().size()) {
        const RecordedConnections::Connection &next = recorded()[m_runs.size()];
        if (!mayBegin(next))
            return; // onFinished() comes back here
        const qint64 since = next.begin.unixNanoseconds - recorded().front().begin.unixNanoseconds;
        const qint64 wait = m_request.fast ? 0 : m_began + since - now().unixNanoseconds;
        if (wait > 0) {
            const qint64 milliseconds = (wait + nanosecondsEachMillisecond - 1) / nanosecondsEachMillisecond;
            m_dialing.start(static_cast<int>(qMin<qint64>(milliseconds, std::numeric_limits<int>::max())));
            return;
        }
        m_running.push_back(m_runs.size());
        m_runs.push_back({ next, nullptr });
        m_session.dial();
    }
}

void Replay::admit(const ConnectionState &state)
{
    const size_t place = size_t{ state.id.value } - 1;
    if (place >= recorded().size()) {
        m_session.closeConnection(state.id);
        return;
    }
    while (m_request.as == Side::Server && m_runs.size() <= place) {
        m_running.push_back(m_runs.size());
        m_runs.push_back({ recorded()[m_runs.size()], nullptr });
    }
    Run &run = m_runs[place];
    const auto other = m_request.framing.find(run.recorded.id);
    const PerSide<framing::FramingPtr> &framing =
        other == m_request.framing.end() ? m_request.talk.framing : other->second;
    if (other != m_request.framing.end()) {
        for (const Side side : { Side::Client, Side::Server })
            m_session.setFraming(side, framing[side], state.id);
    }
    run.live = std::make_unique<ReplayedConnection>(m_request, run.recorded, state.id, framing, m_session, nullptr);
    connect(run.live.get(), &ReplayedConnection::compared, this, &Replay::count);
    connect(run.live.get(), &ReplayedConnection::failed, this, &Replay::fail);
    connect(run.live.get(), &ReplayedConnection::finished, this, [this, place] { onFinished(place); });
    run.live->start();
}

void Replay::count(const ReplayedAnswer &answer)
{
    if (answer.same)
        ++m_counts.same;
    else if (!answer.item)
        ++m_counts.extra;
    else if (!answer.got)
        ++m_counts.missing;
    else
        ++m_counts.different;
    Q_EMIT compared(answer);
}

ReplayCounts Replay::counts() const
{
    ReplayCounts counts = m_counts;
    for (const size_t place : m_running) {
        if (const ReplayedConnection *live = m_runs[place].live.get()) {
            ++counts.connections;
            counts.sent += live->sent();
            counts.notSent += live->notSent();
            counts.timedOut = counts.timedOut || live->timedOut();
        }
    }
    counts.unconnected = recorded().size() - counts.connections;
    return counts;
}

void Replay::onFinished(size_t place)
{
    Run &run = m_runs[place];
    ++m_counts.connections;
    m_counts.sent += run.live->sent();
    m_counts.notSent += run.live->notSent();
    m_counts.timedOut = m_counts.timedOut || run.live->timedOut();
    m_running.erase(std::find(m_running.begin(), m_running.end(), place));
    run.live.release()->deleteLater(); // it is the one that told
    if (m_runs.size() == recorded().size() && m_running.empty()) {
        m_isComplete = true;
        m_session.close();
    } else if (m_request.as == Side::Client) {
        dialNext();
    }
}

void Replay::fail(const Error &error)
{
    if (std::exchange(m_failed, true))
        return;
    Q_EMIT failed(error);
    m_session.close();
}

} // namespace pipeglass::engine
