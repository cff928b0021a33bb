// SPDX-License-Identifier: MIT
#pragma once

#include "core/threads/backgroundthread.h"
#include "core/threads/callqueue.h"
#include "engine/engine.h"
#include "engine/files/openedfiles.h"
#include "engine/sessions/session.h"

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <map>
#include <mutex>
#include <utility>

namespace pipeglass::engine {

class Engine::Private {
public:
    struct Entry {
        Session *session = nullptr;
        Replay *replay = nullptr; ///< that is played in it
        std::shared_ptr<ReplayDifferences> differences = {};
        quint64 ticket = 0;
        quint64 dialTicket = 0; ///< of dialAgain(), until it is answered
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

} // namespace pipeglass::engine
