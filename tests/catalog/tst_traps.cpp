// SPDX-License-Identifier: MIT
#include "catalog/fileinfo.h"
#include "catalog/filestates.h"
#include "catalog/scanner.h"
#include "support/privatedirectory.h"
#include "support/testsocket.h"

#include <QTest>

#include <array>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <future>
#include <thread>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

namespace {

constexpr uid_t otherUser = 54321;

/// Held by a child process until it ends.
UniqueFd kept;

PipeEntry only(const QByteArray &directory)
{
    const SnapshotPtr snapshot = Scanner({ { directory } }).scan();
    return snapshot->entries.size() == 1 ? *snapshot->entries.front() : PipeEntry();
}

/// The state as a user without rights sees it, through the exit of a child process: its number, or -1.
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

bool mountHere(const char *type, const QByteArray &at, const QByteArray &options, const char *source = "none")
{
    return ::mount(source, at.constData(), type, 0, options.constData()) == 0;
}

/// 0: as it should be; 1: not; 2: this kernel or these rights do not allow it. In a mount namespace of its own, so that
/// nothing stays mounted.
int inMountNamespace(const std::function<QByteArray()> &makeDirectory)
{
    const pid_t pid = ::fork();
    if (pid != 0) {
        int status = 0;
        return ::waitpid(pid, &status, 0) == pid && WIFEXITED(status) ? WEXITSTATUS(status) : 1;
    }
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        ::_exit(2);
    const QByteArray directory = makeDirectory();
    if (directory.isEmpty())
        ::_exit(2);
    kept = listeningSocket(directory + "/CoreFxPipe_live", 3);
    makeStaleSocket(directory + "/CoreFxPipe_stale");
    const SnapshotPtr snapshot = Scanner({ { directory } }).scan();
    const bool good = snapshot->entries.size() == 2 && snapshot->entries[0]->state == PipeState::Listening
        && snapshot->entries[0]->server && snapshot->entries[0]->server->front().pid == ::getpid()
        && snapshot->entries[1]->state == PipeState::Stale;
    ::_exit(good ? 0 : 1);
}

} // namespace

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
        // Nobody without rights can know, and so it is not called dead.
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
        QCOMPARE(stateForAnotherUser(directory.path()), number(PipeState::Stale));
    }

    /// The namespace is one thread's alone: the process is in ours.
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

    /// Nobody is in the namespace any more: the socket was passed out of it, and it alone keeps it.
    void aSocketThatOutlivedItsNamespacesProcesses()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        ChildProcess server;
        if (!server.start([&] {
                // A child that shares our descriptors and nothing else, and is gone at once.
                std::array<char, 64 * 1024> stack; // NOLINT: nobody reads it
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
        const auto info = lookAt(AT_FDCWD, path);
        QVERIFY(info.has_value());
        const KnownFile file{ directory.path(), "CoreFxPipe_x", info->file };
        QCOMPARE(statesOf({ file }).front(), PipeState::Listening);
        QVERIFY(UniqueFd(connectedSocket(path)).isValid());
        server.stop();
        QCOMPARE(statesOf({ file }).front(), PipeState::Stale);
    }

    void theListInAnotherNetworkNamespace()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer cannot follow the threads of a forked child");
#endif
        // The other way around: we are inside, the server is outside.
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
        ChildProcess server; // not this process: the looking one is its child, and would hold the socket too
        QVERIFY(server.start([&] {
            kept = listeningSocket(directory.filePath("CoreFxPipe_x"));
            return true;
        }));
        bool serverSeen = true;
        QCOMPARE(stateForAnotherUser(directory.path(), &serverSeen), number(PipeState::Listening));
        QVERIFY(!serverSeen);
        server.stop();
        QCOMPARE(stateForAnotherUser(directory.path(), &serverSeen), number(PipeState::Stale));
        QVERIFY(serverSeen); // that there is none
    }

    void fileSystems_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("tmpfs") << 0;
        QTest::newRow("overlay, layers on one file system") << 1;
        QTest::newRow("overlay, layers on two file systems") << 2;
        QTest::newRow("btrfs") << 4;
        QTest::newRow("bind mount") << 5;
    }

    void fileSystems()
    {
        QFETCH(int, which);
        const PrivateDirectory directory;
        const int result = inMountNamespace([&]() -> QByteArray {
            const QByteArray base = directory.path();
            const auto make = [&base](const char *leaf) { return ::mkdir((base + leaf).constData(), 0700) == 0; };
            if (which == 4)
                return btrfs(base);
            if (!mountHere("tmpfs", base, "size=4m"))
                return {};
            if (which == 0)
                return base;
            if (!make("/lower") || !make("/rw") || !make("/merged"))
                return {};
            if (which == 5)
                return ::mount((base + "/lower").constData(), (base + "/merged").constData(), nullptr, MS_BIND, nullptr)
                        == 0
                    ? base + "/merged"
                    : QByteArray();
            if (which == 2 && !mountHere("tmpfs", base + "/rw", "size=4m"))
                return {};
            if (!make("/rw/upper") || !make("/rw/work"))
                return {};
            const QByteArray options =
                "lowerdir=" + base + "/lower,upperdir=" + base + "/rw/upper,workdir=" + base + "/rw/work";
            return mountHere("overlay", base + "/merged", options) ? base + "/merged" : QByteArray();
        });
        if (result == 2)
            QSKIP("cannot be mounted here");
        QCOMPARE(result, 0);
    }

private:
    static QByteArray btrfs(const QByteArray &base)
    {
        const QByteArray make = "truncate -s 160M " + base + "/image && mkfs.btrfs -q " + base + "/image && mkdir "
            + base + "/mnt && mount -o loop " + base + "/image " + base + "/mnt && btrfs -q subvolume create " + base
            + "/mnt/sub";
        return std::system(("{ " + make + "; } >/dev/null 2>&1").constData()) == 0 ? base + "/mnt/sub"
                                                                                   : QByteArray(); // NOLINT
    }
};

QTEST_GUILESS_MAIN(TestTraps)
#include "tst_traps.moc"
