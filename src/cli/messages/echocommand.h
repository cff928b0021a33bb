// SPDX-License-Identifier: MIT
#pragma once

#include "cli/messages/echoevents.h"
#include "cli/verb.h"
#include "engine/sessions/session.h"

#include <QHash>

#include <functional>
#include <vector>

namespace pipeglass::cli {

/// `pipeglass echo`: hosts a pipe until interrupted.
class EchoCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        engine::HostRequest request;
        bool json = false;
        bool hexDump = false;
    };

    static Verb verb();

    EchoCommand(Options options, Streams streams);
    ~EchoCommand() override;

    void start() override;
    void outputClosed() override;

protected:
    void onInterrupt() override;

private:
    /// Runs `event` once the host's own line has been printed.
    void tell(std::function<void()> event);
    void onOpened();
    void tellListening(FileMode mode, const QString &sentence);
    void onConnected(const engine::ConnectionState &connection);
    void onChanged(const engine::ConnectionState &connection);
    void onMessage(const engine::MessageEvent &message);
    void onEnded();
    void close();

    Options m_options;
    EchoEvents m_events;
    BackgroundThread m_background;
    std::unique_ptr<engine::Session> m_session;
    std::vector<std::function<void()>> m_untold; ///< events before that line
    bool m_hasPrintedListening = false;
    QHash<ConnectionId, engine::ConnectionState> m_connections; ///< as last printed
    bool m_closing = false;
};

} // namespace pipeglass::cli
