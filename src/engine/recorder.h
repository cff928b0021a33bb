// SPDX-License-Identifier: MIT
#pragma once

#include "engine/session.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <variant>

namespace pipeglass::engine {

/// The one who writes a session's recording. Nothing is dropped: what the disk does not take waits here, in order, and
/// `stalled` tells everybody who produces to stop until `resumed`; meanwhile it tries again once a second. What waits
/// is therefore at most what one wake-up of each producer had in hand. Messages are signalled when they are recorded.
class Recorder : public QObject {
    Q_OBJECT

public:
    explicit Recorder(capture::RecordingPtr recording, QObject *parent = nullptr);
    ~Recorder() override;

    [[nodiscard]] const capture::RecordingPtr &recording() const { return m_recording; }
    [[nodiscard]] Result<ConnectionId> addConnection(capture::ConnectionInfo info);
    void record(capture::Record record);
    void record(capture::Event event); ///< with the time of now
    [[nodiscard]] bool isStalled() const { return !m_waiting.empty(); }
    /// The session ends: a last try for what waits, and everything handed to the kernel. Fails with what the recording
    /// fails with; what it did not take is lost then.
    Status finish();

Q_SIGNALS:
    void recorded(const pipeglass::engine::MessageEvent &message);
    void grew(); ///< a message or an event was recorded
    void stalled(const pipeglass::Error &reason);
    void resumed();

private:
    using Item = std::variant<capture::Record, capture::Event>;

    void submit(Item item);
    [[nodiscard]] Status append(const Item &item);
    [[nodiscard]] Status drain();
    void tryAgain();

    capture::RecordingPtr m_recording;
    std::deque<Item> m_waiting;
    QTimer m_retry;
    bool m_draining = false;
};

} // namespace pipeglass::engine
