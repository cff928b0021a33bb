// SPDX-License-Identifier: MIT
#pragma once

#include "cli/messages/tapevents.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>

namespace pipeglass::cli {

/// Prints what happens in a session of a tap, in order, from begin() on. What happens at a connection waits a moment
/// for the name of its client.
class TapReport : public QObject {
    Q_OBJECT

public:
    struct Options {
        TapEvents::Format format;
        bool quiet = false; ///< no messages
    };

    TapReport(engine::Session &session, Output &out, Options options);
    ~TapReport() override;

    void begin(); ///< when it has opened: prints what happened until now
    void finish(); ///< when it has ended: waits for no name any more

private:
    void onConnected(const engine::ConnectionState &connection);
    void onChanged(const engine::ConnectionState &connection);
    void tell(std::function<void()> event); ///< after what was told before
    void nameKnown(ConnectionId connection);
    void tellWaiting();

    engine::Session &m_session;
    TapEvents m_events;
    std::map<ConnectionId, engine::ConnectionState> m_connections; ///< as last reported by the session
    struct Untold {
        ConnectionId unnamed; ///< invalid: may be printed
        std::function<void()> tell;
    };
    std::deque<Untold> m_untold;
    bool m_hasBegun = false;
};

} // namespace pipeglass::cli
