// SPDX-License-Identifier: MIT
#pragma once

#include "core/threads/callqueue.h"

#include <QObject>

#include <functional>
#include <memory>

class QThread;

namespace pipeglass::engine {

/// Finds out whether a server accepted connections that we made. Nothing may have been written to them yet: only then
/// a reset proves that the server never had the connection.
/// Asks sock_diag in a thread of its own (an accepted socket has an inode, a waiting one has not): at once, then after
/// pauses that grow from 1 to 20 ms.
class AcceptanceWatch : public QObject {
    Q_OBJECT

public:
    enum class Outcome {
        Accepted, ///< also where the kernel does not tell
        Reset, ///< the listener was closed before it accepted
    };

    explicit AcceptanceWatch(QObject *parent = nullptr);
    ~AcceptanceWatch() override;

    /// For all who share this object.
    [[nodiscard]] quint64 newNumber() { return ++m_lastNumber; }
    /// `settled` follows once in this object's thread, unless forget() is called before. The socket is duplicated.
    void add(quint64 number, int socket);
    void forget(quint64 number);

Q_SIGNALS:
    void settled(quint64 number, pipeglass::engine::AcceptanceWatch::Outcome outcome);

private:
    class Checker;

    QThread *m_thread;
    Checker *m_checker; ///< in the thread, which deletes it
    CallQueue m_reports;
    quint64 m_lastNumber = 0;
};

} // namespace pipeglass::engine
