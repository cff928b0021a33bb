// SPDX-License-Identifier: MIT
#include "engine/attachment.h"

#include "catalog/resolve.h"
#include "engine/connection.h"
#include "engine/dialer.h"
#include "engine/peer.h"
#include "engine/recorder.h"

#include <utility>

namespace pipeglass::engine {

class Attachment::Private {
public:
    Private(Attachment *attachment, AttachRequest wanted)
        : q(attachment)
        , request(std::move(wanted))
    {
    }

    [[nodiscard]] Status prepare();
    void begin();
    void giveUp(const Error &error);
    void onChanged();
    void end();

    Attachment *q;
    AttachRequest request;
    QByteArray path;
    std::unique_ptr<Recorder> recorder;
    std::unique_ptr<Dialer> dialer;
    std::unique_ptr<Connection> connection;
    bool ended = false;
};

Status Attachment::Private::prepare()
{
    Result<catalog::ResolvedFile> file =
        request.entry != nullptr ? catalog::openEntry(*request.entry) : catalog::resolve(request.name);
    if (!file)
        return failure(file.error());
    path = file->path;
    if (file->kind != catalog::FileKind::Socket)
        return failure(ErrorCode::NotASocket, path);
    if (request.entry != nullptr && request.entry->socketType != catalog::SocketType::None
        && request.entry->socketType != catalog::SocketType::Stream)
        return failure(ErrorCode::WrongSocketType, path);
    Result<capture::RecordingPtr> recording = capture::Recording::create(request.recordTo);
    if (!recording)
        return failure(recording.error());
    recorder = std::make_unique<Recorder>(*std::move(recording));
    dialer = std::make_unique<Dialer>(*std::move(file), request.timeoutMs);
    return {};
}

void Attachment::Private::begin()
{
    UniqueFd socket = dialer->takeSocket();
    const ProcessInfo peer = peerOf(socket.get());
    const Result<ConnectionId> id = recorder->addConnection({ {}, path, peer, true, request.framing->id() });
    if (!id) {
        giveUp(id.error());
        return;
    }
    connection = std::make_unique<Connection>(
        Connection::Setup{ std::move(socket), dialer->takeEarlyBytes(), *id, peer, request.framing, request.limit },
        *recorder);
    connect(connection.get(), &Connection::changed, q, [this] { onChanged(); });
    connect(connection.get(), &Connection::writable, q, &Session::writable);
    Q_EMIT
    q->connectionOpened(connection->state());
    if (!ended)
        connection->start();
}

void Attachment::Private::giveUp(const Error &error)
{
    if (ended)
        return;
    Q_EMIT
    q->failed(error);
    end();
}

void Attachment::Private::onChanged()
{
    const ConnectionState state = connection->state();
    Q_EMIT
    q->connectionChanged(state);
    if (state.closed)
        end();
}

void Attachment::Private::end()
{
    if (std::exchange(ended, true))
        return;
    if (const Status status = recorder ? recorder->finish() : Status(); !status)
        Q_EMIT
    q->problem(status.error());
    Q_EMIT
    q->ended();
}

Attachment::Attachment(AttachRequest request, QObject *parent)
    : Session(parent)
    , d(std::make_unique<Private>(this, std::move(request)))
{
}

Attachment::~Attachment()
{
    if (d->connection != nullptr)
        d->connection->disconnect(this);
}

Status Attachment::start()
{
    if (Status status = d->prepare(); !status)
        return status;
    connect(d->recorder.get(), &Recorder::recorded, this, &Session::message);
    connect(d->recorder.get(), &Recorder::grew, this, &Session::grew);
    connect(d->recorder.get(), &Recorder::stalled, this, &Session::problem);
    connect(d->dialer.get(), &Dialer::connected, this, [this] { d->begin(); });
    connect(d->dialer.get(), &Dialer::failed, this, [this](const Error &error) { d->giveUp(error); });
    d->dialer->start();
    return {};
}

QByteArray Attachment::path() const { return d->path.isEmpty() ? d->request.name : d->path; }

framing::FramingPtr Attachment::framing() const { return d->request.framing; }

capture::RecordingPtr Attachment::recording() const
{
    return d->recorder != nullptr ? d->recorder->recording() : capture::RecordingPtr();
}

std::vector<ConnectionState> Attachment::connections() const
{
    if (d->connection == nullptr)
        return {};
    return { d->connection->state() };
}

Status Attachment::send(const QByteArray &payload, ConnectionId)
{
    if (d->connection == nullptr)
        return failure(ErrorCode::PeerClosed, path());
    Result<framing::Frame> frame = d->request.framing->encode(payload, d->request.limit);
    Status status = frame ? d->connection->send(*std::move(frame)) : failure(frame.error());
    if (!status && status.error().subject.isEmpty())
        status.error().subject = path();
    return status;
}

qint64 Attachment::queuedBytes() const { return d->connection != nullptr ? d->connection->queuedBytes() : 0; }

void Attachment::finishSending()
{
    if (d->connection != nullptr)
        d->connection->finishSending();
}

void Attachment::close()
{
    if (d->ended)
        return;
    if (d->dialer != nullptr)
        d->dialer->stop();
    if (d->connection != nullptr)
        d->connection->close(); // ends by its last change
    d->end();
}

} // namespace pipeglass::engine
