// SPDX-License-Identifier: MIT
#include "engine/taps/tapsource.h"

#include "catalog/sockets/fileclients.h"
#include "engine/taps/namewatch.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

/// How often names of the server's earlier sockets are deleted.
constexpr std::chrono::milliseconds tidyInterval = 1s;

} // namespace

TapSource::TapSource(TapRequest request, BackgroundThread &background)
    : ConnectionSource({ .path = request.name, .hasMany = true, .isTap = true }, background)
    , m_request(std::move(request))
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
    m_watch = std::make_unique<NameWatch>(std::move(found.watch), m_name->leaf());
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
    m_server->stepIn(entered, std::exchange(m_knownClients, {}));
    for (const pid_t process : std::exchange(m_serverProcesses, {}))
        m_server->noteProcess(process);
    lookForMissed(m_server->current());
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
        Q_EMIT missed(skipped);
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
    background().run(
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
    m_watch.reset();
    const Status status = m_name != nullptr ? m_name->leave() : Status();
    if (m_server != nullptr)
        m_server->leave();
    return status;
}

void TapSource::connectionEnded() { m_server->resume(); }

} // namespace pipeglass::engine
