// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QByteArray>

namespace pipeglass::test {

/// Unix sockets for tests of the catalog. Errors are fatal.
[[nodiscard]] UniqueFd boundSocket(const QByteArray &path, int type);
[[nodiscard]] UniqueFd listeningSocket(const QByteArray &path, int backlog = 5);
/// `name` in the abstract namespace.
[[nodiscard]] UniqueFd listeningAbstractSocket(const QByteArray &name);
/// For names and directories that others change concurrently: invalid on failure.
[[nodiscard]] UniqueFd tryToListen(const QByteArray &path);
[[nodiscard]] UniqueFd connectedSocket(const QByteArray &path);
[[nodiscard]] UniqueFd acceptedSocket(const UniqueFd &listener);
/// Creates the file of a server that was killed.
void makeStaleSocket(const QByteArray &path);

/// A listening stream socket at `path`, non-blocking. The destructor keeps the file.
class BoundSocket {
public:
    explicit BoundSocket(const QByteArray &path);

    [[nodiscard]] int fd() const { return m_fd.get(); }
    /// Accepts and closes all waiting clients.
    void drain() const;

private:
    UniqueFd m_fd;
};

/// 0, or the errno of connecting to `path`.
[[nodiscard]] int tryConnect(const QByteArray &path);

/// A child process that runs until stopped (or its parent ends). start() returns when `body` has run in it; false if
/// `body` returned false.
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
