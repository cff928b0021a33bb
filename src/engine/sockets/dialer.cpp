// SPDX-License-Identifier: MIT
#include "engine/sockets/dialer.h"

#include "core/path.h"

#include <QLocalSocket>

#include <cerrno>
#include <chrono>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>

namespace pipeglass::engine {

using namespace std::chrono_literals;

Dialer::Dialer(Destination destination, int timeoutMs, QObject *parent)
    : QObject(parent)
    , m_destination(std::move(destination))
    , m_timeoutMs(timeoutMs)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Dialer::dial);
}

Dialer::~Dialer() = default;

void Dialer::start()
{
    m_deadline = m_timeoutMs > 0 ? QDeadlineTimer(m_timeoutMs) : QDeadlineTimer(QDeadlineTimer::Forever);
    m_again.start(0ms);
}

void Dialer::stop() { m_again.stop(); }

void Dialer::dial()
{
    if (m_destination.abstract) {
        dialAbstract();
        return;
    }
    m_dialing = new QLocalSocket(this);
    connect(m_dialing, &QLocalSocket::connected, this, &Dialer::takeOver);
    connect(m_dialing, &QLocalSocket::errorOccurred, this, [this](QLocalSocket::LocalSocketError error) {
        const int number = errno; // of the connect() that failed just now
        if (m_dialing != nullptr)
            report(error, number);
    });
    // Its connect() does not block and answers in this call, but for one answer: "the backlog is full".
    errno = 0;
    m_dialing->connectToServer(QString::fromLatin1(descriptorPath(m_destination.file.fd.get())));
    if (m_dialing != nullptr && m_dialing->state() == QLocalSocket::ConnectingState)
        retry();
}

void Dialer::retry()
{
    // QLocalSocket would wait for "writable", which such a socket always is: it would spin. So we wait ourselves.
    QLocalSocket *spinning = std::exchange(m_dialing, nullptr);
    spinning->disconnect(this);
    spinning->abort();
    spinning->deleteLater();
    waitForBacklog();
}

/// QLocalSocket takes its name as text, and this one may be any bytes.
void Dialer::dialAbstract()
{
    UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (socket.isValid() && ::connect(socket.get(), m_destination.abstract->get(), m_destination.abstract->size) == 0) {
        m_socket = std::move(socket);
        Q_EMIT connected();
        return;
    }
    const int number = errno;
    if (number == EAGAIN)
        waitForBacklog();
    else if (number == ECONNREFUSED)
        fail(ErrorCode::NobodyListening, number);
    else if (number == EPROTOTYPE)
        fail(ErrorCode::WrongSocketType, number);
    else
        Q_EMIT failed(pipeError(number, m_destination.file.path));
}

void Dialer::waitForBacklog()
{
    if (m_deadline.hasExpired()) {
        fail(ErrorCode::TimedOut);
        return;
    }
    std::chrono::milliseconds pause = 50ms;
    if (!m_deadline.isForever())
        pause = qMin(pause, std::chrono::milliseconds(m_deadline.remainingTime()));
    m_again.start(pause);
}

void Dialer::takeOver()
{
    QLocalSocket *dialed = std::exchange(m_dialing, nullptr);
    dialed->disconnect(this);
    m_socket = UniqueFd(::fcntl(static_cast<int>(dialed->socketDescriptor()), F_DUPFD_CLOEXEC, 0));
    const int number = errno;
    m_early = dialed->readAll();
    dialed->deleteLater(); // closes its own descriptor only; the link lives on in ours
    if (m_socket.isValid())
        Q_EMIT connected();
    else
        Q_EMIT failed(systemError(number, m_destination.file.path));
}

void Dialer::report(int socketError, int number)
{
    std::exchange(m_dialing, nullptr)->deleteLater();
    switch (socketError) {
    case QLocalSocket::ConnectionRefusedError:
        fail(ErrorCode::NobodyListening, ECONNREFUSED);
        return;
    case QLocalSocket::ServerNotFoundError:
        fail(ErrorCode::NoSuchPipe, ENOENT);
        return;
    case QLocalSocket::SocketAccessError:
        fail(ErrorCode::PermissionDenied, EACCES);
        return;
    default:
        break;
    }
    if (number == EPROTOTYPE)
        fail(ErrorCode::WrongSocketType, number);
    else
        Q_EMIT failed(pipeError(number, m_destination.file.path));
}

void Dialer::fail(ErrorCode code, int number) { Q_EMIT failed({ code, number, m_destination.file.path, {} }); }

} // namespace pipeglass::engine
