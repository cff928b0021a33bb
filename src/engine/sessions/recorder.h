// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"
#include "engine/sessions/requests.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <map>
#include <variant>

namespace pipeglass::engine {

/// A message that passed, for those who follow a session in its own thread (the command).
struct MessageEvent {
    ConnectionId connection;
    quint64 number = 0; ///< in the recording
    bool isRecorded = true; ///< false: the disk was full, and there is no number
    capture::Record record;
};

struct LossCount {
    quint64 messages = 0;
    quint64 bytes = 0; ///< on the wire
};

/// Appends a session's messages and events to its recording, in order. Messages are signalled when they are recorded.
/// While the disk is full there are two policies:
/// - Wait: what the disk does not take waits here, and `stalled` tells everybody who produces to stop until `resumed`.
///   What waits is at most what one wake-up of each producer had in hand.
/// - GoOn: messages that cannot be recorded are signalled and counted; the recording says where they are missing.
/// In both it tries again once a second.
class Recorder : public QObject {
    Q_OBJECT

public:
    Recorder(capture::RecordingPtr recording, DiskPolicy policy, QObject *parent = nullptr);
    ~Recorder() override;

    [[nodiscard]] const capture::RecordingPtr &recording() const { return m_recording; }
    [[nodiscard]] DiskPolicy policy() const { return m_policy; }
    /// To GoOn: what waits counts as lost, and producers go on (`losing`, then `resumed`).
    void setPolicy(DiskPolicy policy);
    [[nodiscard]] const Error &problem() const { return m_error; } ///< why the last append failed
    void retryNow(); ///< what could not be recorded may be possible now
    /// Fails with what the recording fails with; with GoOn a full disk is no failure.
    [[nodiscard]] Result<ConnectionId> addConnection(capture::ConnectionInfo info);
    void record(capture::Record record);
    void record(capture::Event event); ///< with the time of now
    [[nodiscard]] bool isStalled() const { return m_policy == DiskPolicy::Wait && m_failing; }
    [[nodiscard]] LossCount lost() const { return m_lost; } ///< in all
    /// The session ends: a last try for what waits. Fails with what the recording fails with; what it did not take is
    /// lost then.
    Status finish();

Q_SIGNALS:
    void recorded(const pipeglass::engine::MessageEvent &message);
    void grew(); ///< a message or an event was recorded
    void stalled(const pipeglass::Error &reason);
    void losing(const pipeglass::Error &reason); ///< with GoOn: from here on messages are not recorded
    /// After `stalled`: bytes may move again. After `losing`: all is recorded again.
    void resumed();

private:
    using Item = std::variant<capture::Record, capture::Event>;

    void submit(Item item);
    void handle(Item item);
    void count(const capture::Record &record);
    [[nodiscard]] Status append(const Item &item);
    [[nodiscard]] Status appendLosses();
    [[nodiscard]] Status drain();
    void fail(const Error &error);
    void tryAgain();

    capture::RecordingPtr m_recording;
    DiskPolicy m_policy;
    std::deque<Item> m_waiting;
    std::deque<capture::ConnectionInfo> m_newConnections; ///< not written yet; before what waits
    Error m_error; ///< why the last append failed
    std::map<std::pair<ConnectionId, Side>, LossCount> m_untold; ///< losses that the recording does not say yet
    LossCount m_lost;
    quint32 m_lastConnection = 0;
    QTimer m_retry;
    bool m_failing = false; ///< the last append failed
    bool m_draining = false;
};

} // namespace pipeglass::engine

Q_DECLARE_METATYPE(pipeglass::engine::MessageEvent)
