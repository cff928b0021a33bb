// SPDX-License-Identifier: MIT
#pragma once

#include "engine/replay/replayedconnection.h"

#include <QTimer>

namespace pipeglass::engine {

struct ReplayCounts {
    quint64 sent = 0; ///< messages
    quint64 notSent = 0; ///< the other side was gone, or did not answer
    quint64 same = 0; ///< answers
    quint64 different = 0;
    quint64 missing = 0;
    quint64 extra = 0; ///< nothing was recorded in their place
    quint64 connections = 0; ///< that were made
    quint64 unconnected = 0; ///< recorded ones for which none was made
    bool timedOut = false; ///< an answer was not waited for any longer

    [[nodiscard]] quint64 differences() const { return different + missing + extra; }
    friend bool operator==(const ReplayCounts &, const ReplayCounts &) = default;
};

/// Plays one side of a recorded conversation in a session, and ends that when everything was played. As the client it
/// makes the recorded connections: each when those that had ended before it in the recording have ended, and (unless
/// `fast`) at its recorded time. As the server it plays the recorded connections one for each client, in their order,
/// and refuses clients after the last. In the engine's thread.
class Replay : public QObject {
    Q_OBJECT

public:
    /// Before the session is opened. `session` is of this request and outlives this.
    Replay(Session &session, ReplayRequest request, QObject *parent = nullptr);
    ~Replay() override;

    [[nodiscard]] const ReplayRequest &request() const { return m_request; }
    [[nodiscard]] ReplayCounts counts() const;
    [[nodiscard]] bool isComplete() const { return m_isComplete; } ///< everything was played

Q_SIGNALS:
    void compared(const pipeglass::engine::ReplayedAnswer &answer);
    /// It cannot go on: no connection can be made, or the recording not be read. The session ends.
    void failed(const pipeglass::Error &error);

private:
    struct Run {
        RecordedConnections::Connection recorded;
        std::unique_ptr<ReplayedConnection> live; ///< null: it is being made
    };

    void begin();
    void dialNext();
    [[nodiscard]] bool mayBegin(const RecordedConnections::Connection &next) const;
    void admit(const ConnectionState &state);
    void count(const ReplayedAnswer &answer);
    void onFinished(size_t place);
    void fail(const Error &error);
    [[nodiscard]] ReplayedConnection *find(ConnectionId id) const;
    [[nodiscard]] const std::vector<RecordedConnections::Connection> &recorded() const
    {
        return m_request.recorded->connections();
    }

    Session &m_session;
    ReplayRequest m_request;
    std::vector<Run> m_runs; ///< one for each connection of the session, by their ids
    std::vector<size_t> m_running; ///< places in m_runs that are not finished
    QTimer m_dialing; ///< until the next connection is due
    qint64 m_began = 0;
    ReplayCounts m_counts; ///< of answers; and of the finished connections
    bool m_isComplete = false;
    bool m_failed = false;
};

} // namespace pipeglass::engine
