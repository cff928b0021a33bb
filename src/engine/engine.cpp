// SPDX-License-Identifier: MIT
#include "engine/engine.h"

#include "engine/files/openedfiles.h"
#include "engine/sessions/recordingstore.h"
#include "engine/sessions/session.h"

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
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
        Replay *replay = nullptr; ///< that is played in it
        std::shared_ptr<ReplayDifferences> differences = {};
        quint64 ticket = 0;
        quint64 reported = 0; ///< items of the recording that were told
        bool isOpen = false; ///< `opened` was told
        bool changed = false; ///< since the last report
    };

    explicit Private(Engine *engine)
        : q(engine)
        , background(new BackgroundThread(QStringLiteral("engine-lookups"), engine))
        , calls(new CallQueue(engine))
        , files(new OpenedFiles(engine))
        , timer(engine) // a child, so that it follows the engine into its thread
    {
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, q, [this] { reportAll(); });
        connect(files, &OpenedFiles::opened, q, &Engine::opened);
        connect(files, &OpenedFiles::failed, q, &Engine::failed);
        connect(files, &OpenedFiles::grew, q, &Engine::recordingGrew);
        connect(files, &OpenedFiles::changed, q, &Engine::sessionChanged);
        connect(files, &OpenedFiles::problem, q, &Engine::problem);
    }

    /// Carries `call` out in the engine's thread: at once where that is this one.
    template <typename Call>
    void inThread(Call call)
    {
        if (QThread::currentThread() == q->thread())
            call();
        else
            calls->post(std::move(call));
    }
    /// The same for a call to a session, if it is there.
    template <typename Call>
    void inSession(SessionId id, Call call)
    {
        inThread([this, id, call = std::move(call)] {
            if (Session *session = find(id))
                call(*session);
        });
    }

    /// The same for a call whose answer has a ticket.
    template <typename Call>
    void answer(quint64 ticket, SessionId id, Call call)
    {
        inThread([this, ticket, id, call = std::move(call)] {
            Session *session = find(id);
            const Status status = session != nullptr ? call(*session) : failure(ErrorCode::PeerClosed);
            if (status)
                Q_EMIT q->sent(ticket);
            else
                Q_EMIT q->failed(ticket, status.error());
        });
    }

    void open(quint64 ticket, const SessionRequest &request);
    void follow(SessionId id, Session *session);
    void play(SessionId id, Entry &entry, const ReplayRequest &request);
    void tellOpened(SessionId id);
    void markChanged(SessionId id);
    void scheduleReport();
    void reportAll();
    void report(SessionId id, Entry &entry, bool ended);
    void finish(SessionId id);
    void cancel(quint64 ticket);
    void closeAll();
    [[nodiscard]] static SessionInfo describe(SessionId id, const Entry &entry, bool ended);
    [[nodiscard]] Session *find(SessionId id) const;

    Engine *q;
    BackgroundThread *background; ///< a child, which outlives the sessions
    CallQueue *calls; ///< likewise
    OpenedFiles *files; ///< a child
    std::optional<PrivateStorage> storage;
    std::map<SessionId, Entry> sessions;
    quint32 lastId = 0;
    QTimer timer; ///< runs only while something is to be told
    QElapsedTimer sinceReport;
    std::mutex discarding;
};

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
    connect(session, &Session::connectionOpened, q, [this, id] { markChanged(id); });
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
             session.storage() };
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

quint64 Engine::newTicket()
{
    static std::atomic<quint64> last{ 0 };
    return ++last;
}

void Engine::open(quint64 ticket, const SessionRequest &request)
{
    d->inThread([this, ticket, request] { d->open(ticket, request); });
}

void Engine::openFile(quint64 ticket, const QByteArray &path)
{
    d->inThread([this, ticket, path] { d->files->open(ticket, SessionId{ ++d->lastId }, path); });
}

void Engine::cancel(quint64 ticket)
{
    d->inThread([this, ticket] { d->cancel(ticket); });
}

void Engine::send(quint64 ticket, SessionId session, const QByteArray &payload, ConnectionId to)
{
    d->answer(ticket, session, [payload, to](Session &found) { return found.send(payload, to); });
}

void Engine::finishSending(SessionId session)
{
    d->inSession(session, [](Session &found) { found.finishSending(); });
}

void Engine::setFraming(SessionId session, Side from, const framing::FramingPtr &framing)
{
    d->inSession(session, [this, session, from, framing](Session &found) {
        found.setFraming(from, framing);
        d->markChanged(session);
    });
}

void Engine::setMark(SessionId session, const capture::RecordingPtr &recording, quint64 item, const capture::Mark &mark)
{
    d->inThread([this, session, recording, item, mark] {
        if (const Status set = recording->setMark(item, mark); !set)
            Q_EMIT problem(session, set.error());
        Q_EMIT recordingGrew(session);
    });
}

void Engine::setDiskPolicy(SessionId session, DiskPolicy policy)
{
    d->inSession(session, [policy](Session &found) { found.setDiskPolicy(policy); });
}

void Engine::setResponder(SessionId session, const std::shared_ptr<Responder> &responder)
{
    d->inSession(session, [this, session, responder](Session &found) {
        found.setResponder(responder);
        d->markChanged(session);
    });
}

void Engine::setStorage(const std::optional<PrivateStorage> &storage)
{
    d->inThread([this, storage] { d->storage = storage; });
}

void Engine::setLimitPolicy(SessionId session, LimitPolicy policy)
{
    d->inSession(session, [this, session, policy](Session &found) {
        found.setLimitPolicy(policy);
        d->markChanged(session);
    });
}

void Engine::setSaved(SessionId session, quint64 messages)
{
    d->inSession(session, [messages](Session &found) { found.setSaved(messages); });
}

void Engine::closeConnection(SessionId session, ConnectionId connection)
{
    d->inSession(session, [connection](Session &found) { found.closeConnection(connection); });
}

void Engine::setRules(SessionId session, ConnectionId connection, const RelayRules &rules)
{
    d->inSession(session, [this, session, connection, rules](Session &found) {
        found.setRules(connection, rules);
        d->markChanged(session);
    });
}

void Engine::decide(
    quint64 ticket, SessionId session, ConnectionId connection, Side from, quint64 held, const HeldAction &action)
{
    d->answer(ticket, session, [connection, from, held, action](Session &found) {
        return found.decide(connection, from, held, action);
    });
}

void Engine::inject(quint64 ticket, SessionId session, ConnectionId connection, Side from, const QByteArray &payload)
{
    d->answer(ticket, session, [connection, from, payload](Session &found) {
        return found.inject(connection, from, payload);
    });
}

void Engine::signalProgram(SessionId session, int number)
{
    d->inSession(session, [number](Session &found) { found.signalProgram(number); });
}

void Engine::leave(SessionId session)
{
    d->inSession(session, [](Session &found) { found.leave(); });
}

void Engine::close(SessionId session)
{
    d->inThread([this, session] {
        d->files->close(session);
        if (Session *found = d->find(session))
            found->close();
    });
}

void Engine::closeAll()
{
    d->inThread([this] { d->closeAll(); });
}

void Engine::discard()
{
    // First in the engine's thread, at its end, then by the destructor in another one.
    const std::lock_guard lock(d->discarding);
    if (QThread::currentThread() == thread())
        d->timer.stop();
    for (const auto &[id, entry] : std::exchange(d->sessions, {})) {
        delete entry.replay;
        entry.session->disconnect(this);
        delete entry.session;
    }
    delete std::exchange(d->files, nullptr);
    delete std::exchange(d->background, nullptr);
}

} // namespace pipeglass::engine
