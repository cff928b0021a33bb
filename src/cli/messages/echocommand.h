// SPDX-License-Identifier: MIT
#pragma once

#include "cli/messages/echoevents.h"
#include "cli/verb.h"
#include "engine/host.h"

#include <QHash>

namespace pipeglass::cli {

/// `pipeglass echo`: play the server of a pipe, until interrupted.
class EchoCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        engine::HostRequest request;
        bool json = false;
        bool hexDump = false;
    };

    static const Verb &verb();

    EchoCommand(Options options, Streams streams);
    ~EchoCommand() override;

    void start() override;
    void outputClosed() override;

protected:
    void onInterrupt() override;

private:
    void tellListening();
    void onOpened(const engine::ConnectionState &connection);
    void onChanged(const engine::ConnectionState &connection);
    void onMessage(const engine::MessageEvent &message);
    void onEnded();
    void close();

    Options m_options;
    EchoEvents m_events;
    std::unique_ptr<engine::Host> m_host;
    QHash<ConnectionId, engine::ConnectionState> m_connections; ///< as last told
    bool m_closing = false;
};

} // namespace pipeglass::cli
