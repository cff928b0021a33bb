// SPDX-License-Identifier: MIT
#include "engine/sockets/listener.h"

#include <QLocalServer>
#include <QSocketNotifier>

#include <cerrno>
#include <chrono>
#include <functional>
#include <limits>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

class Server : public QLocalServer {
public:
    Server(std::function<void(int)> arrived, QObject *parent)
        : QLocalServer(parent)
        , m_arrived(std::move(arrived))
    {
    }

    /// QLocalServer ends itself, without a signal, when accept() fails once. It closes its descriptor then.
    [[nodiscard]] bool hasGivenUp() const { return !errorString().isEmpty(); }

protected:
    void incomingConnection(quintptr descriptor) override { m_arrived(static_cast<int>(descriptor)); }

private:
    std::function<void(int)> m_arrived;
};

bool hasGivenUp(const QLocalServer *server) { return static_cast<const Server *>(server)->hasGivenUp(); }

} // namespace

Result<ListeningSocket> listenAt(BoundName::Request request)
{
    const QByteArray path = request.path;
    UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.isValid())
        return failure(systemError(errno, path));
    Result<std::unique_ptr<BoundName>> name = BoundName::bind(socket.get(), std::move(request));
    if (!name)
        return failure(name.error());
    if (::listen(socket.get(), std::numeric_limits<int>::max()) != 0) // the kernel cuts it to somaxconn
        return failure(systemError(errno, path));
    return ListeningSocket{ std::move(socket), *std::move(name) };
}

Listener::Listener(ListeningSocket socket, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket.socket))
    , m_name(std::move(socket.name))
    , m_path(m_name != nullptr ? m_name->path() : QByteArray())
    , m_idle(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(1s);
    connect(&m_retry, &QTimer::timeout, this, &Listener::tryAgain);
}

Listener::~Listener()
{
    const Status ignored = close(); // whoever wants to know calls it
    Q_UNUSED(ignored)
}

void Listener::start()
{
    m_watch = new QSocketNotifier(m_socket.get(), QSocketNotifier::Read, this);
    connect(m_watch, &QSocketNotifier::activated, this, &Listener::checkServer);
    if (!makeServer())
        pause(errno);
}

bool Listener::makeServer()
{
    if (!m_idle.isValid())
        m_idle = UniqueFd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    m_serverDescriptor = m_idle.isValid() ? ::fcntl(m_idle.get(), F_DUPFD_CLOEXEC, 0) : -1;
    if (m_serverDescriptor < 0)
        return false;
    m_server = new Server([this](int descriptor) { arrive(descriptor); }, this);
    m_server->listen(m_serverDescriptor);
    ::dup3(m_socket.get(), m_serverDescriptor, O_CLOEXEC); // cannot fail: both are open
    return true;
}

void Listener::arrive(int descriptor)
{
    goOn();
    Q_EMIT clientArrived(descriptor);
}

/// Called in each turn of the event loop in which a client waits.
void Listener::checkServer()
{
    if (m_server == nullptr || !hasGivenUp(m_server))
        return;
    const UniqueFd probe(::fcntl(m_socket.get(), F_DUPFD_CLOEXEC, 0));
    const int error = probe.isValid() ? EMFILE : errno;
    endServer();
    pause(error);
}

void Listener::pause(int error)
{
    m_watch->setEnabled(false); // it would fire for ever
    m_retry.start();
    if (!std::exchange(m_paused, true))
        Q_EMIT paused(systemError(error, m_path));
}

void Listener::tryAgain()
{
    if (!m_socket.isValid() || m_server != nullptr)
        return;
    m_retry.stop();
    if (!makeServer()) {
        m_retry.start();
        return;
    }
    m_watch->setEnabled(true);
    pollfd waiting{ m_socket.get(), POLLIN, 0 };
    if (::poll(&waiting, 1, 0) == 0) // nobody waits, so nobody's arrival will tell
        goOn();
}

void Listener::goOn()
{
    if (!std::exchange(m_paused, false))
        return;
    m_retry.stop();
    Q_EMIT resumed();
}

void Listener::resume()
{
    if (m_paused && m_server == nullptr)
        tryAgain();
}

Status Listener::close()
{
    m_retry.stop();
    m_paused = false;
    // The name first: nobody shall be refused under a name that is still there.
    const Status status = m_name != nullptr ? m_name->remove() : Status();
    m_name.reset();
    endServer();
    if (m_watch != nullptr) {
        m_watch->setEnabled(false);
        std::exchange(m_watch, nullptr)->deleteLater();
    }
    m_socket.reset();
    return status;
}

void Listener::endServer()
{
    if (m_server == nullptr)
        return;
    QLocalServer *server = std::exchange(m_server, nullptr);
    const int descriptor = std::exchange(m_serverDescriptor, -1);
    if (!hasGivenUp(server)) {
        // The socket shall be closed now, the descriptor when QLocalServer polls it no more.
        ::dup3(m_idle.get(), descriptor, O_CLOEXEC);
        connect(
            server, &QObject::destroyed, [descriptor] { ::close(descriptor); }); // clazy:exclude=connect-3arg-lambda
    }
    server->deleteLater(); // later: it may be calling us
}

} // namespace pipeglass::engine
