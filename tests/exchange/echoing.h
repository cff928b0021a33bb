// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/exchangedname.h"

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace pipeglass::test {

/// A stream server that takes eight bytes from each client, sends them back and closes.
class EchoServer {
public:
    explicit EchoServer(QByteArray path);
    ~EchoServer();
    EchoServer(const EchoServer &) = delete;
    EchoServer &operator=(const EchoServer &) = delete;

    /// As .NET does: the name goes, then the listener; the new one has the name at once.
    void recreate();
    [[nodiscard]] int served() const { return m_served; }

private:
    void run();

    const QByteArray m_path;
    UniqueFd m_listener;
    std::atomic<bool> m_ends = false;
    std::atomic<bool> m_recreates = false;
    std::atomic<int> m_served = 0;
    std::thread m_thread;
};

/// Carries clients of an entered name to the server, in a thread of its own.
class EchoRelay {
public:
    EchoRelay();
    ~EchoRelay();
    EchoRelay(const EchoRelay &) = delete;
    EchoRelay &operator=(const EchoRelay &) = delete;

    void add(exchange::Entered entered);
    [[nodiscard]] int relayed() const { return m_relayed; }

private:
    void run();
    void relayOne(const exchange::Entered &name);

    std::mutex m_mutex;
    std::vector<exchange::Entered> m_names; ///< the last few
    std::atomic<bool> m_ends = false;
    std::atomic<int> m_relayed = 0;
    std::thread m_thread;
};

/// Dials the path, sends eight bytes and expects them back. Empty: they came; else what failed.
[[nodiscard]] QByteArray talk(const QByteArray &path);

/// Clients that talk all the time, until the end.
class EchoClients {
public:
    EchoClients(const QByteArray &path, int count);
    ~EchoClients() { end(); }
    EchoClients(const EchoClients &) = delete;
    EchoClients &operator=(const EchoClients &) = delete;

    void end();
    [[nodiscard]] int talked() const { return m_talked; }
    [[nodiscard]] QByteArray failures(); ///< after end(): the first few, empty where there is none

private:
    std::atomic<bool> m_ends = false;
    std::atomic<int> m_talked = 0;
    std::mutex m_mutex;
    std::vector<QByteArray> m_failures;
    std::vector<std::thread> m_threads;
};

} // namespace pipeglass::test
