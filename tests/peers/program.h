// SPDX-License-Identifier: MIT
#pragma once

#include "support/testmain.h"

#include <QByteArrayList>
#include <QProcess>

#include <initializer_list>
#include <memory>

namespace pipeglass::test {

/// A program beside the test, in the test's TMPDIR; ended by its own pid when this object goes. Its errors appear among
/// the test's. Every wait here has a generous limit and then says false.
class Program {
public:
    Program(const QString &path, const QByteArrayList &arguments);
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    /// Reads lines of its output until one that begins so. What was read is gone.
    [[nodiscard]] bool waitForLine(const QByteArray &start);
    /// The last line that waitForLine() found.
    [[nodiscard]] const QByteArray &line() const { return m_line; }

    void write(const QByteArray &input);
    /// Writes all of it, and then ends its input; finish() reads meanwhile, so that neither side waits for the other.
    void feed(const QByteArray &input);
    /// Waits for its end: the rest of its output, and 128 + signal where a signal ended it.
    [[nodiscard]] QByteArray finish();
    [[nodiscard]] int exitCode() const;

    void signal(int number) const;

private:
    QProcess m_process;
    QByteArray m_line;
};

using ProgramPtr = std::unique_ptr<Program>;

/// One of the .NET programs in tests/peers/dotnet; a server is listening when this returns, or the pointer is null.
[[nodiscard]] ProgramPtr startPeerServer(const QByteArrayList &arguments);
[[nodiscard]] ProgramPtr startPeer(const QByteArrayList &arguments);
[[nodiscard]] ProgramPtr startPipeglass(const QByteArrayList &arguments);
/// `unshare` to a network namespace of its own, then a peer server; null where this user may not.
[[nodiscard]] ProgramPtr startPeerServerElsewhere(const QByteArrayList &arguments);

/// A peer server with a /tmp of its own, in another mount namespace; null where this user may not.
[[nodiscard]] ProgramPtr startPeerServerInPrivateTmp(const QByteArrayList &arguments);

/// 0 if the peers are there; else what main() should return: skipped, or failed where the environment demands them.
[[nodiscard]] int codeForMissingPeers();

} // namespace pipeglass::test

namespace pipeglass::test {

/// As QTEST_GUILESS_MAIN would, but for machines without peers: there the test is skipped, or fails where they are
/// required.
template <typename Class>
int runPeerClass(int argc, char **argv)
{
    const int code = codeForMissingPeers();
    return code != 0 ? code : runClass<QCoreApplication, Class>(argc, argv);
}

} // namespace pipeglass::test

#define PIPEGLASS_PEER_TEST_MAIN(Class)                                                                                \
    static const pipeglass::test::Registration registration(__FILE__, pipeglass::test::runPeerClass<Class>);
