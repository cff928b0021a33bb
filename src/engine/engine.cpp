// SPDX-License-Identifier: MIT
#include "engine/engine.h"

#include "engine/attachment.h"
#include "engine/host.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <map>
#include <utility>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

/// 30 reports a second at most: for people, who see no more.
constexpr std::chrono::milliseconds reportInterval = 34ms;

} // namespace

class Engine::Private {
public:
    struct Entry {
        Session *session = nullptr;
        quint64 ticket = 0;
        quint64 reported = 0; ///< records that were told
        bool isOpen = false; ///< `opened` was told
        bool changed = false; ///< connections came or went since the last report
    };

    explicit Private(Engine *engine)
        : q(engine)
        , timer(engine) // a child, so that it follows the engine into its thread
    {
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, q, [this] { reportAll(); });
    }

    SessionId add(quint64 ticket, Session *session);
    void open(SessionId id);
    void follow(SessionId id, Session *session);
    void markChanged(SessionId id);
    void scheduleReport();
    void reportAll();
    void report(SessionId id, Entry &entry, bool ended);
    void finish(SessionId id);
    void drop(SessionId id);
    [[nodiscard]] static SessionInfo describe(SessionId id, const Session &session, bool ended);
    [[nodiscard]] Session *find(SessionId id) const;

    Engine *q;
    std::map<SessionId, Entry> sessions;
    quint32 lastId = 0;
    QTimer timer{ q }; ///< runs only while something is to be told; a child, to follow into the engine's thread
    QElapsedTimer sinceReport;
};

SessionId Engine::Private::add(quint64 ticket, Session *session)
{
    const SessionId id{ ++lastId };
    sessions.emplace(id, Entry{ session, ticket, 0, false, false });
    follow(id, session);
    return id;
}

void Engine::Private::follow(SessionId id, Session *session)
{
    connect(session, &Session::grew, q, [this] { scheduleReport(); });
    connect(session, &Session::connectionChanged, q, [this, id] { markChanged(id); });
    connect(session, &Session::problem, q, [this, id](const Error &error) { Q_EMIT q->problem(id, error); });
    connect(session, &Session::ended, q, [this, id] { finish(id); });
}

void Engine::Private::open(SessionId id)
{
    Entry &entry = sessions.at(id);
    entry.isOpen = true;
    Q_EMIT q->opened(entry.ticket, describe(id, *entry.session, false));
}

void Engine::Private::markChanged(SessionId id)
{
    sessions.at(id).changed = true;
    scheduleReport();
}

void Engine::Private::scheduleReport()
{
    if (timer.isActive())
        return;
    const qint64 passed = sinceReport.isValid() ? sinceReport.elapsed() : reportInterval.count();
    timer.start(static_cast<int>(qMax<qint64>(0, reportInterval.count() - passed)));
}

void Engine::Private::reportAll()
{
    sinceReport.start();
    for (auto &[id, entry] : sessions) {
        if (entry.isOpen)
            report(id, entry, false);
    }
}

void Engine::Private::report(SessionId id, Entry &entry, bool ended)
{
    const capture::RecordingPtr recording = entry.session->recording();
    const quint64 count = recording != nullptr ? recording->count() : 0;
    if (count > entry.reported)
        Q_EMIT q->recordsAdded(id, std::exchange(entry.reported, count), count - 1);
    if (std::exchange(entry.changed, false) || ended)
        Q_EMIT q->sessionChanged(describe(id, *entry.session, ended));
}

void Engine::Private::finish(SessionId id)
{
    Entry &entry = sessions.at(id);
    if (entry.isOpen)
        report(id, entry, true);
    drop(id);
}

void Engine::Private::drop(SessionId id)
{
    const auto found = sessions.find(id);
    Session *session = found->second.session;
    sessions.erase(found);
    session->disconnect(q);
    session->deleteLater();
}

SessionInfo Engine::Private::describe(SessionId id, const Session &session, bool ended)
{
    return { id, session.kind(), session.path(), session.framing(), session.recording(), session.connections(), ended };
}

Session *Engine::Private::find(SessionId id) const
{
    const auto found = sessions.find(id);
    return found == sessions.end() ? nullptr : found->second.session;
}

Engine::Engine(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

Engine::~Engine()
{
    for (const auto &[id, entry] : d->sessions) {
        entry.session->disconnect(this);
        delete entry.session;
    }
}

void Engine::attach(quint64 ticket, const AttachRequest &request)
{
    auto *attachment = new Attachment(request, this);
    const SessionId id = d->add(ticket, attachment);
    connect(attachment, &Session::connectionOpened, this, [this, id] { d->open(id); });
    connect(
        attachment, &Attachment::failed, this, [this, ticket](const Error &error) { Q_EMIT failed(ticket, error); });
    if (const Status status = attachment->start(); !status) {
        d->drop(id);
        Q_EMIT failed(ticket, status.error());
    }
}

void Engine::host(quint64 ticket, const HostRequest &request)
{
    auto *host = new Host(request, this);
    const SessionId id = d->add(ticket, host);
    connect(host, &Session::connectionOpened, this, [this, id] { d->markChanged(id); });
    connect(host, &Host::acceptingPaused, this, [this, id](const Error &reason) { Q_EMIT problem(id, reason); });
    if (const Status status = host->start(); !status) {
        d->drop(id);
        Q_EMIT failed(ticket, status.error());
        return;
    }
    d->open(id);
}

void Engine::send(quint64 ticket, SessionId session, const QByteArray &payload, ConnectionId to)
{
    Session *found = d->find(session);
    const Status status = found != nullptr ? found->send(payload, to) : failure(ErrorCode::PeerClosed);
    if (status)
        Q_EMIT sent(ticket);
    else
        Q_EMIT failed(ticket, status.error());
}

void Engine::finishSending(SessionId session)
{
    if (Session *found = d->find(session))
        found->finishSending();
}

void Engine::cancel(quint64 ticket)
{
    for (const auto &[id, entry] : d->sessions) {
        if (entry.ticket == ticket && !entry.isOpen) {
            entry.session->close();
            return;
        }
    }
}

void Engine::close(SessionId session)
{
    if (Session *found = d->find(session))
        found->close();
}

void Engine::closeConnection(SessionId session, ConnectionId connection)
{
    Session *found = d->find(session);
    if (auto *host = qobject_cast<Host *>(found))
        host->closeConnection(connection);
    else if (found != nullptr)
        found->close();
}

void Engine::closeAll()
{
    const auto all = d->sessions;
    for (const auto &[id, entry] : all)
        entry.session->close();
    Q_EMIT allClosed();
}

} // namespace pipeglass::engine
