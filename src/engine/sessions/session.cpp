// SPDX-License-Identifier: MIT
#include "engine/sessions/session.h"

#include "engine/sessions/dialsource.h"
#include "engine/sessions/endpoint.h"
#include "engine/sessions/listensource.h"
#include "engine/sockets/peercredentials.h"

#include <QTimer>

#include <chrono>
#include <utility>

#include <unistd.h>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

/// A client is not read while this much of its replies waits for it: what one that never reads can make us hold is
/// this and the replies to one chunk.
constexpr qint64 repliesThatMayWait = qint64{ 64 } << 10U;

/// A connection begins when the names of its peer are known, or after this time.
constexpr std::chrono::milliseconds namesPatience = 250ms;

std::unique_ptr<ConnectionSource> makeSource(const SessionRequest &request, BackgroundThread &background)
{
    if (const auto *attach = std::get_if<AttachRequest>(&request))
        return std::make_unique<DialSource>(*attach, background);
    return std::make_unique<ListenSource>(std::get<HostRequest>(request), background);
}

} // namespace

Session::Session(const SessionRequest &request, BackgroundThread &background, QObject *parent)
    : QObject(parent)
    , m_source(makeSource(request, background))
    , m_background(background)
    , m_talk(std::visit([](const auto &one) { return one.talk; }, request))
{
    if (const auto *host = std::get_if<HostRequest>(&request))
        m_responder = host->responder;
    connect(m_source.get(), &ConnectionSource::prepared, this, &Session::createRecording);
    connect(m_source.get(), &ConnectionSource::failed, this, &Session::fail);
    connect(m_source.get(), &ConnectionSource::arrived, this, [this](Link *link) { admit(*link); });
    connect(m_source.get(), &ConnectionSource::paused, this, &Session::acceptingPaused);
    connect(m_source.get(), &ConnectionSource::resumed, this, &Session::acceptingResumed);
}

Session::~Session()
{
    blockSignals(true);
    m_signalling = 0;
    close();
    for (Connection *connection : all()) {
        connection->disconnect(this);
        delete connection;
    }
}

void Session::open() { m_source->prepare(); }

/// After the source, so that a refusal leaves no file.
void Session::createRecording()
{
    m_background.run(
        this, [path = m_talk.recordTo] { return capture::Recording::create(path); },
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
    connect(m_recorder.get(), &Recorder::resumed, this, &Session::resumed);
    connect(m_recorder.get(), &Recorder::resumed, this, [this] {
        for (Connection *connection : all())
            finishIfAnswered(connection);
    });
    m_source->begin();
    if (facts().hasMany)
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
    const Side ours = *source.ours;
    const Side theirs = otherSide(ours);
    UniqueFd &socket = link.sockets[theirs];
    PerSide<ProcessInfo> peers;
    peers[theirs] = peerNumbersOf(socket.get());
    peers[ours] = { ::getpid(), "pipeglass", ::getuid(), {} };
    const Result<ConnectionId> id = m_recorder->addConnection(
        { {}, source.path, peers, { m_talk.framing.client->id(), m_talk.framing.server->id() }, ours });
    if (!id) { // what cannot be recorded is not served; the peer sees its link end
        if (source.hasMany)
            Q_EMIT problem(id.error());
        else
            fail(id.error());
        return;
    }
    auto *connection = new Endpoint(
        { *id, ours, peers, m_talk.framing, m_talk.limit }, std::move(socket), std::move(link.early), *m_recorder,
        this);
    m_connections.emplace(*id, connection);
    connect(connection, &Connection::changed, this, [this, connection] { onChanged(connection); });
    connect(connection, &Connection::queueShrank, this, [connection] {
        if (connection->queuedBytes() <= repliesThatMayWait)
            connection->setReading(true);
    });
    connect(connection, &Connection::writable, this, &Session::writable);
    m_background.run(
        this, [numbers = peers[theirs]] { return withNames(numbers); },
        [this, id = *id, theirs](const ProcessInfo &process) { identify(id, theirs, process); });
    QTimer::singleShot(namesPatience, connection, [this, connection] { begin(connection); });
}

void Session::identify(ConnectionId id, Side side, const ProcessInfo &process)
{
    Connection *connection = find(id);
    if (connection == nullptr || m_ended)
        return;
    connection->identify(side, process);
    begin(connection);
}

/// Once for each connection.
void Session::begin(Connection *connection)
{
    if (connection->state().closed || !m_begun.insert(connection->state().id).second)
        return;
    const ConnectionId id = connection->state().id;
    if (!facts().hasMany)
        Q_EMIT opened();
    if (find(id) != nullptr)
        Q_EMIT connectionOpened(connection->state());
    if (find(id) != nullptr)
        connection->start();
}

void Session::onRecorded(const MessageEvent &event)
{
    // Told before it is answered, so that the reply's own event comes behind.
    ++m_signalling;
    Q_EMIT message(event);
    --m_signalling;
    if (!event.isRecorded)
        Q_EMIT lostChanged();
    const auto ours = facts().ours;
    if (m_responder == nullptr || event.record.from == ours || event.record.isMalformed())
        return;
    if (Connection *connection = find(event.connection))
        reply(connection, event.record);
}

void Session::reply(Connection *connection, const capture::Record &asked)
{
    const Side ours = *facts().ours;
    for (const QByteArray &payload : m_responder->replies(asked.payload())) {
        Result<framing::Frame> frame = m_talk.framing[ours]->encode(payload, ours, m_talk.limit);
        if (!frame) {
            frame.error().subject = facts().path;
            m_recorder->record(capture::Event{ {}, connection->state().id, capture::EventKind::ReplyFailed, ours });
            Q_EMIT problem(frame.error());
        } else if (!connection->reply(*frame)) {
            return; // they read no more: their half is closed, which is an event of its own
        }
    }
    if (connection->queuedBytes() > repliesThatMayWait)
        connection->setReading(false);
}

void Session::onChanged(Connection *connection)
{
    const ConnectionState state = connection->state();
    if (state.closed) {
        if (state.ours)
            m_bytesOfGone += connection->stream(otherSide(*state.ours)).bytes();
        m_connections.erase(state.id);
        connection->deleteLater();
    }
    if (state.closed ? m_begun.erase(state.id) > 0 : m_begun.count(state.id) > 0)
        Q_EMIT connectionChanged(state);
    if (!state.closed)
        finishIfAnswered(connection);
    else if (facts().hasMany)
        m_source->connectionEnded();
    else
        close();
}

void Session::finishIfAnswered(Connection *connection)
{
    // A client that asked and ended its half may wait for our end. One that never said anything only listens (.NET's
    // PipeDirection.In), and a person may still want to tell it something.
    const ConnectionState &state = connection->state();
    if (m_responder == nullptr || !state.ours || m_recorder->isStalled())
        return;
    const Side theirs = otherSide(*state.ours);
    if (state.ends[theirs] == StreamEnd::ByWriter && connection->stream(theirs).messages() > 0)
        connection->finishSending();
}

Status Session::send(const QByteArray &payload, ConnectionId to)
{
    const auto ours = facts().ours;
    if (!ours)
        return failure(ErrorCode::Unsupported, facts().path);
    if (m_closing || m_willClose)
        return failure(ErrorCode::PeerClosed, facts().path);
    Result<framing::Frame> frame = m_talk.framing[*ours]->encode(payload, *ours, m_talk.limit);
    if (!frame) {
        frame.error().subject = facts().path;
        return failure(frame.error());
    }
    if (!to.isValid() && (facts().hasMany || m_connections.empty()))
        return sendToAll(*frame);
    return sendTo(to.isValid() ? find(to) : m_connections.begin()->second, *frame);
}

Status Session::sendTo(Connection *connection, const framing::Frame &frame) const
{
    const bool isThere = connection != nullptr && m_begun.count(connection->state().id) > 0;
    Status status = isThere ? connection->send(frame) : failure(ErrorCode::PeerClosed);
    if (!status)
        status.error().subject = facts().path;
    return status;
}

Status Session::sendToAll(const framing::Frame &frame)
{
    Status result = facts().hasMany
        ? failure(ErrorCode::PeerClosed, facts().path, QStringLiteral("no client is connected"))
        : failure(ErrorCode::PeerClosed, facts().path);
    bool sentToSome = false;
    for (Connection *connection : all()) { // sending can end one
        const ConnectionState &state = connection->state();
        if (m_begun.count(state.id) == 0)
            continue;
        const Status status = sendTo(connection, frame);
        if (status)
            sentToSome = true;
        else
            m_recorder->record(capture::Event{ {}, state.id, capture::EventKind::NotSent, otherSide(*state.ours) });
        if (!status && result.error().code == ErrorCode::PeerClosed)
            result = status;
    }
    return sentToSome ? Status() : result;
}

void Session::finishSending()
{
    for (Connection *connection : all())
        connection->finishSending();
}

void Session::closeConnection(ConnectionId connection)
{
    if (m_signalling > 0) {
        later([this, connection] { closeConnection(connection); });
        return;
    }
    if (Connection *found = find(connection))
        found->close();
}

void Session::setFraming(Side from, const framing::FramingPtr &framing)
{
    if (m_signalling > 0) {
        later([this, from, framing] { setFraming(from, framing); });
        return;
    }
    m_talk.framing[from] = framing;
    for (Connection *connection : all())
        connection->setFraming(from, framing);
}

void Session::setDiskPolicy(DiskPolicy policy)
{
    m_talk.diskPolicy = policy;
    if (m_recorder != nullptr)
        m_recorder->setPolicy(policy);
}

/// From a slot of `message`, for there may be more of the same bytes in hand: it would come before them.
void Session::later(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
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
    if (const Status status = m_source->end(); !status)
        Q_EMIT problem(status.error());
    for (Connection *connection : all())
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
    }
    Q_EMIT ended();
}

capture::RecordingPtr Session::recording() const
{
    return m_recorder != nullptr ? m_recorder->recording() : capture::RecordingPtr();
}

std::vector<ConnectionState> Session::connections() const
{
    std::vector<ConnectionState> states;
    states.reserve(m_connections.size());
    for (const auto &[id, connection] : m_connections) {
        if (m_begun.count(id) > 0)
            states.push_back(connection->state());
    }
    return states;
}

LossCount Session::lost() const { return m_recorder != nullptr ? m_recorder->lost() : LossCount(); }

bool Session::isStalled() const { return m_recorder != nullptr && m_recorder->isStalled(); }

qint64 Session::queuedBytes() const
{
    qint64 sum = 0;
    for (const auto &[id, connection] : m_connections)
        sum += connection->queuedBytes();
    return sum;
}

quint64 Session::bytesReceived() const
{
    quint64 sum = m_bytesOfGone;
    for (const auto &[id, connection] : m_connections) {
        if (const auto ours = connection->state().ours)
            sum += connection->stream(otherSide(*ours)).bytes();
    }
    return sum;
}

Connection *Session::find(ConnectionId id) const
{
    const auto found = m_connections.find(id);
    return found == m_connections.end() ? nullptr : found->second;
}

std::vector<Connection *> Session::all() const
{
    std::vector<Connection *> all;
    all.reserve(m_connections.size());
    for (const auto &[id, connection] : m_connections)
        all.push_back(connection);
    return all;
}

} // namespace pipeglass::engine
