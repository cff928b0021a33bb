// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/connectionsource.h"
#include "engine/sessions/requests.h"
#include "engine/taps/acceptancewatch.h"
#include "engine/taps/tappedserver.h"
#include "engine/taps/tappreparation.h"

#include <QTimer>

#include <memory>
#include <set>

namespace pipeglass::engine {

class NameFollower;

/// The connections of a pipe whose name is exchanged with one of ours; see TappedServer. Each incarnation that ended
/// and was used by no client of ours counts as a missed connection.
class TapSource : public ConnectionSource {
    Q_OBJECT

public:
    TapSource(TapRequest request, BackgroundThread &background);
    ~TapSource() override;

    void prepare() override; ///< fails as prepareTap() does
    void begin() override;
    Status end() override;
    [[nodiscard]] bool isIdle() const override { return m_server == nullptr || m_server->isIdle(); }
    void connectionEnded() override;

private:
    void take(Result<PreparedTap> &prepared);
    void stepIn(exchange::Entered &entered);
    void onEntered(exchange::Entered &entered);
    void endIncarnation();
    void stepBack(const TappedServer::IncarnationPtr &incarnation);
    void refill();
    void removeLeftovers();
    void lookForMissed(const TappedServer::IncarnationPtr &incarnation);

    TapRequest m_request;
    std::shared_ptr<exchange::ExchangedName> m_name;
    std::optional<catalog::BoundFile> m_boundFile; ///< the first server's
    std::set<quint32> m_knownClients; ///< inodes of sockets that were connected to it before
    std::vector<pid_t> m_serverProcesses; ///< the first one's
    std::unique_ptr<NameFollower> m_follower;
    std::unique_ptr<AcceptanceWatch> m_acceptance;
    std::unique_ptr<TappedServer> m_server;
    QTimer m_tidy;
    BackgroundThread m_upkeep; ///< makes spares and deletes leftovers, without waiting for other jobs
    bool m_isRefilling = false;
    bool m_isLooking = false;
    bool m_ended = false;
};

} // namespace pipeglass::engine
