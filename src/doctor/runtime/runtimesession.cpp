// SPDX-License-Identifier: MIT
#include "doctor/runtime/runtimesession.h"

#include "core/files/localaddress.h"
#include "decoding/bytecursor.h"
#include "doctor/runtime/connectwatch.h"

#include <QThread>
#include <QtEndian>

#include <cerrno>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pipeglass::doctor {

namespace {

constexpr QByteArrayView ipcMagic("DOTNET_IPC_V1\0", 14);
constexpr qsizetype ipcHeaderSize = 20;

/// Command set * 256 + command.
enum IpcCommand : quint16 { StopTracing = 0x0201, CollectTracing2 = 0x0203, IpcOk = 0xff00, IpcError = 0xffff };

template <typename Number>
void appendLittle(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

/// ASCII as a string of the protocol: the count of UTF-16 units with the NUL, then those.
void appendText(QByteArray &bytes, const QByteArray &text)
{
    appendLittle(bytes, static_cast<quint32>(text.size() + 1));
    for (qsizetype i = 0; i <= text.size(); ++i)
        appendLittle(bytes, i < text.size() ? quint16{ static_cast<uchar>(text[i]) } : quint16{ 0 });
}

QByteArray ipcMessage(IpcCommand command, const QByteArray &payload)
{
    QByteArray message = ipcMagic.toByteArray();
    appendLittle(message, static_cast<quint16>(ipcHeaderSize + payload.size()));
    message.append(static_cast<char>(command >> 8U)).append(static_cast<char>(command & 0xffU));
    appendLittle(message, quint16{ 0 });
    return message + payload;
}

QByteArray collectRequest(const QByteArray &provider)
{
    QByteArray payload;
    appendLittle(payload, quint32{ 1 }); // MiB that the runtime buffers
    appendLittle(payload, quint32{ 1 }); // the format nettrace 4
    payload.append('\0'); // without rundown events at the end
    appendLittle(payload, quint32{ 1 }); // providers
    appendLittle(payload, ~quint64{ 0 }); // keywords: all
    appendLittle(payload, quint32{ 4 }); // level: informational
    appendText(payload, provider);
    appendLittle(payload, quint32{ 0 }); // no filter
    return ipcMessage(CollectTracing2, payload);
}

bool waitFor(int socket, short events, const QDeadlineTimer &deadline)
{
    pollfd one{ socket, events, 0 };
    return ::poll(&one, 1, static_cast<int>(deadline.remainingTime())) > 0;
}

/// Whether the process listens there itself, with our user: anybody may create such a file in /tmp.
bool isOwn(int socket, pid_t pid)
{
    ucred credentials{};
    socklen_t size = sizeof credentials;
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0 && credentials.pid == pid
        && credentials.uid == ::geteuid();
}

Result<UniqueFd> connected(const RuntimeSocket &runtime, const QDeadlineTimer &deadline)
{
    constexpr unsigned long pauseMs = 10;
    UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.isValid())
        return failure(systemError(errno, runtime.path));
    for (int error = -1; error != 0; error = connectToFile(socket.get(), runtime.file.get())) {
        if (error > 0 && error != EAGAIN)
            return failure(
                error == ECONNREFUSED ? Error{ ErrorCode::NobodyListening, error, runtime.path, {} }
                                      : pipeError(error, runtime.path));
        if (deadline.hasExpired())
            return failure(ErrorCode::TimedOut, runtime.path);
        if (error == EAGAIN)
            QThread::msleep(pauseMs);
    }
    if (!isOwn(socket.get(), runtime.process.pid))
        return failure(ErrorCode::WrongSocketType, runtime.path);
    return socket;
}

Result<UniqueFd> asked(const RuntimeSocket &runtime, const QByteArray &message, const QDeadlineTimer &deadline)
{
    Result<UniqueFd> socket = connected(runtime, deadline);
    // A fresh socket has room for so few bytes.
    if (socket && ::send(socket->get(), message.constData(), static_cast<size_t>(message.size()), MSG_NOSIGNAL) < 0)
        return failure(systemError(errno, runtime.path));
    return socket;
}

Result<QByteArray> exactly(int socket, qsizetype size, const QByteArray &path, const QDeadlineTimer &deadline)
{
    QByteArray bytes(size, '\0');
    qsizetype have = 0;
    while (have < size) {
        if (!waitFor(socket, POLLIN, deadline))
            return failure(ErrorCode::TimedOut, path);
        const ssize_t got = ::recv(socket, bytes.data() + have, static_cast<size_t>(size - have), MSG_DONTWAIT);
        if (got == 0)
            return failure(ErrorCode::PeerClosed, path);
        if (got < 0 && errno != EAGAIN && errno != EINTR)
            return failure(systemError(errno, path));
        have += qMax<ssize_t>(got, 0);
    }
    return bytes;
}

/// The payload of the response.
Result<QByteArray> response(int socket, const QByteArray &path, const QDeadlineTimer &deadline)
{
    const auto header = exactly(socket, ipcHeaderSize, path, deadline);
    if (!header)
        return header;
    decoding::ByteCursor in(*header);
    const bool isIpc = in.take(static_cast<quint64>(ipcMagic.size())) == ipcMagic;
    const auto size = in.little<quint16>();
    const auto command = in.big<quint16>();
    if (!isIpc || size < ipcHeaderSize)
        return failure(ErrorCode::Unsupported, path);
    auto payload = exactly(socket, size - ipcHeaderSize, path, deadline);
    if (payload && command != IpcOk)
        return failure(
            ErrorCode::Unsupported, path,
            QStringLiteral("0x%1").arg(decoding::ByteCursor(*payload).little<quint32>(), 8, 16, QLatin1Char('0')));
    return payload;
}

} // namespace

RuntimeSession::RuntimeSession(const RuntimeSocket &runtime, UniqueFd stream, QByteArray id)
    : m_runtime(&runtime)
    , m_stream(std::move(stream))
    , m_id(std::move(id))
{
}

RuntimeSession::~RuntimeSession() { stop(); }

Result<RuntimeSession>
RuntimeSession::start(const RuntimeSocket &runtime, const QByteArray &provider, QDeadlineTimer deadline)
{
    Result<UniqueFd> stream = asked(runtime, collectRequest(provider), deadline);
    if (!stream)
        return failure(stream.error());
    const auto id = response(stream->get(), runtime.path, deadline);
    if (!id)
        return failure(id.error());
    return RuntimeSession(runtime, *std::move(stream), *id);
}

QByteArray RuntimeSession::read(QDeadlineTimer deadline)
{
    constexpr qsizetype chunk = 64 * 1024;
    if (isOver() || !waitFor(m_stream.get(), POLLIN, deadline))
        return {};
    QByteArray bytes(chunk, Qt::Uninitialized);
    const ssize_t got = ::recv(m_stream.get(), bytes.data(), static_cast<size_t>(chunk), MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
        m_stream.reset();
    bytes.truncate(qMax<ssize_t>(got, 0));
    return bytes;
}

/// The runtime writes what it still has, then closes the stream. Without an answer it notices that it is closed.
void RuntimeSession::stop()
{
    constexpr int patienceMs = 1500;
    const QDeadlineTimer deadline(patienceMs);
    if (isOver())
        return;
    const auto stopping = asked(*m_runtime, ipcMessage(StopTracing, m_id), deadline);
    while (stopping && !isOver() && !deadline.hasExpired())
        (void)read(deadline);
    if (stopping && isOver())
        (void)response(stopping->get(), m_runtime->path, deadline);
}

} // namespace pipeglass::doctor
