// SPDX-License-Identifier: MIT
#include "engine/taps/tapsource.h"

#include "catalog/sockets/fileclients.h"
#include "engine/taps/namewatch.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

/// How long a client is held while no server listens: one that starts again makes its pipe anew within this time.
constexpr std::chrono::milliseconds absencePatience = 5s;
/// How long our socket of an incarnation that ended still accepts: who looked up the name before it went is let in.
constexpr std::chrono::milliseconds drainTime = 1s;
/// The same when we leave.
constexpr std::chrono::milliseconds leaveTime = 50ms;
/// How often names of the server's earlier sockets are deleted.
constexpr std::chrono::milliseconds tidyInterval = 1s;
constexpr int shortestRedialMs = 1;
constexpr int longestRedialMs = 50;

/// Connects to a socket file that is held by a descriptor, without waiting. The errno, 0 for success.
int connectTo(int file, UniqueFd &socket)
{
    socket = UniqueFd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.isValid())
        return errno;
    const QByteArray path = "/proc/self/fd/" + QByteArray::number(file);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(&address.sun_path[0], path.constData(), static_cast<size_t>(path.size()));
    return ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 ? 0 : errno;
}

quint32 inodeOf(int descriptor)
{
    struct stat facts { };
    return ::fstat(descriptor, &facts) == 0 ? static_cast<quint32>(facts.st_ino) : 0;
}

} // namespace

TapSource::TapSource(TapRequest request, BackgroundThread &background)
    : ConnectionSource({ .path = request.name, .hasMany = true, .isTap = true }, background)
    , m_request(std::move(request))
{
    m_again.setSingleShot(true);
    m_again.setTimerType(Qt::PreciseTimer);
    connect(&m_again, &QTimer::timeout, this, &TapSource::dialAll);
    m_tidy.setSingleShot(true);
    m_tidy.setInterval(tidyInterval);
    connect(&m_tidy, &QTimer::timeout, this, &TapSource::removeLeftovers);
}

TapSource::~TapSource() = default;

void TapSource::prepare()
{
    background().run(
        this, [request = m_request] { return prepareTap(request); },
        [this](Result<PreparedTap> &prepared) { take(prepared); });
}

void TapSource::take(Result<PreparedTap> &prepared)
{
    if (m_ended)
        return; // what was prepared goes with the value
    if (!prepared) {
        Q_EMIT failed(prepared.error());
        return;
    }
    PreparedTap &found = *prepared;
    SourceFacts &facts = mutableFacts();
    facts.path = found.path;
    facts.link = found.link;
    facts.server = found.server;
    facts.connectedBefore = found.connectedBefore;
    facts.notices = found.notices;
    m_boundFile = found.file;
    m_knownClients = std::move(found.knownClients);
    m_name = std::move(found.name);
    m_watch = std::make_unique<NameWatch>(std::move(found.watch), m_name->leaf());
    Q_EMIT ConnectionSource::prepared();
}

void TapSource::begin()
{
    m_acceptance = std::make_unique<AcceptanceWatch>();
    connect(m_acceptance.get(), &AcceptanceWatch::settled, this, &TapSource::settle);
    connect(m_watch.get(), &NameWatch::created, this, &TapSource::onCreated);
    connect(m_watch.get(), &NameWatch::deleted, this, &TapSource::endIncarnation);
    connect(m_watch.get(), &NameWatch::overflowed, this, &TapSource::onCreated);
    m_watch->start();
    auto entered = m_name->enter();
    if (!entered)
        Q_EMIT failed(entered.error());
    else if (*entered) // else the server makes it anew just now, and onCreated() follows
        stepIn(**entered);
}

/// The name leads to us: clients come, and are led on.
void TapSource::stepIn(exchange::Entered &entered)
{
    auto incarnation = std::make_shared<Incarnation>();
    incarnation->server = std::move(entered.server);
    incarnation->inode = static_cast<quint32>(entered.serverFile.id.inode);
    incarnation->known = std::exchange(m_knownClients, {});
    incarnation->listener = std::make_unique<Listener>(ListeningSocket{ std::move(entered.listener), nullptr });
    Listener *listener = incarnation->listener.get();
    connect(listener, &Listener::clientArrived, this, &TapSource::arrive);
    connect(listener, &Listener::paused, this, &ConnectionSource::paused);
    connect(listener, &Listener::resumed, this, &ConnectionSource::resumed);
    m_current = std::move(incarnation);
    listener->start();
    m_redialMs = shortestRedialMs;
    dialAll();
    lookForMissed(m_current);
    if (m_name->wantsSpares())
        refill();
    if (!m_tidy.isActive())
        m_tidy.start();
}

void TapSource::onCreated()
{
    endIncarnation();
    ++m_created;
    enterAgain();
}

void TapSource::enterAgain()
{
    auto entered = m_name->enter();
    m_willEnter = !entered && entered.error().code == ErrorCode::NoSpareSocket;
    if (m_willEnter)
        refill();
    else if (!entered)
        Q_EMIT problem(entered.error());
    if (!entered)
        return;
    if (*entered) {
        --m_created;
        Q_EMIT recreated();
        stepIn(**entered);
    }
    // What else was made is gone already, or this was it.
    if (const quint64 skipped = std::exchange(m_created, 0); skipped > 0)
        Q_EMIT missed(skipped, {});
}

/// If the name does not lead to us any more: nobody new comes by it. What an event tells may be older than m_current.
void TapSource::endIncarnation()
{
    if (m_current == nullptr || m_current->hasEnded || m_name->leadsToUs())
        return;
    m_current->hasEnded = true;
    finishIfUnused(*m_current);
    QTimer::singleShot(drainTime, this, [ended = m_current] { ended->listener.reset(); });
}

void TapSource::finishIfUnused(Incarnation &incarnation)
{
    if (!incarnation.hasEnded || incarnation.dialed > 0 || incarnation.isUsed || incarnation.isReported)
        return;
    incarnation.isReported = true;
    Q_EMIT missed(1, {});
}

void TapSource::arrive(int client)
{
    const quint64 number = ++m_lastNumber;
    Waiting &waiting = m_waiting[number];
    waiting.client = UniqueFd(client);
    dial(number, waiting);
}

void TapSource::dialAll()
{
    std::vector<quint64> numbers;
    for (const auto &[number, waiting] : m_waiting) {
        if (!waiting.server.isValid())
            numbers.push_back(number);
    }
    for (const quint64 number : numbers)
        dial(number, m_waiting.at(number));
    m_redialMs = std::min(2 * m_redialMs, longestRedialMs);
}

void TapSource::dial(quint64 number, Waiting &waiting)
{
    UniqueFd socket;
    const bool isThere = m_current != nullptr && !m_current->hasEnded;
    const int error = isThere ? connectTo(m_current->server.get(), socket) : ECONNREFUSED;
    if (error == 0) {
        m_current->known.insert(inodeOf(socket.get()));
        ++m_current->dialed;
        waiting.dialed = m_current;
        waiting.server = std::move(socket);
        waiting.deadline = QDeadlineTimer(QDeadlineTimer::Forever);
        m_acceptance->add(number, waiting.server.get());
        return;
    }
    const bool isAbsent = error == ECONNREFUSED;
    if (isAbsent && waiting.deadline.isForever())
        waiting.deadline = QDeadlineTimer(absencePatience);
    // EAGAIN: the backlog is full. Without us the client would wait in connect().
    const bool mayWait = isAbsent || error == EAGAIN || error == EMFILE || error == ENFILE || error == ENOBUFS;
    if (!mayWait)
        Q_EMIT problem(pipeError(error, facts().path));
    if (!mayWait || waiting.deadline.hasExpired()) {
        drop(number);
        return;
    }
    if (!m_again.isActive())
        m_again.start(m_redialMs);
}

void TapSource::settle(quint64 number, AcceptanceWatch::Outcome outcome)
{
    const auto found = m_waiting.find(number);
    if (found == m_waiting.end())
        return;
    const IncarnationPtr incarnation = std::exchange(found->second.dialed, nullptr);
    --incarnation->dialed;
    if (outcome == AcceptanceWatch::Outcome::Reset) {
        found->second.server.reset();
        finishIfUnused(*incarnation);
        dial(number, found->second);
        return;
    }
    incarnation->isUsed = true;
    Link link;
    link.sockets.client = std::move(found->second.client);
    link.sockets.server = std::move(found->second.server);
    m_waiting.erase(found);
    Q_EMIT arrived(&link);
    if (isIdle())
        Q_EMIT idle();
}

/// The client sees its connection end.
void TapSource::drop(quint64 number)
{
    m_waiting.erase(number);
    if (isIdle())
        Q_EMIT idle();
}

void TapSource::refill()
{
    if (std::exchange(m_isRefilling, true))
        return;
    background().run(
        this, [name = m_name] { return name->makeSpares(); },
        [this](const Status &status) {
            m_isRefilling = false;
            if (m_ended)
                return;
            if (!status)
                Q_EMIT problem(status.error());
            else if (m_willEnter)
                enterAgain();
        });
}

void TapSource::removeLeftovers()
{
    const auto remove = [name = m_name] {
        name->removeLeftovers();
        return true;
    };
    background().run(this, remove, [](bool) {});
}

/// Clients that reached the server between its listen() and our exchange.
void TapSource::lookForMissed(const IncarnationPtr &incarnation)
{
    if (!m_boundFile || std::exchange(m_isLooking, true))
        return;
    const catalog::BoundFile file{ m_boundFile->device, incarnation->inode };
    background().run(
        this, [file] { return catalog::clientSocketsOf(file); },
        [this, incarnation](const Result<std::vector<quint32>> &clients) {
            m_isLooking = false;
            if (!clients || incarnation->isReported)
                return;
            const auto isMissed = [&](quint32 inode) { return incarnation->known.count(inode) == 0; };
            const auto count = std::count_if(clients->begin(), clients->end(), isMissed);
            if (count == 0)
                return;
            incarnation->isReported = true;
            Q_EMIT missed(static_cast<quint64>(count), {});
        });
}

Status TapSource::end()
{
    if (std::exchange(m_ended, true)) { // those who wait are cut
        m_waiting.clear();
        return {};
    }
    m_watch.reset();
    const Status status = m_name != nullptr ? m_name->leave() : Status();
    if (m_current != nullptr && m_current->listener != nullptr && !m_current->hasEnded) {
        m_isDraining = true;
        QTimer::singleShot(leaveTime, this, [this] {
            m_isDraining = false;
            m_current->listener.reset();
            if (isIdle())
                Q_EMIT idle();
        });
    }
    return status;
}

void TapSource::connectionEnded()
{
    if (m_current != nullptr && m_current->listener != nullptr)
        m_current->listener->resume();
}

} // namespace pipeglass::engine
