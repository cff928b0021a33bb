// SPDX-License-Identifier: MIT
#pragma once

#include "engine/session.h"

#include <memory>

namespace pipeglass::engine {

/// We as the client of one pipe. Connecting happens in the event loop: `start`, then `connectionOpened` or `failed`.
class Attachment : public Session {
    Q_OBJECT

public:
    explicit Attachment(AttachRequest request, QObject *parent = nullptr);
    ~Attachment() override;

    /// Resolves and begins to dial. Fails at once with what resolve() fails with, NotASocket, WrongSocketType, or what
    /// creating the recording fails with; later through `failed`: NobodyListening, NotListening, PermissionDenied,
    /// TimedOut.
    [[nodiscard]] Status start();

    [[nodiscard]] SessionKind kind() const override { return SessionKind::Attachment; }
    [[nodiscard]] QByteArray path() const override;
    /// The symbolic link that was named and led to path(); empty where there was none.
    [[nodiscard]] QByteArray link() const;
    [[nodiscard]] framing::FramingPtr framing() const override;
    [[nodiscard]] capture::RecordingPtr recording() const override;
    [[nodiscard]] std::vector<ConnectionState> connections() const override;
    Status send(const QByteArray &payload, ConnectionId to = {}) override;
    [[nodiscard]] qint64 queuedBytes() const override;
    /// Bytes that came, also those of a message that is not whole yet: whether a peer is silent or only slow.
    [[nodiscard]] quint64 bytesReceived() const;
    void finishSending() override;
    void close() override;

Q_SIGNALS:
    void failed(const pipeglass::Error &error); ///< never connected; `ended` follows

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pipeglass::engine
