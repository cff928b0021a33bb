// SPDX-License-Identifier: MIT
#include "engine/sockets/listener.h"

#include <QPointer>
#include <QSocketNotifier>

#include <cerrno>
#include <chrono>
#include <limits>
#include <utility>

#include <sys/socket.h>

namespace pipeglass::engine {

using namespace std::chrono_literals;

namespace {

constexpr int acceptedPerTurn = 64; ///< then others of the thread have their turn
constexpr auto retryInterval = 1s;

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
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Listener::acceptSome);
}

Listener::~Listener()
{
    const Status ignored = close(); // whoever wants to know calls it
    Q_UNUSED(ignored)
}

void Listener::start()
{
    m_watch = new QSocketNotifier(m_socket.get(), QSocketNotifier::Read, this);
    connect(m_watch, &QSocketNotifier::activated, this, &Listener::acceptSome);
}

/// Called in each turn of the event loop in which a client waits, and to try again when paused.
void Listener::acceptSome()
{
    const QPointer<Listener> alive(this); // a slot of clientArrived may close or delete us
    for (int i = 0; i < acceptedPerTurn && alive && m_socket.isValid(); ++i) {
        const int client = ::accept4(m_socket.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        const int error = client < 0 ? errno : 0;
        if (client >= 0 || error == EAGAIN) // the kernel looks for a free descriptor first, and then for a client
            goOn();
        else if (error != EINTR)
            pause(error);
        if (client < 0)
            return;
        Q_EMIT clientArrived(client);
    }
}

void Listener::pause(int error)
{
    m_watch->setEnabled(false); // it would fire for ever
    m_retry.start(retryInterval);
    if (!std::exchange(m_paused, true))
        Q_EMIT paused(systemError(error, m_path));
}

void Listener::goOn()
{
    if (!std::exchange(m_paused, false))
        return;
    m_retry.stop();
    m_watch->setEnabled(true);
    Q_EMIT resumed();
}

void Listener::resume()
{
    if (m_paused)
        m_retry.start(0ms);
}

Status Listener::close()
{
    m_retry.stop();
    m_paused = false;
    // The name first: nobody shall be refused under a name that is still there.
    const Status status = m_name != nullptr ? m_name->remove() : Status();
    m_name.reset();
    if (m_watch != nullptr) {
        m_watch->setEnabled(false);
        std::exchange(m_watch, nullptr)->deleteLater();
    }
    m_socket.reset();
    return status;
}

} // namespace pipeglass::engine
