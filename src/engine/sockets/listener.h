// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sockets/boundname.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QLocalServer;
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

/// Hands out the clients of a listening socket. QLocalServer accepts, but knows no name: its listen(name) renames over
/// whatever has the name, and it deletes by path the file whose name it learns from a socket. So it is given a
/// descriptor that is no socket, and the socket takes that descriptor's place afterwards.
class Listener : public QObject {
    Q_OBJECT

public:
    explicit Listener(ListeningSocket socket, QObject *parent = nullptr);
    ~Listener() override; ///< as close()

    void start(); ///< clients come from here on; fails silently into isPaused() without descriptors
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
    [[nodiscard]] bool makeServer();
    void endServer();
    void checkServer();
    void tryAgain();
    void arrive(int descriptor);
    void pause(int error);
    void goOn();

    UniqueFd m_socket;
    std::unique_ptr<BoundName> m_name;
    QByteArray m_path;
    UniqueFd m_idle; ///< an event that never comes: stands where QLocalServer has no socket of ours
    QLocalServer *m_server = nullptr;
    int m_serverDescriptor = -1; ///< what it accepts on; its own to close if it gives up, else ours
    QSocketNotifier *m_watch = nullptr; ///< while clients wait, for noticing that QLocalServer gave up
    QTimer m_retry;
    bool m_paused = false;
};

} // namespace pipeglass::engine
