// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sockets/boundname.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QSocketNotifier;

namespace pipeglass::engine {

/// A socket that listens, and the name under which it can be dialled; null where that is somebody else's business.
struct ListeningSocket {
    UniqueFd socket;
    std::unique_ptr<BoundName> name;
};

/// Makes one. May block (it reads /proc, and looks at what has the name): never in the engine's thread. Fails with what
/// BoundName::bind fails with; nothing is left behind then.
[[nodiscard]] Result<ListeningSocket> listenAt(BoundName::Request request);

/// Accepts the clients of a listening socket, several in each turn of the event loop. Not by QLocalServer: that accepts
/// one a turn, ends itself after a failed accept(), and its listen(name) renames over whatever has the name.
class Listener : public QObject {
    Q_OBJECT

public:
    explicit Listener(ListeningSocket socket, QObject *parent = nullptr);
    ~Listener() override; ///< as close()

    void start(); ///< clients come from here on
    [[nodiscard]] bool isListening() const { return m_socket.isValid(); }
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// A descriptor became free: accept again now instead of within a second.
    void resume();
    /// Removes our file and ends the socket; clients that wait are refused. Fails where our file could not be removed.
    Status close();

Q_SIGNALS:
    void clientArrived(int descriptor); ///< connected; owned by the one slot that is connected
    void paused(const pipeglass::Error &reason); ///< no descriptors left; clients wait in the backlog
    void resumed();

private:
    void acceptSome();
    void pause(int error);
    void goOn();

    UniqueFd m_socket;
    std::unique_ptr<BoundName> m_name;
    QByteArray m_path;
    QSocketNotifier *m_watch = nullptr; ///< of m_socket; disabled while paused
    QTimer m_retry;
    bool m_paused = false;
};

} // namespace pipeglass::engine
