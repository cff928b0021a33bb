// SPDX-License-Identifier: MIT
#pragma once

#include "cli/messages/tapevents.h"
#include "cli/verb.h"

#include <QTimer>

#include <deque>
#include <functional>
#include <map>

namespace pipeglass::cli {

/// `pipeglass tap`: shows the messages of a pipe until interrupted or the time is up.
class TapCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        engine::TapRequest request;
        int forMs = 0; ///< 0: until interrupted
        bool json = false;
        bool hexDump = false;
        MessageDecoder decoder;
        bool quiet = false; ///< no messages
    };

    static Verb verb();

    TapCommand(Options options, Streams streams);
    ~TapCommand() override;

    void start() override;
    void outputClosed() override;

protected:
    void onInterrupt() override;

private:
    void onOpened();
    void onConnected(const engine::ConnectionState &connection);
    void onChanged(const engine::ConnectionState &connection);
    void onEnded();
    void leave();
    /// Runs `event` in order, after the names of earlier connections' clients are known.
    void tell(std::function<void()> event);
    void nameKnown(ConnectionId connection);
    void tellWaiting();

    Options m_options;
    TapEvents m_events;
    BackgroundThread m_background;
    std::unique_ptr<engine::Session> m_session;
    std::map<ConnectionId, engine::ConnectionState> m_connections; ///< as last reported by the session
    struct Untold {
        ConnectionId unnamed; ///< invalid: may be printed
        std::function<void()> tell;
    };
    std::deque<Untold> m_untold;
    QTimer m_time;
    bool m_hasOpened = false;
};

} // namespace pipeglass::cli
