// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QObject>

class QSocketNotifier;

namespace pipeglass::engine {

/// Tells once when both halves of a connected socket have ended. Needed where the peer has ended its half already and
/// nothing waits to be written: such a socket is readable for ever (end-of-file), so it cannot be polled for that, and
/// the notifiers of Qt's glib event loop do not report a hang-up alone. An epoll set without any event asked for
/// reports exactly hang-ups and errors. Costs a descriptor while it lives.
class HangupWatch : public QObject {
    Q_OBJECT

public:
    /// The socket stays the caller's and outlives this object. Without descriptors left it never tells: the end is then
    /// noticed by the next write.
    explicit HangupWatch(int socket, QObject *parent = nullptr);
    ~HangupWatch() override;

Q_SIGNALS:
    void hungUp();

private:
    UniqueFd m_epoll;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace pipeglass::engine
