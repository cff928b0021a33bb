// SPDX-License-Identifier: MIT
#pragma once

#include "engine/boundname.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QLocalServer;
class QSocketNotifier;

namespace pipeglass::engine {

/// Listens on a name and hands out the clients' descriptors. QLocalServer accepts, but by its socket only: its
/// listen(name) renames over whatever has the name, and its close() deletes by path, so it is given our own socket
/// while that has no name yet, and never learns one.
class Listener : public QObject {
    Q_OBJECT

public:
    explicit Listener(QObject *parent = nullptr);
    ~Listener() override; ///< as close()

    /// Fails with what BoundName::bind fails with; nothing is left behind then.
    [[nodiscard]] Status listen(BoundName::Request request);
    [[nodiscard]] bool isListening() const { return m_name != nullptr; }
    [[nodiscard]] bool replacedStale() const { return m_name != nullptr && m_name->replacedStale(); }
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
    void startServer();
    void endServer();
    void takeOver();
    void acceptSome();
    void pause(int error);
    void goOn();

    QByteArray m_path;
    UniqueFd m_socket;
    UniqueFd m_serverSocket; ///< the same socket, as QLocalServer has it
    QLocalServer *m_server = nullptr;
    QSocketNotifier *m_notifier = nullptr; ///< ours, once QLocalServer gave up
    std::unique_ptr<BoundName> m_name;
    QTimer m_retry;
    bool m_paused = false;
};

} // namespace pipeglass::engine
