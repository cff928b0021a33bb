// SPDX-License-Identifier: MIT
#pragma once

#include "cli/load/latencies.h"
#include "cli/load/loadclient.h"
#include "cli/load/loadpoller.h"
#include "cli/load/loadtarget.h"
#include "cli/messages/sendcommand.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <vector>

namespace pipeglass::cli {

/// Whether `send` is to put a load on a server: --count, --rate or --clients.
[[nodiscard]] bool asksForLoad(const Arguments &arguments);
/// `options`: as parsed for a single client. Fails with InvalidArgument.
[[nodiscard]] Result<CommandPtr>
makeLoadCommand(const Arguments &arguments, SendCommand::Options options, Streams streams);

/// `pipeglass send --count N --rate R --clients C`: connects the clients, then sends messages, one after the other on
/// each connection, and counts answers and latencies. A message that gets no answer, or no connection, is an error.
class LoadCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        QByteArray name;
        std::vector<framing::Frame> messages; ///< sent in turn
        framing::FramingPtr framing;
        qsizetype limit = framing::defaultLimit;
        size_t clients = 1;
        std::optional<quint64> count; ///< of messages in total; nullopt: until the time is over
        double rate = 0; ///< messages a second of all clients together; 0: as fast as they are answered
        int timeoutMs = 0; ///< for a connection, and for an answer; 0: no limit
        int totalMs = 0; ///< for sending; 0: no limit
        bool json = false;
    };

    LoadCommand(Options options, Streams streams);
    ~LoadCommand() override;

    void start() override;

protected:
    void onInterrupt() override;

private:
    void makeClients();
    void connectSome();
    void onConnectFailed(LoadClient *client, const Error &error);
    void begin();
    void sendDue();
    [[nodiscard]] quint64 allowance();
    void onAnswered(LoadClient *client, qint64 nanoseconds);
    void onLost(LoadClient *client, bool wasWaiting);
    void checkTimeouts();
    void countError(const Error &error);
    void release(LoadClient *client);
    [[nodiscard]] bool isOver() const;
    void endIfDone();
    void printSummary();

    Options m_options;
    BackgroundThread m_background;
    LoadTarget m_target;
    LoadPoller m_poller;
    std::vector<std::unique_ptr<LoadClient>> m_clients;
    std::deque<LoadClient *> m_unconnected; ///< to be connected, in order
    std::deque<LoadClient *> m_idle; ///< may send
    QTimer m_connecting;
    QTimer m_pace; ///< until the next message is due
    QTimer m_timeouts;
    QElapsedTimer m_clock; ///< from the first message on
    Latencies m_latencies;
    LoadClient::Clock::time_point m_lastAnswer;
    quint64 m_taken = 0; ///< messages that were sent, or failed before
    quint64 m_waiting = 0; ///< for an answer
    quint64 m_sent = 0;
    quint64 m_errors = 0;
    std::optional<Error> m_firstError;
    bool m_hasConnected = false;
};

} // namespace pipeglass::cli
