// SPDX-License-Identifier: MIT
#include "engine/taps/tapsource.h"

#include "catalog/sockets/fileclients.h"
#include "engine/taps/namefollower.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <utility>

#include <sys/resource.h>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

/// How often names of the server's earlier sockets are deleted.
constexpr std::chrono::milliseconds tidyInterval = 1s;
/// Where it is permitted: a server that makes its pipe anew again and again does not wait for our spares.
constexpr int upkeepPriority = -10;

} // namespace

TapSource::TapSource(TapRequest request, BackgroundThread &background)
    : ConnectionSource({ .path = request.name, .hasMany = true, .isTap = true }, background)
    , m_request(std::move(request))
    , m_upkeep(QStringLiteral("names"))
{
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
    m_serverProcesses = found.serverProcesses;
    facts.connectedBefore = found.connectedBefore;
    facts.notices = found.notices;
    m_boundFile = found.file;
    m_knownClients = std::move(found.knownClients);
    m_name = std::move(found.name);
    m_follower = std::make_unique<NameFollower>(std::move(found.watch), m_name);
    Q_EMIT ConnectionSource::prepared();
}

void TapSource::begin()
{
    m_acceptance = std::make_unique<AcceptanceWatch>();
    m_server = std::make_unique<TappedServer>(facts().path, *m_acceptance);
    connect(m_server.get(), &TappedServer::arrived, this, &ConnectionSource::arrived);
    connect(m_server.get(), &TappedServer::paused, this, &ConnectionSource::paused);
    connect(m_server.get(), &TappedServer::resumed, this, &ConnectionSource::resumed);
    connect(m_server.get(), &TappedServer::problem, this, &ConnectionSource::problem);
    connect(m_server.get(), &TappedServer::idle, this, &ConnectionSource::idle);
    connect(m_server.get(), &TappedServer::unused, this, [this] { Q_EMIT missed(1); });
    connect(m_server.get(), &TappedServer::refused, this, &TapSource::stepBack);
    connect(m_follower.get(), &NameFollower::deleted, this, &TapSource::endIncarnation);
    connect(m_follower.get(), &NameFollower::entered, this, [this](exchange::Entered *one) { onEntered(*one); });
    connect(m_follower.get(), &NameFollower::missed, this, &ConnectionSource::missed);
    connect(m_follower.get(), &NameFollower::failed, this, &ConnectionSource::problem);
    if (!m_follower->start()) {
        Q_EMIT failed({ ErrorCode::NotWatched, EAGAIN, m_name->directoryPath(), {} });
        return;
    }
    auto entered = m_name->enter();
    if (!entered)
        Q_EMIT failed(entered.error());
    else if (*entered) // else the server makes it anew just now, and onEntered() follows
        stepIn(**entered);
}

/// The name leads to us: clients come, and are led on.
void TapSource::stepIn(exchange::Entered &entered)
{
    m_server->stepIn(entered, std::exchange(m_knownClients, {}));
    for (const pid_t process : std::exchange(m_serverProcesses, {}))
        m_server->noteProcess(process);
    lookForMissed(m_server->current());
    if (m_name->wantsSpares())
        refill();
    if (!m_tidy.isActive())
        m_tidy.start();
}

void TapSource::onEntered(exchange::Entered &entered)
{
    m_server->endIncarnation();
    if (!m_ended)
        Q_EMIT recreated();
    stepIn(entered);
    if (m_ended) // clients came by it before the name was given back
        m_server->leave();
}

/// What an event tells may be older than the current incarnation.
void TapSource::endIncarnation()
{
    if (!m_name->leadsToUs())
        m_server->endIncarnation();
}

/// Where the server is gone, clients are refused as without a tap until it makes the pipe anew.
void TapSource::stepBack(const TappedServer::IncarnationPtr &incarnation)
{
    m_upkeep.run(
        this, [name = m_name, file = incarnation->file] { return name->stepBack(file); },
        [this, incarnation](bool isDone) {
            if (!isDone || m_ended)
                return;
            m_server->endIncarnation(incarnation);
            if (m_server->hasProcessEnded())
                Q_EMIT problem({ ErrorCode::NobodyListening, 0, facts().path, {} });
        });
}

void TapSource::refill()
{
    if (std::exchange(m_isRefilling, true))
        return;
    const auto makeSpares = [name = m_name] {
        (void)::setpriority(PRIO_PROCESS, 0, upkeepPriority); // of this thread
        return name->makeSpares();
    };
    m_upkeep.run(this, makeSpares, [this](const Status &status) {
        m_isRefilling = false;
        if (m_ended)
            return;
        if (!status)
            Q_EMIT problem(status.error());
    });
}

void TapSource::removeLeftovers()
{
    const auto remove = [name = m_name] {
        name->removeLeftovers();
        return true;
    };
    m_upkeep.run(this, remove, [](bool) {});
}

/// Clients that reached the server between its listen() and our exchange.
void TapSource::lookForMissed(const TappedServer::IncarnationPtr &incarnation)
{
    if (!m_boundFile || std::exchange(m_isLooking, true))
        return;
    const catalog::BoundFile file{ m_boundFile->device, static_cast<quint32>(incarnation->file.id.inode) };
    background().run(
        this, [file] { return catalog::clientSocketsOf(file); },
        [this, incarnation](const Result<std::vector<quint32>> &clients) {
            m_isLooking = false;
            if (!clients || incarnation->isReported)
                return;
            incarnation->isSearched = true;
            const auto isMissed = [&](quint32 inode) { return incarnation->known.count(inode) == 0; };
            const auto count = std::count_if(clients->begin(), clients->end(), isMissed);
            if (count == 0)
                return;
            incarnation->isReported = true;
            Q_EMIT missed(static_cast<quint64>(count));
        });
}

Status TapSource::end()
{
    if (std::exchange(m_ended, true)) {
        if (m_server != nullptr)
            m_server->cut();
        return {};
    }
    if (m_follower != nullptr)
        m_follower->stop();
    const Status status = m_name != nullptr ? m_name->leave() : Status();
    if (m_server != nullptr)
        m_server->leave();
    return status;
}

void TapSource::connectionEnded() { m_server->resume(); }

} // namespace pipeglass::engine
