// SPDX-License-Identifier: MIT
#include "catalog/connections.h"
#include "catalog/kernel/fileinfo.h"
#include "catalog/kernel/holdersearch.h"
#include "catalog/scanning/scanner.h"
#include "catalog/staleremoval.h"
#include "support/mountnamespace.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <future>
#include <thread>

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_traps {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

constexpr uid_t otherUser = 54321;

/// Held by a child process until it ends.
UniqueFd kept;

PipeEntry only(const QByteArray &directory)
{
    const SnapshotPtr snapshot = Scanner({ { directory } }).scan();
    return snapshot->entries.size() == 1 ? *snapshot->entries.front() : PipeEntry();
}

/// The state as seen by a user without rights, from the exit status of a child process; -1 on failure.
int stateForAnotherUser(const QByteArray &directory, bool *serverSeen = nullptr)
{
    const pid_t pid = ::fork();
    if (pid == 0) {
        if (::setgid(otherUser) != 0 || ::setuid(otherUser) != 0)
            ::_exit(99);
        const PipeEntry entry = only(directory);
        ::_exit(static_cast<int>(entry.state) + (entry.server.has_value() ? 10 : 0));
    }
    int status = 0;
    if (::waitpid(pid, &status, 0) != pid || !WIFEXITED(status) || WEXITSTATUS(status) == 99)
        return -1;
    if (serverSeen != nullptr)
        *serverSeen = WEXITSTATUS(status) >= 10;
    return WEXITSTATUS(status) % 10;
}

int number(PipeState state) { return static_cast<int>(state); }

class TestTraps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aServerInAnotherNetworkNamespace_data()
    {
        QTest::addColumn<QByteArray>("boundAs");
        QTest::addColumn<QByteArray>("renamedTo");
        QTest::newRow("by its path") << QByteArray("%1/CoreFxPipe_x") << QByteArray();
        QTest::newRow("by a relative path") << QByteArray("CoreFxPipe_x") << QByteArray();
        QTest::newRow("by a descriptor") << QByteArray("/proc/self/fd/%2/CoreFxPipe_x") << QByteArray();
        QTest::newRow("renamed since") << QByteArray("%1/before") << QByteArray("CoreFxPipe_x");
        QTest::newRow("relative, renamed since") << QByteArray("before") << QByteArray("CoreFxPipe_x");
        QTest::newRow("with a newline") << QByteArray("%1/CoreFxPipe_a\nb") << QByteArray();
    }

    void aServerInAnotherNetworkNamespace()
    {
        QFETCH(QByteArray, boundAs);
        QFETCH(QByteArray, renamedTo);
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 0755), 0);
        ChildProcess server;
        const bool started = server.start([&] {
            if (::unshare(CLONE_NEWNET) != 0 || ::chdir(directory.path().constData()) != 0)
                return false;
            const UniqueFd fd(::open(".", O_PATH | O_CLOEXEC));
            boundAs.replace("%1", directory.path()).replace("%2", QByteArray::number(fd.get()));
            kept = listeningSocket(boundAs, 4);
            return renamedTo.isEmpty() || ::rename("before", renamedTo.constData()) == 0;
        });
        if (!started)
            QSKIP("no network namespace can be made here");
        const PipeEntry entry = only(directory.path());
        QCOMPARE(entry.state, PipeState::Listening);
        QCOMPARE(entry.backlog, std::optional(4U));
        QVERIFY(entry.server.has_value());
        QCOMPARE(entry.server->front().pid, server.pid());
        // Unknown without rights, so not reported as stale.
        bool serverSeen = true;
        QCOMPARE(stateForAnotherUser(directory.path(), &serverSeen), number(PipeState::Unknown));
        QVERIFY(!serverSeen);
        server.stop();
        QCOMPARE(only(directory.path()).state, PipeState::Stale);
    }

    void anotherNetworkNamespaceHasNothingToDoWithIt()
    {
        const PrivateDirectory directory;
        const PrivateDirectory elsewhere;
        QCOMPARE(::chmod(directory.path().constData(), 0755), 0);
        QCOMPARE(::chmod(elsewhere.path().constData(), 0755), 0);
        makeStaleSocket(directory.filePath("CoreFxPipe_x"));
        ChildProcess server;
        if (!server.start([&] {
                if (::unshare(CLONE_NEWNET) != 0)
                    return false;
                kept = listeningSocket(elsewhere.filePath("CoreFxPipe_y"));
                return true;
            }))
            QSKIP("no network namespace can be made here");
        QCOMPARE(only(directory.path()).state, PipeState::Stale);
        // The kernel does not tell without write permission.
        QCOMPARE(stateForAnotherUser(directory.path()), number(PipeState::Unknown));
        QCOMPARE(::chmod(directory.filePath("CoreFxPipe_x").constData(), 0777), 0);
        QCOMPARE(stateForAnotherUser(directory.path()), number(PipeState::Stale));
    }

    /// As on a machine that often builds or tests in containers.
    void shortLivedNamespacesDoNotCauseUnknown()
    {
        const PrivateDirectory directory;
        makeStaleSocket(directory.filePath("CoreFxPipe_x"));
        const pid_t maker = ::fork();
        if (maker == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::signal(SIGCHLD, SIG_IGN);
            for (;;) {
                const pid_t one = ::fork();
                if (one == 0)
                    ::_exit(::unshare(CLONE_NEWNET) == 0 ? ::usleep(2000) : 1);
                ::usleep(5000);
            }
        }
        int doubts = 0;
        for (int i = 0; i < 60; ++i)
            doubts += only(directory.path()).state == PipeState::Stale ? 0 : 1;
        ::kill(maker, SIGKILL);
        ::waitpid(maker, nullptr, 0);
        QCOMPARE(doubts, 0);
    }

    /// The namespace of a single thread: the process is in ours.
    void aThreadInAnotherNetworkNamespace()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer cannot follow the threads of a forked child");
#endif
        const PrivateDirectory directory;
        ChildProcess server;
        if (!server.start([&] {
                std::promise<bool> made;
                std::thread([&] {
                    const bool good = ::unshare(CLONE_NEWNET) == 0;
                    if (good)
                        kept = listeningSocket(directory.filePath("CoreFxPipe_x"), 4);
                    made.set_value(good);
                    if (good)
                        ::pause();
                }).detach();
                return made.get_future().get();
            }))
            QSKIP("no network namespace can be made here");
        const PipeEntry entry = only(directory.path());
        QCOMPARE(entry.state, PipeState::Listening);
        QCOMPARE(entry.server->front().pid, server.pid());
    }

    /// No process is in the namespace any more: a socket that was passed out of it keeps it alive.
    void aSocketThatOutlivedItsNamespacesProcesses()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        ChildProcess server;
        if (!server.start([&] {
                // A child that shares our descriptors and exits at once.
                std::array<char, 64 * 1024> stack; // not read
                const auto body = [](void *bound) {
                    if (::unshare(CLONE_NEWNET) != 0)
                        return 1;
                    (void)listeningSocket(*static_cast<QByteArray *>(bound), 4).release();
                    return 0;
                };
                QByteArray bound = path;
                const pid_t pid = ::clone(body, stack.data() + stack.size(), CLONE_FILES | SIGCHLD, &bound);
                int status = 1;
                return ::waitpid(pid, &status, 0) == pid && status == 0;
            }))
            QSKIP("no network namespace can be made here");
        const auto info = readFileInfo(AT_FDCWD, path);
        QVERIFY(info.has_value());
        const KnownFile file{ directory.path(), "CoreFxPipe_x", info->file };
        QVERIFY(bindingOf(file).binding == Binding::Stream);
        QCOMPARE(only(directory.path()).unknownReason, UnknownReason::ServerHidden);
        QVERIFY(UniqueFd(connectedSocket(path)).isValid());
        server.stop();
        QVERIFY(bindingOf(file).binding == Binding::None);
        QCOMPARE(only(directory.path()).state, PipeState::Stale);
    }

    void theListInAnotherNetworkNamespace()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer cannot follow the threads of a forked child");
#endif
        // The reverse: we are inside, the server is outside.
        const PrivateDirectory directory;
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_x"));
        int state = -1;
        const pid_t pid = ::fork();
        if (pid == 0) {
            if (::unshare(CLONE_NEWNET) != 0)
                ::_exit(99);
            ::_exit(number(only(directory.path()).state));
        }
        QCOMPARE(::waitpid(pid, &state, 0), pid);
        if (WEXITSTATUS(state) == 99)
            QSKIP("no network namespace can be made here");
        QCOMPARE(WEXITSTATUS(state), number(PipeState::Listening));
    }

    void anotherUsersPipeWithoutRights()
    {
        if (::geteuid() != 0)
            QSKIP("needs root, to be another user in a child process");
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 0755), 0);
        ChildProcess server; // not this process: the observer is its child and would inherit the socket
        QVERIFY(server.start([&] {
            kept = listeningSocket(directory.filePath("CoreFxPipe_x"));
            return true;
        }));
        bool serverSeen = true;
        QCOMPARE(stateForAnotherUser(directory.path(), &serverSeen), number(PipeState::Listening));
        QVERIFY(!serverSeen);
        server.stop();
        QCOMPARE(stateForAnotherUser(directory.path(), &serverSeen), number(PipeState::Unknown));
        QVERIFY(!serverSeen);
        QCOMPARE(::chmod(directory.filePath("CoreFxPipe_x").constData(), 0777), 0);
        QCOMPARE(stateForAnotherUser(directory.path(), &serverSeen), number(PipeState::Stale));
        QVERIFY(serverSeen); // that there is none
    }

    /// Public information is shown; what is not permitted is nullopt, not empty.
    void whatIsKnownWithoutRights()
    {
        if (::geteuid() != 0)
            QSKIP("needs root, to be another user in a child process");
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 0755), 0);
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        ChildProcess server;
        QVERIFY(server.start([&] {
            kept = listeningSocket(path, 7);
            static UniqueFd client = connectedSocket(path);
            static UniqueFd accepted = acceptedSocket(kept);
            static UniqueFd waiting = connectedSocket(path);
            return ::write(client.get(), "hello", 5) == 5;
        }));
        const PipeEntry known = only(directory.path());
        const int missing = asUser(otherUser, [&] {
            const PipeEntry entry = only(directory.path());
            const auto connections = connectionsOf(entry);
            const std::array<bool, 15> facts{
                entry.state == PipeState::Listening,
                entry.file == known.file,
                entry.socketInode == known.socketInode && known.socketInode != 0,
                entry.socketCookie == known.socketCookie,
                entry.mode == known.mode && entry.uid == known.uid && entry.owner == known.owner,
                entry.clients == std::optional(1U),
                entry.waiting == std::optional(1U),
                entry.backlog == std::optional(7U),
                !entry.server.has_value(),
                connections.has_value() && connections->size() == 2,
                (*connections)[0].unreadByServer == std::optional<quint64>(5),
                (*connections)[0].unreadByClient == std::optional<quint64>(0),
                !(*connections)[0].client && !(*connections)[0].server,
                (*connections)[1].isWaiting && !(*connections)[1].unreadByServer,
                !(*connections)[1].client,
            };
            const auto bad = std::find(facts.begin(), facts.end(), false);
            return bad == facts.end() ? 0 : static_cast<int>(bad - facts.begin()) + 1;
        });
        QCOMPARE(missing, 0);
        // With rights also the processes.
        const auto connections = connectionsOf(known);
        QCOMPARE(known.server->front().pid, server.pid());
        QCOMPARE((*connections)[0].client->pid, server.pid());
        QCOMPARE((*connections)[1].client->pid, server.pid());
    }

    /// Hundreds of processes start and end, servers among them, while /proc is read.
    void processesThatVanishInBetween()
    {
        const PrivateDirectory directory;
        const UniqueFd lasting = listeningSocket(directory.filePath("CoreFxPipe_lasting"));
        ChildProcess crowd;
        QVERIFY(crowd.start([&] {
            ::close(lasting.get()); // or a child, whose number may be lower than ours, would be a server too
            if (::fork() != 0)
                return true;
            const pid_t parent = ::getppid();
            for (int i = 0; ::getppid() == parent; ++i) {
                const pid_t pid = ::fork();
                if (pid == 0) {
                    const QByteArray path = directory.filePath("CoreFxPipe_" + QByteArray::number(i));
                    const UniqueFd listener = tryToListen(path);
                    if (i % 64 != 0)
                        ::unlink(path.constData());
                    ::_exit(0);
                }
                if (i % 8 == 0)
                    while (::waitpid(-1, nullptr, i % 64 == 0 ? 0 : WNOHANG) > 0) { }
            }
            ::_exit(0);
        }));
        Scanner scanner({ { directory.path() } });
        for (int i = 0; i < 25; ++i) {
            const SnapshotPtr snapshot = scanner.scan();
            QVERIFY(snapshot->problems.empty());
            const auto is = [](const PipeEntryPtr &entry) { return entry->fileName == "CoreFxPipe_lasting"; };
            const auto found = std::find_if(snapshot->entries.begin(), snapshot->entries.end(), is);
            QVERIFY(found != snapshot->entries.end());
            QCOMPARE((*found)->state, PipeState::Listening);
            QCOMPARE((*found)->server->front().pid, ::getpid());
            (void)findHolders({ 1 }, 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestTraps)

} // namespace tst_traps

#include "tst_traps.moc"
