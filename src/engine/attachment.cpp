// SPDX-License-Identifier: MIT
#include "engine/attachment.h"

#include "catalog/naming/abstractname.h"
#include "catalog/naming/connectproblem.h"
#include "engine/connection.h"
#include "engine/destination.h"
#include "engine/dialer.h"
#include "engine/peer.h"
#include "engine/recorder.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <chrono>
#include <utility>

#include <sys/socket.h>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

/// A .NET server in the classic loop (create, wait, answer, dispose) takes its name away and makes it anew after each
/// client. How long one that we just found is waited for while its name is away.
constexpr std::chrono::milliseconds absencePause = 20ms;
constexpr int mostAbsences = 50;

} // namespace

class Attachment::Private {
public:
    Private(Attachment *attachment, AttachRequest wanted)
        : q(attachment)
        , request(std::move(wanted))
    {
    }

    [[nodiscard]] Status prepare();
    void dial(Destination destination);
    void onDialFailed(const Error &error);
    void lookAgain();
    void begin();
    [[nodiscard]] Error withReason(const Error &error) const;
    void giveUp(const Error &error);
    void onChanged();
    void end();

    Attachment *q;
    AttachRequest request;
    QByteArray path;
    QByteArray link; ///< the symbolic link that led there
    std::unique_ptr<Recorder> recorder;
    std::unique_ptr<Dialer> dialer;
    FileIdentity dialed; ///< of a file
    bool isAbstract = false;
    QDeadlineTimer deadline;
    QTimer again;
    int absences = 0;
    Error refusal; ///< the last one
    std::unique_ptr<Connection> connection;
    bool ended = false;
};

Status Attachment::Private::prepare()
{
    Result<Destination> destination = destinationOf(request);
    if (!destination)
        return failure(destination.error());
    path = destination->file.path;
    link = destination->file.link;
    if (destination->file.kind != catalog::FileKind::Socket)
        return failure(ErrorCode::NotASocket, path);
    if (request.entry != nullptr && request.entry->socketType != catalog::SocketType::None
        && request.entry->socketType != catalog::SocketType::Stream)
        return failure(ErrorCode::WrongSocketType, path);
    Result<capture::RecordingPtr> recording = capture::Recording::create(request.recordTo);
    if (!recording)
        return failure(recording.error());
    recorder = std::make_unique<Recorder>(*std::move(recording));
    deadline = request.timeoutMs > 0 ? QDeadlineTimer(request.timeoutMs) : QDeadlineTimer(QDeadlineTimer::Forever);
    dial(*std::move(destination));
    return {};
}

void Attachment::Private::dial(Destination destination)
{
    if (dialer != nullptr)
        dialer.release()->deleteLater(); // it is the one that told
    dialed = destination.file.file;
    isAbstract = destination.abstract.has_value();
    const int timeoutMs = deadline.isForever() ? 0 : static_cast<int>(qMax<qint64>(1, deadline.remainingTime()));
    dialer = std::make_unique<Dialer>(std::move(destination), timeoutMs);
    connect(dialer.get(), &Dialer::connected, q, [this] { begin(); });
    connect(dialer.get(), &Dialer::failed, q, [this](const Error &error) { onDialFailed(error); });
    dialer->start();
}

void Attachment::Private::onDialFailed(const Error &error)
{
    refusal = error;
    if (error.code == ErrorCode::NobodyListening && request.entry == nullptr && !isAbstract)
        lookAgain();
    else
        giveUp(error);
}

void Attachment::Private::lookAgain()
{
    Result<catalog::ResolvedFile> file = catalog::resolve(path);
    if (file && file->kind == catalog::FileKind::Socket && file->file != dialed && !deadline.hasExpired()) {
        path = file->path;
        dial({ *std::move(file), {} });
    } else if (!file && file.error().code == ErrorCode::NoSuchPipe && ++absences <= mostAbsences) {
        again.start(absencePause);
    } else {
        giveUp(refusal);
    }
}

void Attachment::Private::begin()
{
    UniqueFd socket = dialer->takeSocket();
    const ProcessInfo peer = peerOf(socket.get());
    const Result<ConnectionId> id = recorder->addConnection(
        { {}, path, { {}, peer }, { request.framing->id(), request.framing->id() }, Side::Client });
    if (!id) {
        giveUp(id.error());
        return;
    }
    connection = std::make_unique<Connection>(
        Connection::Setup{ std::move(socket), dialer->takeEarlyBytes(), *id, Side::Client, peer, request.framing,
                           request.limit },
        *recorder);
    connect(connection.get(), &Connection::changed, q, [this] { onChanged(); });
    connect(connection.get(), &Connection::writable, q, &Session::writable);
    Q_EMIT q->connectionOpened(connection->state());
    if (!ended)
        connection->start();
}

/// The kernel refuses in the same words whether nobody is there or somebody who does not listen.
Error Attachment::Private::withReason(const Error &error) const
{
    if (!isAbstract)
        return catalog::explainedRefusal(error, path, dialed);
    const auto socket = error.code == ErrorCode::NobodyListening ? catalog::resolveAbstract(path) : failure(error);
    if (socket && socket->type != SOCK_STREAM)
        return { ErrorCode::WrongSocketType, error.systemError, path, {} };
    return socket && !socket->isListening ? Error{ ErrorCode::NotListening, error.systemError, path, {} } : error;
}

void Attachment::Private::giveUp(const Error &error)
{
    if (ended)
        return;
    Q_EMIT q->failed(withReason(error));
    end();
}

void Attachment::Private::onChanged()
{
    const ConnectionState state = connection->state();
    Q_EMIT q->connectionChanged(state);
    if (state.closed)
        end();
}

void Attachment::Private::end()
{
    if (std::exchange(ended, true))
        return;
    if (const Status status = recorder ? recorder->finish() : Status(); !status)
        Q_EMIT q->problem(status.error());
    Q_EMIT q->ended();
}

Attachment::Attachment(AttachRequest request, QObject *parent)
    : Session(parent)
    , d(std::make_unique<Private>(this, std::move(request)))
{
    d->again.setSingleShot(true);
    connect(&d->again, &QTimer::timeout, this, [this] { d->lookAgain(); });
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
    return {};
}

QByteArray Attachment::path() const { return d->path.isEmpty() ? d->request.name : d->path; }

QByteArray Attachment::link() const { return d->link; }

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

quint64 Attachment::bytesReceived() const { return d->connection != nullptr ? d->connection->bytesReceived() : 0; }

void Attachment::finishSending()
{
    if (d->connection != nullptr)
        d->connection->finishSending();
}

void Attachment::close()
{
    if (d->ended)
        return;
    d->again.stop();
    if (d->dialer != nullptr)
        d->dialer->stop();
    if (d->connection != nullptr)
        d->connection->close(); // ends by its last change
    d->end();
}

} // namespace pipeglass::engine
