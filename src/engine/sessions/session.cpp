// SPDX-License-Identifier: MIT
#include "engine/sessions/session.h"

#include "core/system/accounts.h"
#include "engine/sessions/endpoint.h"
#include "engine/sessions/recordingstore.h"
#include "engine/sessions/relay.h"
#include "engine/sockets/peercredentials.h"

#include <QTimer>

#include <chrono>
#include <utility>

#include <unistd.h>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

/// A connection begins when the names of its peer are known, or after this time.
constexpr std::chrono::milliseconds namesPatience = 250ms;

} // namespace

Session::Session(const SessionRequest &request, BackgroundThread &background, QObject *parent)
    : QObject(parent)
    , m_source(makeSource(request, background))
    , m_background(background)
    , m_talk(std::visit([](const auto &one) { return one.talk; }, request))
{
    if (const auto *host = std::get_if<HostRequest>(&request))
        m_responder = host->responder;
    if (const auto *tap = std::get_if<TapRequest>(&request))
        m_rules = tap->rules;
    connect(m_source.get(), &ConnectionSource::prepared, this, &Session::createRecording);
    connect(m_source.get(), &ConnectionSource::failed, this, &Session::fail);
    connect(m_source.get(), &ConnectionSource::arrived, this, [this](Link *link) { admit(*link); });
    connect(m_source.get(), &ConnectionSource::dialFailed, this, &Session::dialFailed);
    connect(m_source.get(), &ConnectionSource::paused, this, &Session::acceptingPaused);
    connect(m_source.get(), &ConnectionSource::resumed, this, &Session::acceptingResumed);
    connect(m_source.get(), &ConnectionSource::problem, this, &Session::problem);
    connect(m_source.get(), &ConnectionSource::recreated, this, &Session::recreated);
    connect(m_source.get(), &ConnectionSource::missed, this, &Session::recordMissed);
    connect(m_source.get(), &ConnectionSource::idle, this, &Session::endIfIdle);
    connect(m_source.get(), &ConnectionSource::pipeTapped, this, &Session::pipeTapped);
    connect(m_source.get(), &ConnectionSource::programEnded, this, [this] {
        Q_EMIT programEnded();
        leave();
    });
}

Session::~Session()
{
    blockSignals(true);
    m_signalling = 0;
    close();
    for (Connection *connection : m_connections.all()) {
        connection->disconnect(this);
        delete connection;
    }
}

/// After the source, so that a refusal leaves no file.
void Session::createRecording()
{
    m_background.run(
        this, [talk = m_talk, pipe = facts().path] { return newRecording(talk, pipe); },
        [this](const Result<capture::RecordingPtr> &recording) { start(recording); });
}

void Session::start(const Result<capture::RecordingPtr> &recording)
{
    if (m_ended) {
        if (recording)
            (*recording)->discard();
        return;
    }
    if (!recording) {
        fail(recording.error());
        return;
    }
    m_recorder = std::make_unique<Recorder>(*recording, m_talk.diskPolicy);
    connect(m_recorder.get(), &Recorder::recorded, this, &Session::onRecorded);
    connect(m_recorder.get(), &Recorder::grew, this, &Session::grew);
    connect(m_recorder.get(), &Recorder::stalled, this, &Session::stalled);
    connect(m_recorder.get(), &Recorder::losing, this, &Session::losing);
    connect(m_recorder.get(), &Recorder::resumed, this, [this] {
        Q_EMIT resumed();
        for (Connection *connection : m_connections.all()) {
            if (m_answerer != nullptr)
                m_answerer->finishIfAnswered(connection);
        }
    });
    if (facts().ours == Side::Server) {
        m_answerer = std::make_unique<Answerer>(m_talk, *m_recorder, facts().path);
        m_answerer->setResponder(m_responder);
        connect(m_answerer.get(), &Answerer::problem, this, &Session::problem);
    }
    m_source->begin();
    if (facts().hasMany && !m_closing)
        Q_EMIT opened();
}

void Session::fail(const Error &error)
{
    if (m_ended)
        return;
    Q_EMIT failed(error);
    close();
}

void Session::admit(Link &link)
{
    const SourceFacts &source = facts();
    PerSide<ProcessInfo> peers;
    for (const Side side : { Side::Client, Side::Server }) {
        if (side == source.ours)
            peers[side] = { ::getpid(), "pipeglass", ::getuid(), {} };
        else
            peers[side] = link.peers[side].pid != 0 ? link.peers[side] : peerNumbersOf(link.sockets[side].get());
    }
    if (source.server.pid != 0 && peers.server.pid == source.server.pid)
        peers.server = source.server;
    capture::ConnectionInfo info{ {}, link.path.isEmpty() ? source.path : link.path, peers, framingIds(), source.ours };
    const Result<ConnectionId> id = m_recorder->addConnection(info);
    if (!id) { // what cannot be recorded is not served; the peer sees its link end
        if (source.hasMany)
            Q_EMIT problem(id.error());
        else
            fail(id.error());
        return;
    }
    info.id = *id;
    Connection *connection = connectionOf(link, info);
    m_connections.add(connection);
    connection->setRules(m_rules);
    connect(connection, &Connection::changed, this, [this, connection] { onChanged(connection); });
    connect(connection, &Connection::queueShrank, this, [this, connection] {
        if (m_answerer != nullptr)
            m_answerer->resumeReading(connection);
    });
    connect(connection, &Connection::writable, this, &Session::writable);
    if (!source.ours)
        begin(connection); // other people's bytes wait for nothing
    if (link.wasHeld)
        Q_EMIT connectionHeld(*id);
    for (const Side side : { Side::Client, Side::Server }) {
        if (side == source.ours || !peers[side].program.isEmpty())
            continue;
        m_background.run(
            this, [numbers = peers[side]] { return withNames(numbers); },
            [this, id = *id, side](const ProcessInfo &process) { identify(id, side, process); });
    }
    if (source.ours)
        QTimer::singleShot(namesPatience, connection, [this, connection] { begin(connection); });
}

Connection *Session::connectionOf(Link &link, const capture::ConnectionInfo &info)
{
    const auto ours = facts().ours;
    const Connection::Setup setup{ info.id, ours, info.peers, m_talk.framing, m_talk.limit, info.pipe };
    if (!ours)
        return new Relay(setup, std::move(link.sockets), *m_recorder, this);
    return new Endpoint(setup, std::move(link.sockets[otherSide(*ours)]), std::move(link.early), *m_recorder, this);
}

/// As a connection without messages, so that the recording does not look complete.
void Session::recordMissed(quint64 count)
{
    if (m_recorder == nullptr || m_ended)
        return;
    m_missed += count;
    const PerSide<ProcessInfo> peers{ { 0, {}, unknownUid, {} }, facts().server };
    const Result<ConnectionId> id = m_recorder->addConnection({ {}, facts().path, peers, framingIds(), {} });
    if (id) {
        capture::Event event{ {}, *id, capture::EventKind::Missed, {} };
        event.messages = count;
        m_recorder->record(event);
    } else {
        Q_EMIT problem(id.error());
    }
    Q_EMIT missed(count);
}

void Session::identify(ConnectionId id, Side side, const ProcessInfo &process)
{
    Connection *connection = m_connections.find(id);
    if (connection == nullptr || m_ended)
        return;
    connection->identify(side, process);
    begin(connection);
}

/// Once for each connection.
void Session::begin(Connection *connection)
{
    if (connection->state().closed || !m_connections.markBegun(connection->state().id))
        return;
    const ConnectionId id = connection->state().id;
    if (!facts().hasMany && !std::exchange(m_wasOpened, true))
        Q_EMIT opened();
    if (m_connections.find(id) != nullptr)
        Q_EMIT connectionOpened(connection->state());
    if (m_connections.find(id) != nullptr)
        connection->start();
}

void Session::onRecorded(const MessageEvent &event)
{
    // Told before it is answered, so that the reply's own event comes behind.
    ++m_signalling;
    Q_EMIT message(event);
    --m_signalling;
    ++m_messages;
    if (!event.isRecorded)
        Q_EMIT lostChanged();
    if (m_answerer == nullptr || event.record.from == facts().ours || event.record.isMalformed())
        return;
    if (Connection *connection = m_connections.find(event.connection))
        m_answerer->answer(connection, event.record);
}

void Session::onChanged(Connection *connection)
{
    const ConnectionState state = connection->state();
    if (state.closed) {
        connection->deleteLater();
        if (m_answerer != nullptr)
            m_answerer->forget(state.id);
    }
    if (state.closed ? m_connections.remove(*connection) : m_connections.hasBegun(state.id))
        Q_EMIT connectionChanged(state);
    if (!state.closed) {
        if (m_answerer != nullptr)
            m_answerer->finishIfAnswered(connection);
    } else if (!facts().hasMany && !facts().canRedial) {
        close();
    } else if (m_hasLeft) {
        endIfIdle();
    } else {
        m_source->connectionEnded();
    }
}

void Session::closeConnection(ConnectionId connection)
{
    if (m_signalling > 0) {
        later([this, connection] { closeConnection(connection); });
        return;
    }
    if (Connection *found = m_connections.find(connection))
        found->close();
}

void Session::setFraming(Side from, const framing::FramingPtr &framing, ConnectionId connection)
{
    if (m_signalling > 0) {
        later([this, from, framing, connection] { setFraming(from, framing, connection); });
        return;
    }
    if (!connection.isValid())
        m_talk.framing[from] = framing;
    m_connections.setFraming(connection, from, framing);
}

void Session::setDiskPolicy(DiskPolicy policy)
{
    m_talk.diskPolicy = policy;
    if (m_recorder != nullptr)
        m_recorder->setPolicy(policy);
}

void Session::setResponder(const std::shared_ptr<Responder> &responder)
{
    m_responder = responder;
    if (m_answerer != nullptr)
        m_answerer->setResponder(responder);
}

void Session::setLimitPolicy(LimitPolicy policy)
{
    if (!m_talk.storage || m_recorder == nullptr)
        return;
    m_talk.storage->policy = policy;
    recording()->setDeletesOldest(policy == LimitPolicy::DeleteOldest);
    setDiskPolicy(diskPolicyOf(policy));
    m_recorder->retryNow();
}

void Session::leave()
{
    if (m_signalling > 0) {
        later([this] { leave(); });
        return;
    }
    if (m_hasLeft)
        return;
    endSource();
    endIfIdle();
}

void Session::endSource()
{
    const bool isFirst = !std::exchange(m_hasLeft, true);
    if (const Status status = m_source->end(); !status)
        Q_EMIT problem(status.error());
    if (isFirst && m_recorder != nullptr)
        Q_EMIT left();
}

void Session::endIfIdle()
{
    if (m_hasLeft && m_connections.isEmpty() && m_source->isIdle())
        close();
}

void Session::close()
{
    if (m_signalling > 0) {
        m_willClose = true;
        later([this] { close(); });
        return;
    }
    if (std::exchange(m_closing, true))
        return;
    endSource();
    for (Connection *connection : m_connections.all())
        connection->close(); // each leaves by its last change
    end();
}

void Session::end()
{
    if (std::exchange(m_ended, true))
        return;
    if (m_recorder != nullptr) {
        if (const Status status = m_recorder->finish(); !status)
            Q_EMIT problem(status.error());
        endRecording(*recording(), m_talk, m_messages > m_saved);
    }
    Q_EMIT ended();
}

} // namespace pipeglass::engine
