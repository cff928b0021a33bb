// SPDX-License-Identifier: MIT
#include "engine/taps/tappedserver.h"

#include "core/files/localaddress.h"
#include "engine/sockets/peercredentials.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

/// How long a client is held while no server listens: one that goes on makes its pipe anew within this time.
constexpr std::chrono::milliseconds absencePatience = 5s;
/// The same where the server's process has ended: another one may be started at once in its place.
constexpr std::chrono::milliseconds restartPatience = 250ms;
/// How long our socket of an incarnation that ended still accepts: who looked up the name before it went is let in.
constexpr std::chrono::milliseconds drainTime = 1s;
/// The same when we leave.
constexpr std::chrono::milliseconds leaveTime = 50ms;
constexpr int shortestRedialMs = 1;
constexpr int longestRedialMs = 50;

/// Connects to a socket file that is held by a descriptor, without waiting. The errno, 0 for success.
int connectTo(int file, UniqueFd &socket)
{
    socket = UniqueFd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    return socket.isValid() ? connectToFile(socket.get(), file) : errno;
}

/// The same by name; ECONNREFUSED where it is free.
int connectTo(const QByteArray &path, UniqueFd &socket)
{
    const UniqueFd file(::open(path.constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (file.isValid())
        return connectTo(file.get(), socket);
    return errno == ENOENT ? ECONNREFUSED : errno;
}

quint32 inodeOf(int descriptor)
{
    struct stat facts { };
    return ::fstat(descriptor, &facts) == 0 ? static_cast<quint32>(facts.st_ino) : 0;
}

} // namespace

TappedServer::TappedServer(QByteArray path, AcceptanceWatch &acceptance)
    : m_path(std::move(path))
    , m_acceptance(acceptance)
{
    m_again.setSingleShot(true);
    m_again.setTimerType(Qt::PreciseTimer);
    connect(&m_again, &QTimer::timeout, this, &TappedServer::dialAll);
    connect(&acceptance, &AcceptanceWatch::settled, this, &TappedServer::settle);
    connect(&m_processes, &ServerProcesses::ended, this, &TappedServer::onProcessesEnded);
}

TappedServer::~TappedServer() = default;

void TappedServer::stepIn(exchange::Entered &entered, std::set<quint32> knownClients)
{
    auto incarnation = std::make_shared<Incarnation>();
    incarnation->server = std::move(entered.server);
    incarnation->file = entered.serverFile;
    incarnation->known = std::move(knownClients);
    incarnation->listener = std::make_unique<Listener>(ListeningSocket{ std::move(entered.listener), nullptr });
    Listener *listener = incarnation->listener.get();
    connect(listener, &Listener::clientArrived, this, &TappedServer::arrive);
    connect(listener, &Listener::paused, this, &TappedServer::paused);
    connect(listener, &Listener::resumed, this, &TappedServer::resumed);
    m_current = std::move(incarnation);
    m_processes.expectAnother();
    listener->start();
    m_redialMs = shortestRedialMs;
    dialAll();
}

void TappedServer::endIncarnation()
{
    if (m_current == nullptr || m_current->hasEnded)
        return;
    m_current->hasEnded = true;
    finishIfUnused(*m_current);
    QTimer::singleShot(drainTime, this, [ended = m_current] { ended->listener.reset(); });
}

void TappedServer::endIncarnation(const IncarnationPtr &incarnation)
{
    if (incarnation != m_current)
        return;
    // A process that was killed did not close its listener because a client had come.
    if (m_processes.haveEnded() && incarnation->isSearched)
        incarnation->isReported = true;
    endIncarnation();
}

void TappedServer::finishIfUnused(Incarnation &incarnation)
{
    if (!incarnation.hasEnded || incarnation.dialed > 0 || incarnation.isUsed || incarnation.isReported)
        return;
    incarnation.isReported = true;
    Q_EMIT unused();
}

void TappedServer::arrive(int client)
{
    const quint64 number = m_acceptance.newNumber();
    Waiting &waiting = m_waiting[number];
    waiting.client = UniqueFd(client);
    dial(number, waiting);
}

void TappedServer::dialAll()
{
    std::vector<quint64> numbers;
    for (const auto &[number, waiting] : m_waiting) {
        if (!waiting.server.isValid())
            numbers.push_back(number);
    }
    for (const quint64 number : numbers) {
        if (const auto found = m_waiting.find(number); found != m_waiting.end()) // not dropped by cut() meanwhile
            dial(number, found->second);
    }
    m_redialMs = std::min(2 * m_redialMs, longestRedialMs);
}

void TappedServer::dial(quint64 number, Waiting &waiting)
{
    UniqueFd socket;
    const bool isThere = m_current != nullptr && !m_current->hasEnded;
    int error = isThere ? connectTo(m_current->server.get(), socket) : ECONNREFUSED;
    if (error == ECONNREFUSED && m_hasLeft)
        error = connectTo(m_path, socket); // it does not lead to us any more
    if (error == 0) {
        m_current->known.insert(inodeOf(socket.get()));
        ++m_current->dialed;
        waiting.dialed = m_current;
        waiting.server = std::move(socket);
        waiting.deadline = QDeadlineTimer(QDeadlineTimer::Forever);
        m_acceptance.add(number, waiting.server.get());
        return;
    }
    const bool isAbsent = error == ECONNREFUSED;
    const auto patience = m_processes.haveEnded() ? restartPatience : absencePatience;
    if (isAbsent && waiting.deadline.remainingTimeAsDuration() > patience)
        waiting.deadline = QDeadlineTimer(patience);
    waiting.wasHeld = waiting.wasHeld || isAbsent;
    // EAGAIN: the backlog is full. Without us the client would wait in connect().
    const bool mayWait = isAbsent || error == EAGAIN || error == EMFILE || error == ENFILE || error == ENOBUFS;
    if (!mayWait)
        Q_EMIT problem(pipeError(error, m_path));
    if (!mayWait || waiting.deadline.hasExpired())
        drop(number);
    else if (!m_again.isActive())
        m_again.start(m_redialMs);
    if (isAbsent && isThere)
        Q_EMIT refused(m_current);
}

/// Clients that come from now on are refused as soon as the name is given back.
void TappedServer::onProcessesEnded()
{
    if (m_current != nullptr && !m_current->hasEnded)
        Q_EMIT refused(m_current);
    dialAll();
}

void TappedServer::settle(quint64 number, AcceptanceWatch::Outcome outcome)
{
    const auto found = m_waiting.find(number);
    if (found == m_waiting.end())
        return;
    const IncarnationPtr incarnation = std::exchange(found->second.dialed, nullptr);
    --incarnation->dialed;
    if (outcome == AcceptanceWatch::Outcome::Reset) {
        found->second.server.reset();
        found->second.wasHeld = true;
        finishIfUnused(*incarnation);
        dial(number, found->second);
        return;
    }
    incarnation->isUsed = true;
    const pid_t process = peerNumbersOf(found->second.server.get()).pid;
    Link link;
    link.wasHeld = found->second.wasHeld;
    link.sockets.client = std::move(found->second.client);
    link.sockets.server = std::move(found->second.server);
    m_waiting.erase(found);
    Q_EMIT arrived(&link);
    if (incarnation == m_current)
        noteProcess(process);
    if (isIdle())
        Q_EMIT idle();
}

/// The client sees its connection end.
void TappedServer::drop(quint64 number)
{
    m_waiting.erase(number);
    if (isIdle())
        Q_EMIT idle();
}

void TappedServer::leave()
{
    m_hasLeft = true;
    if (m_current == nullptr || m_current->listener == nullptr || m_current->hasEnded)
        return;
    m_isDraining = true;
    QTimer::singleShot(leaveTime, this, [this] {
        m_isDraining = false;
        m_current->listener.reset();
        if (isIdle())
            Q_EMIT idle();
    });
}

void TappedServer::cut() { m_waiting.clear(); }

void TappedServer::resume()
{
    if (m_current != nullptr && m_current->listener != nullptr)
        m_current->listener->resume();
}

} // namespace pipeglass::engine
