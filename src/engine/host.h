// SPDX-License-Identifier: MIT
#pragma once

#include "engine/session.h"

#include <memory>

namespace pipeglass::engine {

/// We as the server of one pipe, for many clients at once.
class Host : public Session {
    Q_OBJECT

public:
    explicit Host(HostRequest request, QObject *parent = nullptr);
    ~Host() override;

    /// Binds and listens. Fails with InvalidName, PathTooLong, InUse, StaleSocket (unless replacing was asked for),
    /// ForeignSocket, NotASocket, CreationDenied, NoSuchDirectory, and what creating the recording fails with; nothing
    /// is left behind then.
    [[nodiscard]] Status start();
    [[nodiscard]] bool replacedStale() const; ///< a dead socket was replaced at the start

    [[nodiscard]] SessionKind kind() const override { return SessionKind::Host; }
    [[nodiscard]] QByteArray path() const override;
    [[nodiscard]] framing::FramingPtr framing() const override;
    [[nodiscard]] capture::RecordingPtr recording() const override;
    [[nodiscard]] std::vector<ConnectionState> connections() const override;
    Status send(const QByteArray &payload, ConnectionId to = {}) override;
    [[nodiscard]] qint64 queuedBytes() const override;
    void finishSending() override;
    void close() override;
    void closeConnection(ConnectionId connection);

Q_SIGNALS:
    void acceptingPaused(const pipeglass::Error &reason); ///< out of descriptors; clients wait in the backlog
    void acceptingResumed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pipeglass::engine
