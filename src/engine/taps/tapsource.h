// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/connectionsource.h"
#include "engine/sessions/requests.h"
#include "engine/sockets/listener.h"
#include "engine/taps/acceptancewatch.h"
#include "engine/taps/tappreparation.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <map>
#include <memory>
#include <set>

namespace pipeglass::engine {

class NameWatch;

/// The connections of a pipe whose name is exchanged with one of ours: for each client that dials the name, one that we
/// make to the server. A client that the server has not accepted when it closes its listener is kept for the next one.
///
/// An incarnation is a socket that the server bound to the name. Each one that ended and was used by no client of ours
/// counts as a missed connection.
class TapSource : public ConnectionSource {
    Q_OBJECT

public:
    TapSource(TapRequest request, BackgroundThread &background);
    ~TapSource() override;

    void prepare() override; ///< fails as prepareTap() does
    void begin() override;
    Status end() override;
    [[nodiscard]] bool isIdle() const override { return m_waiting.empty() && !m_isDraining; }
    void connectionEnded() override;

private:
    struct Incarnation {
        UniqueFd server; ///< O_PATH
        quint32 inode = 0; ///< of that, its low 32 bits
        std::unique_ptr<Listener> listener; ///< ours, which had its name
        std::set<quint32> known; ///< inodes of client sockets: those that we made, or that were there before
        quint64 dialed = 0; ///< connections to it that are not settled
        bool isUsed = false; ///< by a client whose traffic goes through us
        bool hasEnded = false;
        bool isReported = false; ///< as missed
    };
    using IncarnationPtr = std::shared_ptr<Incarnation>;
    /// A client that has no connection to the server yet.
    struct Waiting {
        UniqueFd client;
        UniqueFd server;
        IncarnationPtr dialed; ///< null: not dialled, or refused
        QDeadlineTimer deadline{ QDeadlineTimer::Forever }; ///< while nobody listens
    };

    void take(Result<PreparedTap> &prepared);
    void stepIn(exchange::Entered &entered);
    void onCreated();
    void enterAgain();
    void endIncarnation();
    void finishIfUnused(Incarnation &incarnation);
    void arrive(int client);
    void dial(quint64 number, Waiting &waiting);
    void dialAll();
    void settle(quint64 number, AcceptanceWatch::Outcome outcome);
    void drop(quint64 number);
    void refill();
    void removeLeftovers();
    void lookForMissed(const IncarnationPtr &incarnation);

    TapRequest m_request;
    std::shared_ptr<exchange::ExchangedName> m_name;
    std::optional<catalog::BoundFile> m_boundFile; ///< the first server's
    std::set<quint32> m_knownClients; ///< inodes of sockets that were connected to it before
    std::unique_ptr<NameWatch> m_watch;
    std::unique_ptr<AcceptanceWatch> m_acceptance;
    IncarnationPtr m_current; ///< the last one that we stepped in front of
    std::map<quint64, Waiting> m_waiting; ///< in the order of their coming
    quint64 m_lastNumber = 0;
    QTimer m_tidy;
    QTimer m_again; ///< dials again where a server does not listen or its backlog is full
    int m_redialMs = 1;
    quint64 m_created = 0; ///< incarnations that we have not looked at
    bool m_willEnter = false; ///< when there are spares
    bool m_isRefilling = false;
    bool m_isLooking = false;
    bool m_isDraining = false;
    bool m_ended = false;
};

} // namespace pipeglass::engine
