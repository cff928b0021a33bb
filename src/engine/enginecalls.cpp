// SPDX-License-Identifier: MIT
// The public functions of Engine, which pass calls on to its thread.
#include "engine/engineprivate.h"

#include <atomic>

namespace pipeglass::engine {

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

void Engine::dialAgain(quint64 ticket, SessionId session)
{
    d->inThread([this, ticket, session] {
        const auto found = d->sessions.find(session);
        if (found == d->sessions.end() || found->second.dialTicket != 0) {
            Q_EMIT failed(ticket, { ErrorCode::PeerClosed, 0, {}, {} });
            return;
        }
        found->second.dialTicket = ticket;
        found->second.session->dial();
    });
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
