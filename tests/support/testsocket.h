// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QByteArray>

namespace pipeglass::test {

/// Plain Unix sockets for tests of the catalogue. Each fails the program loudly where the system refuses.
[[nodiscard]] UniqueFd boundSocket(const QByteArray &path, int type);
[[nodiscard]] UniqueFd listeningSocket(const QByteArray &path, int backlog = 5);
/// The same without a file: `name` in the abstract namespace.
[[nodiscard]] UniqueFd listeningAbstractSocket(const QByteArray &name);
/// The same for names that others take, and in directories that others delete, at the same time: invalid where it
/// fails.
[[nodiscard]] UniqueFd tryToListen(const QByteArray &path);
[[nodiscard]] UniqueFd connectedSocket(const QByteArray &path);
[[nodiscard]] UniqueFd acceptedSocket(const UniqueFd &listener);
/// What a server leaves behind that was killed.
void makeStaleSocket(const QByteArray &path);

/// A listening stream socket at `path`, non-blocking. The file stays when the object goes.
class BoundSocket {
public:
    explicit BoundSocket(const QByteArray &path);

    [[nodiscard]] int fd() const { return m_fd.get(); }
    /// Accepts and closes whoever waits.
    void drain() const;

private:
    UniqueFd m_fd;
};

/// 0, or the errno of connecting to `path`.
[[nodiscard]] int tryConnect(const QByteArray &path);

/// A process that lives until it is told to end (or its parent ends). `body` runs in it first, `start()` returns when
/// that is done; a body that returns false makes start() return false.
class ChildProcess {
public:
    ChildProcess() = default;
    ~ChildProcess() { stop(); }
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    template <typename Body>
    bool start(Body body)
    {
        return fork() ? awaitReady() : runChild(body());
    }
    void stop();
    [[nodiscard]] int pid() const { return m_pid; }

private:
    bool fork();
    bool awaitReady();
    bool runChild(bool ready);

    int m_pid = -1;
    UniqueFd m_channel;
};

} // namespace pipeglass::test
