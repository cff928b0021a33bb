// SPDX-License-Identifier: MIT
#include "engine/engineprivate.h"
#include "engine/sessions/recordingstore.h"

#include <chrono>
#include <mutex>
#include <utility>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

/// 30 reports a second at most: for people, who see no more.
constexpr std::chrono::milliseconds reportInterval = 34ms;

} // namespace

void Engine::Private::open(quint64 ticket, const SessionRequest &request)
{
    const SessionId id{ ++lastId };
    SessionRequest complete = request;
    std::visit(
        [this](auto &one) {
            if (!storage || !one.talk.recordTo.isEmpty())
                return;
            one.talk.storage = storage;
            one.talk.diskPolicy = diskPolicyOf(storage->policy);
        },
        complete);
    auto *session = new Session(complete, *background, q);
    Entry &entry = sessions.emplace(id, Entry{ session }).first->second;
    entry.ticket = ticket;
    follow(id, session);
    if (const auto *replay = std::get_if<ReplayRequest>(&request))
        play(id, entry, *replay);
    session->open();
}

void Engine::Private::play(SessionId id, Entry &entry, const ReplayRequest &request)
{
    entry.differences = std::make_shared<ReplayDifferences>();
    entry.replay = new Replay(*entry.session, request, q);
    connect(entry.replay, &Replay::failed, q, [this, id](const Error &error) { Q_EMIT q->problem(id, error); });
    connect(
        entry.replay, &Replay::compared, q,
        [this, id, found = entry.differences, recorded = request.recorded](const ReplayedAnswer &answer) {
            if (find(id) == nullptr)
                return; // it was ended before everything was compared
            markChanged(id);
            if (answer.same)
                return;
            ReplayDifference difference;
            difference.recorded = answer.item.value_or(ReplayDifference::none);
            if (answer.received)
                difference.received = static_cast<quint32>(*answer.received);
            if (answer.item)
                difference.number = static_cast<quint32>(recorded->messageNumber(*answer.item));
            difference.connection = answer.connection;
            difference.from = answer.from;
            found->append(difference);
        });
}

void Engine::Private::follow(SessionId id, Session *session)
{
    connect(session, &Session::opened, q, [this, id] { tellOpened(id); });
    connect(session, &Session::failed, q, [this, id](const Error &error) {
        Q_EMIT q->failed(sessions.at(id).ticket, error);
    });
    connect(session, &Session::grew, q, [this] { scheduleReport(); });
    connect(session, &Session::connectionOpened, q, [this, id] {
        markChanged(id);
        if (const quint64 ticket = std::exchange(sessions.at(id).dialTicket, 0); ticket != 0)
            Q_EMIT q->sent(ticket);
    });
    connect(session, &Session::dialFailed, q, [this, id](const Error &error) {
        if (const quint64 ticket = std::exchange(sessions.at(id).dialTicket, 0); ticket != 0)
            Q_EMIT q->failed(ticket, error);
    });
    connect(session, &Session::connectionChanged, q, [this, id] { markChanged(id); });
    connect(session, &Session::stalled, q, [this, id](const Error &error) {
        markChanged(id);
        Q_EMIT q->problem(id, error);
    });
    connect(session, &Session::losing, q, [this, id](const Error &error) { Q_EMIT q->problem(id, error); });
    connect(session, &Session::resumed, q, [this, id] { markChanged(id); });
    connect(session, &Session::lostChanged, q, [this, id] { markChanged(id); });
    connect(session, &Session::missed, q, [this, id] { markChanged(id); });
    connect(session, &Session::programEnded, q, [this, id] { markChanged(id); });
    connect(session, &Session::left, q, [this, id] { markChanged(id); });
    connect(session, &Session::problem, q, [this, id](const Error &error) { Q_EMIT q->problem(id, error); });
    connect(session, &Session::acceptingPaused, q, [this, id](const Error &error) { Q_EMIT q->problem(id, error); });
    connect(session, &Session::ended, q, [this, id] { finish(id); });
}

void Engine::Private::tellOpened(SessionId id)
{
    Entry &entry = sessions.at(id);
    entry.isOpen = true;
    Q_EMIT q->opened(entry.ticket, describe(id, entry, false));
    for (const Error &notice : entry.session->facts().notices)
        Q_EMIT q->problem(id, notice);
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
    if (std::exchange(entry.reported, count) != count)
        Q_EMIT q->recordingGrew(id);
    if (std::exchange(entry.changed, false) || ended)
        Q_EMIT q->sessionChanged(describe(id, entry, ended));
}

void Engine::Private::finish(SessionId id)
{
    const auto found = sessions.find(id);
    if (found->second.isOpen)
        report(id, found->second, true);
    Session *session = found->second.session;
    if (found->second.replay != nullptr)
        found->second.replay->deleteLater(); // before the session
    sessions.erase(found);
    session->disconnect(q);
    session->deleteLater();
}

SessionInfo Engine::Private::describe(SessionId id, const Entry &entry, bool ended)
{
    const Session &session = *entry.session;
    const SourceFacts &source = session.facts();
    std::optional<ReplayInfo> replay;
    if (const Replay *one = entry.replay)
        replay = { one->request().recorded->list(), entry.differences, one->counts(), one->isComplete() };
    return { id,
             source.path,
             source.ours,
             source.hasMany,
             session.canSend() && !ended && !replay,
             session.framing(),
             session.recording(),
             session.connections(),
             session.lost(),
             session.isStalled() && !ended,
             session.isAtLimit() && !ended,
             ended,
             session.hasLeft(),
             source.isTap,
             source.server,
             source.connectedBefore,
             session.missedConnections(),
             session.canTakePart() && !ended,
             session.rules(),
             source.program,
             std::move(replay),
             session.answerRules(),
             session.storage(),
             source.canRedial && !ended };
}

Session *Engine::Private::find(SessionId id) const
{
    const auto found = sessions.find(id);
    return found == sessions.end() ? nullptr : found->second.session;
}

void Engine::Private::cancel(quint64 ticket)
{
    for (const auto &[id, entry] : sessions) {
        if (entry.ticket == ticket && !entry.isOpen) {
            entry.session->close();
            return;
        }
    }
    files->cancel(ticket);
}

void Engine::Private::closeAll()
{
    files->closeAll();
    const auto all = sessions;
    for (const auto &[id, entry] : all)
        entry.session->close();
    Q_EMIT q->allClosed();
}

Engine::Engine(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

Engine::~Engine() { discard(); }

} // namespace pipeglass::engine
