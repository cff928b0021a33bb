// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QObject>

namespace pipeglass::cli {

class LoadClient;

/// Tells many clients what happens on their sockets, by one epoll descriptor: Qt's event loop takes milliseconds a turn
/// with a notifier for each of ten thousand sockets.
class LoadPoller : public QObject {
    Q_OBJECT

public:
    explicit LoadPoller(QObject *parent = nullptr);

    /// `client` outlives this. A socket that is closed need not be removed.
    [[nodiscard]] bool add(int socket, LoadClient *client) const;
    void setWriting(int socket, LoadClient *client, bool on) const;

private:
    void dispatch() const;

    UniqueFd m_epoll;
};

} // namespace pipeglass::cli
