// SPDX-License-Identifier: MIT
#include "engine/host.h"

#include "catalog/entries/pipename.h"
#include "engine/connection.h"
#include "engine/listener.h"
#include "engine/peer.h"
#include "engine/recorder.h"

#include <map>
#include <utility>

namespace pipeglass::engine {

namespace {

/// An echo's client is not read while this much of its answers waits for it: what one that never reads can make us
/// hold is this and the answers to one chunk.
constexpr qint64 answersThatMayWait = qint64{ 64 } << 10U;

} // namespace

class Host::Private {
public:
    Private(Host *host, HostRequest wanted)
        : q(host)
        , request(std::move(wanted))
    {
    }

    [[nodiscard]] Status listen();
    void admit(UniqueFd socket);
    void onRecorded(const MessageEvent &event);
    void echo(Connection *connection, const capture::Record &asked);
    void onChanged(Connection *connection);
    void onQueueShrank(Connection *connection) const;
    void finishIfAnswered(Connection *connection) const;
    [[nodiscard]] Status sendTo(Connection *connection, const framing::Frame &frame) const;
    [[nodiscard]] Status sendToAll(const framing::Frame &frame) const;
    [[nodiscard]] Connection *find(ConnectionId id) const;
    void close();

    Host *q;
    HostRequest request;
    QByteArray path;
    std::unique_ptr<Recorder> recorder;
    std::map<ConnectionId, Connection *> connections; ///< children of q, in the order of their coming
    std::unique_ptr<Listener> listener;
    bool replacedStale = false;
    bool ended = false;
};

Status Host::Private::listen()
{
    Result<QByteArray> wanted = catalog::pathForName(request.name);
    if (!wanted)
        return failure(wanted.error());
    path = *std::move(wanted);
    auto listening = std::make_unique<Listener>();
    if (Status status = listening->listen({ path, request.mode, request.replaceStale }); !status)
        return status;
    // After the name, so that a refusal leaves no file; no client is accepted before the event loop runs.
    Result<capture::RecordingPtr> recording = capture::Recording::create(request.recordTo);
    if (!recording)
        return failure(recording.error());
    recorder = std::make_unique<Recorder>(*std::move(recording));
    replacedStale = listening->replacedStale();
    listener = std::move(listening);
    return {};
}

void Host::Private::admit(UniqueFd socket)
{
    const ProcessInfo peer = peerOf(socket.get());
    const Result<ConnectionId> id = recorder->addConnection(
        { {}, path, { peer, {} }, { request.framing->id(), request.framing->id() }, Side::Server });
    if (!id) { // what cannot be recorded is not served; the client sees its link end
        Q_EMIT q->problem(id.error());
        return;
    }
    auto *connection = new Connection(
        Connection::Setup{ std::move(socket), {}, *id, Side::Server, peer, request.framing, request.limit }, *recorder,
        q);
    connections.emplace(*id, connection);
    connect(connection, &Connection::changed, q, [this, connection] { onChanged(connection); });
    connect(connection, &Connection::queueShrank, q, [this, connection] { onQueueShrank(connection); });
    connect(connection, &Connection::writable, q, &Session::writable);
    Q_EMIT q->connectionOpened(connection->state());
    if (!connection->state().closed)
        connection->start();
}

void Host::Private::onRecorded(const MessageEvent &event)
{
    // Told before it is answered, so that the answer's own event comes behind.
    Q_EMIT q->message(event);
    if (request.responder.kind != Responder::Kind::Echo || event.record.from != Side::Client
        || event.record.isMalformed())
        return;
    if (Connection *connection = find(event.connection))
        echo(connection, event.record);
}

void Host::Private::echo(Connection *connection, const capture::Record &asked)
{
    const Slice payload = asked.payload();
    QByteArray answer = request.responder.prefix;
    answer.append(payload.view());
    Result<framing::Frame> frame = request.framing->encode(answer, request.limit);
    if (!frame) {
        frame.error().subject = path;
        recorder->record(capture::Event{ {}, connection->state().id, capture::EventKind::ReplyFailed, Side::Server });
        Q_EMIT q->problem(frame.error());
        return;
    }
    if (!connection->answer(*std::move(frame)))
        return; // they read no more: their half is closed, which is an event of its own
    if (connection->queuedBytes() > answersThatMayWait)
        connection->setReading(false);
}

void Host::Private::onQueueShrank(Connection *connection) const
{
    if (connection->queuedBytes() <= answersThatMayWait)
        connection->setReading(true);
}

void Host::Private::onChanged(Connection *connection)
{
    const ConnectionState state = connection->state();
    if (state.closed) {
        connections.erase(state.id);
        connection->deleteLater();
    }
    Q_EMIT q->connectionChanged(state);
    if (!state.closed)
        finishIfAnswered(connection);
    else if (listener != nullptr)
        listener->resume();
}

void Host::Private::finishIfAnswered(Connection *connection) const
{
    // A client that asked and ended its half may wait for our end. One that never said anything only listens (.NET's
    // PipeDirection.In), and a person may still want to tell it something.
    if (request.responder.kind == Responder::Kind::Echo && connection->state().incoming == HalfState::ClosedByPeer
        && connection->framesReceived() > 0 && !recorder->isStalled())
        connection->finishSending();
}

Status Host::Private::sendTo(Connection *connection, const framing::Frame &frame) const
{
    Status status = connection != nullptr ? connection->send(frame) : failure(ErrorCode::PeerClosed);
    if (!status)
        status.error().subject = path;
    return status;
}

Status Host::Private::sendToAll(const framing::Frame &frame) const
{
    Status result = failure(ErrorCode::PeerClosed, path, QStringLiteral("no client is connected"));
    bool sentToSome = false;
    const std::map<ConnectionId, Connection *> all = connections; // sending can end one
    for (const auto &[id, connection] : all) {
        const Status status = sendTo(connection, frame);
        if (status)
            sentToSome = true;
        else
            recorder->record(capture::Event{ {}, id, capture::EventKind::NotSent, Side::Client });
        if (!status && result.error().code == ErrorCode::PeerClosed)
            result = status;
    }
    return sentToSome ? Status() : result;
}

Connection *Host::Private::find(ConnectionId id) const
{
    const auto found = connections.find(id);
    return found == connections.end() ? nullptr : found->second;
}

void Host::Private::close()
{
    if (std::exchange(ended, true))
        return;
    if (const Status status = listener != nullptr ? listener->close() : Status(); !status)
        Q_EMIT q->problem(status.error());
    const std::map<ConnectionId, Connection *> all = connections;
    for (const auto &[id, connection] : all)
        connection->close();
    if (const Status status = recorder != nullptr ? recorder->finish() : Status(); !status)
        Q_EMIT q->problem(status.error());
    Q_EMIT q->ended();
}

Host::Host(HostRequest request, QObject *parent)
    : Session(parent)
    , d(std::make_unique<Private>(this, std::move(request)))
{
}

Host::~Host()
{
    // They refer to the recorder, which goes before a QObject's children do.
    for (const auto &[id, connection] : d->connections)
        delete connection;
}

Status Host::start()
{
    if (Status status = d->listen(); !status)
        return status;
    connect(d->recorder.get(), &Recorder::recorded, this, [this](const MessageEvent &event) { d->onRecorded(event); });
    connect(d->recorder.get(), &Recorder::grew, this, &Session::grew);
    connect(d->recorder.get(), &Recorder::stalled, this, &Session::problem);
    connect(d->recorder.get(), &Recorder::resumed, this, [this] {
        const std::map<ConnectionId, Connection *> all = d->connections;
        for (const auto &[id, connection] : all)
            d->finishIfAnswered(connection);
    });
    connect(d->listener.get(), &Listener::clientArrived, this, [this](int fd) { d->admit(UniqueFd(fd)); });
    connect(d->listener.get(), &Listener::paused, this, &Host::acceptingPaused);
    connect(d->listener.get(), &Listener::resumed, this, &Host::acceptingResumed);
    return {};
}

bool Host::replacedStale() const { return d->replacedStale; }

QByteArray Host::path() const { return d->path.isEmpty() ? d->request.name : d->path; }

framing::FramingPtr Host::framing() const { return d->request.framing; }

capture::RecordingPtr Host::recording() const
{
    return d->recorder != nullptr ? d->recorder->recording() : capture::RecordingPtr();
}

std::vector<ConnectionState> Host::connections() const
{
    std::vector<ConnectionState> states;
    states.reserve(d->connections.size());
    for (const auto &[id, connection] : d->connections)
        states.push_back(connection->state());
    return states;
}

Status Host::send(const QByteArray &payload, ConnectionId to)
{
    Result<framing::Frame> frame = d->request.framing->encode(payload, d->request.limit);
    if (!frame) {
        frame.error().subject = path();
        return failure(frame.error());
    }
    return to.isValid() ? d->sendTo(d->find(to), *frame) : d->sendToAll(*frame);
}

qint64 Host::queuedBytes() const
{
    qint64 sum = 0;
    for (const auto &[id, connection] : d->connections)
        sum += connection->queuedBytes();
    return sum;
}

void Host::finishSending()
{
    const std::map<ConnectionId, Connection *> all = d->connections;
    for (const auto &[id, connection] : all)
        connection->finishSending();
}

void Host::close() { d->close(); }

void Host::closeConnection(ConnectionId connection)
{
    if (Connection *found = d->find(connection))
        found->close();
}

} // namespace pipeglass::engine
