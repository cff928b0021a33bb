// SPDX-License-Identifier: MIT
#pragma once

#include "support/testmain.h"

#include <QByteArrayList>
#include <QProcess>

#include <initializer_list>
#include <memory>

namespace pipeglass::test {

/// A program with the test's TMPDIR, killed by its pid in the destructor. Its stderr is the test's. Every wait has a
/// generous timeout and returns false then.
class Program {
public:
    Program(const QString &path, const QByteArrayList &arguments);
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    /// Reads lines of its output until one with this beginning; they are consumed.
    [[nodiscard]] bool waitForLine(const QByteArray &start);
    /// The last line found by waitForLine().
    [[nodiscard]] const QByteArray &line() const { return m_line; }

    void write(const QByteArray &input);
    /// Writes all of it, then closes its stdin; finish() reads meanwhile, to avoid a deadlock.
    void feed(const QByteArray &input);
    /// Waits for its end: the rest of its output, and 128 + signal if it was killed.
    [[nodiscard]] QByteArray finish();
    [[nodiscard]] int exitCode() const;

    void signal(int number) const;

private:
    QProcess m_process;
    QByteArray m_line;
};

using ProgramPtr = std::unique_ptr<Program>;

/// Starts a .NET server of tests/peers/dotnet and waits until it listens; null on failure.
[[nodiscard]] ProgramPtr startPeerServer(const QByteArrayList &arguments);
[[nodiscard]] QByteArray peerProgram(); ///< the path of tests/peers/dotnet, built
[[nodiscard]] QByteArray commandProgram(); ///< the path of `pipeglass`
[[nodiscard]] QByteArray dotnetProgram(); ///< the path of `dotnet`
[[nodiscard]] ProgramPtr startPeer(const QByteArrayList &arguments);
[[nodiscard]] ProgramPtr startPipeglass(const QByteArrayList &arguments);
/// Starts a server in its own network namespace; null if not permitted.
[[nodiscard]] ProgramPtr startPeerServerElsewhere(const QByteArrayList &arguments);

/// Starts a server with its own /tmp, in another mount namespace; null if not permitted.
[[nodiscard]] ProgramPtr startPeerServerInPrivateTmp(const QByteArrayList &arguments);

/// 0 if the peers are built; else the exit code of main(): skipped, or failed if they are required.
[[nodiscard]] int codeForMissingPeers();

} // namespace pipeglass::test

namespace pipeglass::test {

/// Like QTEST_GUILESS_MAIN, but without peers the test is skipped, or fails if they are required.
template <typename Class>
int runPeerClass(int argc, char **argv)
{
    const int code = codeForMissingPeers();
    return code != 0 ? code : runClass<QCoreApplication, Class>(argc, argv);
}

} // namespace pipeglass::test

#define PIPEGLASS_PEER_TEST_MAIN(Class)                                                                                \
    static const pipeglass::test::Registration registration(__FILE__, pipeglass::test::runPeerClass<Class>);
