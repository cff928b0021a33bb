// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/connectionsource.h"
#include "engine/sessions/requests.h"
#include "engine/sockets/destination.h"
#include "engine/sockets/dialer.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <memory>

namespace pipeglass::engine {

/// One connection, which we dial as the client. prepare() fails with what destinationOf() fails with, NotASocket and
/// WrongSocketType; later with NobodyListening, NotListening, PermissionDenied, TimedOut.
class DialSource : public ConnectionSource {
    Q_OBJECT

public:
    DialSource(AttachRequest request, BackgroundThread &background);
    ~DialSource() override;

    void prepare() override;
    void begin() override;
    Status end() override;

private:
    void take(Result<Destination> &destination);
    void dialDestination();
    void connectDone();
    void onDialFailed(const Error &error);
    void lookAgain();
    void takeAgain(Result<catalog::ResolvedFile> &file);
    void giveUp(const Error &error);

    AttachRequest m_request;
    Destination m_destination; ///< what is dialled next
    std::optional<FileIdentity> m_dialled; ///< nullopt: an abstract socket
    std::unique_ptr<Dialer> m_dialer;
    QDeadlineTimer m_deadline;
    QTimer m_again;
    int m_absences = 0;
    Error m_refusal; ///< the last one
    bool m_ended = false;
};

} // namespace pipeglass::engine
