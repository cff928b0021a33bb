// SPDX-License-Identifier: MIT
#include "engine/sessions/dialsource.h"

#include "catalog/naming/connectproblem.h"

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

/// The kernel refuses in the same words whether nobody is there or somebody who does not listen. May block.
Error withReason(const Error &error, const QByteArray &path, const std::optional<FileIdentity> &file)
{
    if (file)
        return catalog::explainedRefusal(error, path, *file);
    const auto socket = error.code == ErrorCode::NobodyListening ? catalog::resolveAbstract(path) : failure(error);
    if (socket && socket->type != SOCK_STREAM)
        return { ErrorCode::WrongSocketType, error.systemError, path, {} };
    return socket && !socket->isListening ? Error{ ErrorCode::NotListening, error.systemError, path, {} } : error;
}

} // namespace

DialSource::DialSource(AttachRequest request, BackgroundThread &background)
    : ConnectionSource({ request.name, {}, Side::Client, false, false }, background)
    , m_request(std::move(request))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &DialSource::lookAgain);
}

DialSource::~DialSource() = default;

void DialSource::prepare()
{
    const int timeoutMs = m_request.timeoutMs;
    m_deadline = timeoutMs > 0 ? QDeadlineTimer(timeoutMs) : QDeadlineTimer(QDeadlineTimer::Forever);
    background().run(
        this, [name = m_request.name, entry = m_request.entry] { return destinationOf(name, entry); },
        [this](Result<Destination> &destination) { take(destination); });
}

void DialSource::take(Result<Destination> &destination)
{
    if (m_ended)
        return;
    if (!destination) {
        Q_EMIT failed(destination.error());
        return;
    }
    mutableFacts().path = destination->file.path;
    mutableFacts().link = destination->file.link;
    const bool isStream = m_request.entry == nullptr || m_request.entry->socketType == catalog::SocketType::None
        || m_request.entry->socketType == catalog::SocketType::Stream;
    m_destination = *std::move(destination);
    if (m_destination.file.kind != catalog::FileKind::Socket)
        Q_EMIT failed({ ErrorCode::NotASocket, 0, facts().path, {} });
    else if (!isStream)
        Q_EMIT failed({ ErrorCode::WrongSocketType, 0, facts().path, {} });
    else
        Q_EMIT prepared();
}

void DialSource::begin() { dialDestination(); }

void DialSource::dialDestination()
{
    if (m_dialer != nullptr)
        m_dialer.release()->deleteLater(); // it is the one that told
    m_dialled = m_destination.abstract ? std::nullopt : std::optional(m_destination.file.file);
    const int timeoutMs = m_deadline.isForever() ? 0 : static_cast<int>(qMax<qint64>(1, m_deadline.remainingTime()));
    m_dialer = std::make_unique<Dialer>(std::exchange(m_destination, {}), timeoutMs);
    connect(m_dialer.get(), &Dialer::connected, this, &DialSource::connectDone);
    connect(m_dialer.get(), &Dialer::failed, this, &DialSource::onDialFailed);
    m_dialer->start();
}

void DialSource::connectDone()
{
    Link link;
    link.sockets.server = m_dialer->takeSocket();
    link.early = m_dialer->takeEarlyBytes();
    Q_EMIT arrived(&link);
}

void DialSource::onDialFailed(const Error &error)
{
    m_refusal = error;
    if (error.code == ErrorCode::NobodyListening && m_request.entry == nullptr && m_dialled)
        lookAgain();
    else
        giveUp(error);
}

void DialSource::lookAgain()
{
    background().run(
        this, [path = facts().path] { return catalog::resolve(path); },
        [this](Result<catalog::ResolvedFile> &file) { takeAgain(file); });
}

void DialSource::takeAgain(Result<catalog::ResolvedFile> &file)
{
    if (m_ended)
        return;
    if (file && file->kind == catalog::FileKind::Socket && file->file != m_dialled && !m_deadline.hasExpired()) {
        mutableFacts().path = file->path;
        m_destination = { *std::move(file), {} };
        dialDestination();
    } else if (!file && file.error().code == ErrorCode::NoSuchPipe && ++m_absences <= mostAbsences) {
        m_again.start(absencePause);
    } else {
        giveUp(m_refusal);
    }
}

void DialSource::giveUp(const Error &error)
{
    background().run(
        this, [error, path = facts().path, file = m_dialled] { return withReason(error, path, file); },
        [this](const Error &reason) {
            if (!m_ended)
                Q_EMIT failed(reason);
        });
}

Status DialSource::end()
{
    m_ended = true;
    m_again.stop();
    if (m_dialer != nullptr)
        m_dialer->stop();
    return {};
}

} // namespace pipeglass::engine
