// SPDX-License-Identifier: MIT
#include "engine/listener.h"

#include <QLocalServer>
#include <QSocketNotifier>

#include <cerrno>
#include <chrono>
#include <functional>
#include <limits>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

/// How many clients one wake-up accepts once we accept ourselves.
constexpr int acceptsPerWakeUp = 64;

class Server : public QLocalServer {
public:
    Server(std::function<void(int)> arrived, QObject *parent)
        : QLocalServer(parent)
        , m_arrived(std::move(arrived))
    {
    }

protected:
    void incomingConnection(quintptr descriptor) override { m_arrived(static_cast<int>(descriptor)); }

private:
    std::function<void(int)> m_arrived;
};

} // namespace

Listener::Listener(QObject *parent)
    : QObject(parent)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(1s);
    connect(&m_retry, &QTimer::timeout, this, &Listener::acceptSome);
}

Listener::~Listener()
{
    const Status ignored = close(); // whoever wants to know calls it
    Q_UNUSED(ignored)
}

Status Listener::listen(BoundName::Request request)
{
    m_path = request.path;
    m_socket = UniqueFd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!m_socket.isValid())
        return failure(systemError(errno, m_path));
    // QLocalServer closes what it was given when it fails; so it gets a duplicate, and the socket lives on.
    m_serverSocket = UniqueFd(::fcntl(m_socket.get(), F_DUPFD_CLOEXEC, 0));
    if (!m_serverSocket.isValid())
        return failure(systemError(errno, m_path));
    startServer();
    Result<std::unique_ptr<BoundName>> name = BoundName::bind(m_socket.get(), std::move(request));
    if (name && ::listen(m_socket.get(), std::numeric_limits<int>::max()) != 0) // the kernel cuts it to somaxconn
        name = failure(systemError(errno, m_path));
    if (!name) {
        endServer();
        m_socket.reset();
        return failure(name.error());
    }
    m_name = *std::move(name);
    return {};
}

void Listener::startServer()
{
    m_server = new Server([this](int descriptor) { Q_EMIT clientArrived(descriptor); }, this);
    m_server->listen(m_serverSocket.get());
    // QLocalServer ends itself, silently, when accept() fails once (out of descriptors), and a socket that has a name
    // by then cannot be given to another one: that would delete the name's file at its end. So from there on we accept
    // ourselves. What is seen of its end is that its notifier goes.
    if (const auto *notifier = m_server->findChild<QSocketNotifier *>())
        connect(notifier, &QObject::destroyed, this, &Listener::takeOver);
}

void Listener::takeOver()
{
    if (m_notifier != nullptr || !m_socket.isValid())
        return;
    endServer();
    m_notifier = new QSocketNotifier(m_socket.get(), QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Listener::acceptSome);
    acceptSome();
}

void Listener::acceptSome()
{
    for (int i = 0; i < acceptsPerWakeUp && m_socket.isValid(); ++i) {
        const int client = ::accept4(m_socket.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (client < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR && errno != ECONNABORTED) {
            pause(errno);
            return;
        }
        // The kernel takes a descriptor before it looks for a client, so "nobody there" means that there is one.
        goOn();
        if (client < 0)
            return;
        Q_EMIT clientArrived(client);
    }
}

void Listener::pause(int error)
{
    m_notifier->setEnabled(false); // it would fire for ever
    m_retry.start();
    if (!std::exchange(m_paused, true))
        Q_EMIT paused(systemError(error, m_path));
}

void Listener::goOn()
{
    if (!std::exchange(m_paused, false))
        return;
    m_retry.stop();
    m_notifier->setEnabled(true);
    Q_EMIT resumed();
}

void Listener::resume()
{
    if (m_paused)
        acceptSome();
}

Status Listener::close()
{
    m_retry.stop();
    m_paused = false;
    // The name first: nobody shall be refused under a name that is still there.
    const Status status = m_name != nullptr ? m_name->remove() : Status();
    m_name.reset();
    endServer();
    if (m_notifier != nullptr) {
        m_notifier->setEnabled(false);
        std::exchange(m_notifier, nullptr)->deleteLater();
    }
    m_socket.reset();
    return status;
}

void Listener::endServer()
{
    if (m_server == nullptr)
        return;
    auto *notifier = m_server->findChild<QSocketNotifier *>();
    if (notifier != nullptr && notifier->isEnabled()) {
        // QLocalServer's end closes only what has a name, so its duplicate stays ours to close.
        disconnect(notifier, nullptr, this, nullptr);
        notifier->setEnabled(false);
        m_serverSocket.reset();
    } else {
        (void)m_serverSocket.release(); // it gave up, and closed that itself
    }
    std::exchange(m_server, nullptr)->deleteLater(); // later: it may be calling us
}

} // namespace pipeglass::engine
