// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/connectionsource.h"
#include "engine/sockets/listener.h"
#include "engine/taps/acceptancewatch.h"
#include "engine/taps/serverprocesses.h"
#include "exchange/exchangedname.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <map>
#include <memory>
#include <set>

namespace pipeglass::engine {

/// Leads the clients of a name that is exchanged with one of ours to the server: for each client one connection that we
/// make. A client that the server has not accepted when it closes its listener is kept for the next one; only for a
/// moment where the server's process has ended. A server that does not listen yet is waited for.
class TappedServer : public QObject {
    Q_OBJECT

public:
    /// A socket that the server bound to the name.
    struct Incarnation {
        UniqueFd server; ///< O_PATH
        FileIdentity file; ///< of that
        std::unique_ptr<Listener> listener; ///< ours, which had its name
        std::set<quint32> known; ///< inodes of client sockets: those that we made, or that were there before
        quint64 dialed = 0; ///< connections to it that are not settled
        bool isUsed = false; ///< by a client whose traffic goes through us
        bool hasEnded = false;
        bool isSearched = false; ///< for clients that passed us by, and there were none
        bool isReported = false; ///< as missed
    };
    using IncarnationPtr = std::shared_ptr<Incarnation>;

    /// `acceptance` outlives this.
    TappedServer(QByteArray path, AcceptanceWatch &acceptance);
    ~TappedServer() override;

    [[nodiscard]] const IncarnationPtr &current() const { return m_current; } ///< null: none yet
    /// The name leads to us, in front of the server's socket.
    void stepIn(exchange::Entered &entered, std::set<quint32> knownClients = {});
    void noteProcess(pid_t process) { m_processes.add(process); } ///< that serves the current one; 0: not visible
    [[nodiscard]] bool hasProcessEnded() const { return m_processes.haveEnded(); }
    /// The name does not lead to the current one any more, so nobody new comes by it.
    void endIncarnation();
    /// The same, for one whose name was given back because nobody serves it any more.
    void endIncarnation(const IncarnationPtr &incarnation);
    void leave(); ///< the name was given back; those who wait go by it to the next socket of the server
    void cut(); ///< those who wait are dropped
    void resume(); ///< a descriptor became free
    [[nodiscard]] bool isIdle() const { return m_waiting.empty() && !m_isDraining; } ///< nobody is on the way

Q_SIGNALS:
    void arrived(pipeglass::engine::Link *link); ///< as of ConnectionSource, like the next four
    void paused(const pipeglass::Error &reason);
    void resumed();
    void problem(const pipeglass::Error &error);
    void idle();
    void unused(); ///< an incarnation has ended that no client used through us
    /// The current one refuses clients, or its process has ended, while the name may still lead to us.
    void refused(const pipeglass::engine::TappedServer::IncarnationPtr &incarnation);

private:
    /// A client that has no connection to the server yet.
    struct Waiting {
        UniqueFd client;
        UniqueFd server;
        IncarnationPtr dialed; ///< null: not dialled, or refused
        bool wasHeld = false; ///< nobody listened for a while
        QDeadlineTimer deadline{ QDeadlineTimer::Forever }; ///< while nobody listens
    };

    void finishIfUnused(Incarnation &incarnation);
    void arrive(int client);
    void dial(quint64 number, Waiting &waiting);
    void dialAll();
    void settle(quint64 number, AcceptanceWatch::Outcome outcome);
    void drop(quint64 number);
    void onProcessesEnded();

    QByteArray m_path;
    AcceptanceWatch &m_acceptance;
    ServerProcesses m_processes;
    IncarnationPtr m_current; ///< the last one that we stepped in front of
    std::map<quint64, Waiting> m_waiting; ///< in the order of their coming
    QTimer m_again; ///< dials again where a server does not listen or its backlog is full
    int m_redialMs = 1;
    bool m_isDraining = false;
    bool m_hasLeft = false;
};

} // namespace pipeglass::engine
