// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"
#include "engine/sockets/destination.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

class QLocalSocket;

namespace pipeglass::engine {

/// Connects to a socket of the abstract namespace, or to one socket file, held by its descriptor, so that exactly that
/// file is dialled whatever has its name meanwhile, and however long or odd that is. QLocalSocket dials; the link is
/// taken from it in the turn in which it is connected, before it reads, for it would end the link at the first
/// half-close.
class Dialer : public QObject {
    Q_OBJECT

public:
    /// `timeoutMs`: how long a server whose backlog is full is tried; 0 is for ever.
    Dialer(Destination destination, int timeoutMs, QObject *parent = nullptr);
    ~Dialer() override;

    void start(); ///< begins in the event loop
    void stop(); ///< no signal comes any more

    /// Once, after `connected`: the link (non-blocking), and what was read from it already.
    [[nodiscard]] UniqueFd takeSocket() { return std::move(m_socket); }
    [[nodiscard]] QByteArray takeEarlyBytes() { return std::exchange(m_early, {}); }

Q_SIGNALS:
    void connected();
    /// NobodyListening, PermissionDenied, WrongSocketType, NoSuchPipe, TimedOut, OutOfDescriptors, System.
    void failed(const pipeglass::Error &error);

private:
    void dial();
    void takeOver();
    void fail(ErrorCode code, int number = 0);
    void report(int socketError, int number);
    void retry();
    void dialAbstract();
    void waitForBacklog();

    Destination m_destination;
    QDeadlineTimer m_deadline;
    int m_timeoutMs;
    QTimer m_again;
    QLocalSocket *m_dialing = nullptr;
    UniqueFd m_socket;
    QByteArray m_early;
};

} // namespace pipeglass::engine
