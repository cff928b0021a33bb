// SPDX-License-Identifier: MIT
#include "catalog/kernel/fileinfo.h"
#include "catalog/staleremoval.h"
#include "support/mountnamespace.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QElapsedTimer>

#include <atomic>
#include <filesystem>
#include <thread>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace tst_stalesweep {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

/// A uid without an account.
constexpr int user = 54321;

/// Held by a child process until it ends.
UniqueFd kept;

QByteArray leafOf(int number) { return "CoreFxPipe_" + QByteArray::number(number); }

KnownFile seen(const QByteArray &directory, const QByteArray &leaf)
{
    const Result<FileInfo> info = readFileInfo(AT_FDCWD, directory + '/' + leaf);
    return { directory, leaf, info ? info->file : FileIdentity(), info ? info->kind() : FileKind::Other };
}

size_t filesIn(const QByteArray &directory)
{
    const std::filesystem::directory_iterator all(directory.constData());
    return static_cast<size_t>(std::distance(begin(all), end(all)));
}

/// 0, or the errno of connecting.
int dial(const QByteArray &path)
{
    const UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(&address.sun_path[0], path.constData(), static_cast<size_t>(path.size()));
    return ::connect(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 ? 0 : errno;
}

std::vector<Status> deleteAll(const std::vector<KnownFile> &files)
{
    StaleRemoval removal;
    std::vector<Status> outcomes;
    for (const KnownFile &file : files)
        outcomes.push_back(removal.remove(file));
    return outcomes;
}

ErrorCode codeOf(const Status &status) { return status ? ErrorCode::System : status.error().code; }

bool wasSpared(const Status &status)
{
    return !status && (codeOf(status) == ErrorCode::LeftAlive || codeOf(status) == ErrorCode::LeftUnknown);
}

class TestStaleSweep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thousandsOfThem()
    {
        constexpr int count = 5000;
        const PrivateDirectory directory;
        std::vector<KnownFile> files;
        std::vector<UniqueFd> living;
        for (int i = 0; i < count; ++i) {
            if (i % 50 == 0)
                living.push_back(listeningSocket(directory.filePath(leafOf(i))));
            else
                makeStaleSocket(directory.filePath(leafOf(i)));
            files.push_back(seen(directory.path(), leafOf(i)));
        }
        QElapsedTimer timer;
        timer.start();
        const std::vector<Status> outcomes = deleteAll(files);
        qInfo("%d files in %lld ms", count, timer.elapsed());
        QCOMPARE(outcomes.size(), size_t{ count });
        for (int i = 0; i < count; ++i) {
            if (i % 50 == 0)
                QCOMPARE(codeOf(outcomes[static_cast<size_t>(i)]), ErrorCode::LeftAlive);
            else
                QVERIFY(outcomes[static_cast<size_t>(i)].has_value());
        }
        QCOMPARE(filesIn(directory.path()), living.size());
        for (int i = 0; i < count; i += 50)
            QCOMPARE(dial(directory.filePath(leafOf(i))), 0);
    }

    void checkReportsWhatDeletingWouldDo_data()
    {
        const QByteArray socket = "a";
        const QByteArray fifo = "clr-debug-pipe-1-2-in";
        QTest::addColumn<QByteArray>("leaf");
        QTest::addColumn<int>("directoryMode");
        QTest::addColumn<int>("directoryOwner");
        QTest::addColumn<int>("fileOwner");
        QTest::addColumn<bool>("goes");
        QTest::newRow("one's own directory") << socket << 0700 << user << user << true;
        QTest::newRow("one's own, but not to be written to") << socket << 0500 << user << user << false;
        QTest::newRow("another's, that everybody may write to") << socket << 0777 << 0 << 0 << true;
        QTest::newRow("another's, that nobody else may write to") << socket << 0755 << 0 << user << false;
        QTest::newRow("sticky, one's own file") << socket << 01777 << 0 << user << true;
        QTest::newRow("sticky, another's file") << socket << 01777 << 0 << 0 << false;
        QTest::newRow("sticky, one's own directory") << socket << 01777 << user << 0 << true;
        QTest::newRow("a FIFO in one's own directory") << fifo << 0700 << user << user << true;
        QTest::newRow("a FIFO, not to be written to") << fifo << 0500 << user << user << false;
        QTest::newRow("a FIFO, sticky, another's file") << fifo << 01777 << 0 << 0 << false;
    }

    void checkReportsWhatDeletingWouldDo()
    {
        QFETCH(QByteArray, leaf);
        QFETCH(int, directoryMode);
        QFETCH(int, directoryOwner);
        QFETCH(int, fileOwner);
        QFETCH(bool, goes);
        if (::geteuid() != 0)
            QSKIP("needs root, to be another user in a child process");
        const PrivateDirectory directory;
        const QByteArray inner = directory.filePath("inner");
        QCOMPARE(::chmod(directory.path().constData(), 0755), 0);
        QCOMPARE(::mkdir(inner.constData(), 0700), 0);
        const QByteArray path = inner + '/' + leaf;
        if (leaf == "a")
            makeStaleSocket(path);
        else
            QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        QCOMPARE(::chown(path.constData(), static_cast<uid_t>(fileOwner), 0), 0);
        QCOMPARE(::chown(inner.constData(), static_cast<uid_t>(directoryOwner), 0), 0);
        QCOMPARE(::chmod(inner.constData(), static_cast<mode_t>(directoryMode)), 0);
        const auto code = [&](StaleRemoval::Mode mode) {
            const auto dead = [](int, int) { return BindingAnswer{ Binding::None, {} }; };
            const Status outcome = StaleRemoval(mode, dead).remove(seen(inner, leaf));
            return outcome ? -1 : static_cast<int>(outcome.error().code);
        };
        const int expected = goes ? -1 : static_cast<int>(ErrorCode::DeletionDenied);
        const int result = test::asUser(user, [&] {
            if (code(StaleRemoval::OnlyCheck) != expected)
                return 1;
            return code(StaleRemoval::Remove) == expected ? 0 : 2;
        });
        QCOMPARE(result, 0);
    }

    /// Many of the stale names are bound again during cleaning, as fast as possible: each running server is found under
    /// its name at once or (while it is renamed) a moment later.
    void neverDeletesLiveSocketsWhileNamesAreReused()
    {
        constexpr int names = 400;
        constexpr int dead = 100; // and these stay stale
        const PrivateDirectory directory;
        std::atomic<bool> goOn{ true };
        std::atomic<int> served{ 0 };
        std::atomic<int> aside{ 0 };
        std::atomic<int> lost{ 0 };
        // Separate names: a server that unlinks another's live name is not the cleaner's fault.
        const auto serve = [&](int first) {
            for (int i = first; goOn; i = (i + 14) % names) {
                const QByteArray path = directory.filePath(leafOf(i));
                ::unlink(path.constData());
                const UniqueFd listener = tryToListen(path);
                if (!listener.isValid())
                    continue; // the renamed file was restored first
                ++served;
                if (dial(path) == 0)
                    continue;
                ++aside;
                bool isBack = false;
                for (int tries = 0; tries < 100'000 && !isBack; ++tries)
                    isBack = dial(path) == 0;
                lost += isBack ? 0 : 1;
            }
        };
        std::thread one(serve, 0);
        std::thread other(serve, 1);
        int deleted = 0;
        for (int round = 0; round < 5; ++round) {
            std::vector<KnownFile> files;
            for (int i = names; i < names + dead; ++i)
                makeStaleSocket(directory.filePath(leafOf(i)));
            for (int i = 0; i < names + dead; ++i)
                files.push_back(seen(directory.path(), leafOf(i)));
            for (const Status &status : deleteAll(files))
                deleted += status ? 1 : 0;
        }
        goOn = false;
        one.join();
        other.join();
        qInfo("%d servers, %d dead files deleted, %d aside for a moment", served.load(), deleted, aside.load());
        QCOMPARE(lost.load(), 0);
        QVERIFY(deleted >= 5 * dead);
        QVERIFY(served > 0);
    }

    /// A server inside bind() has a file, but no socket that the first check can find (simulated). To rename the file,
    /// the directory's lock is needed, which bind() holds until the socket can be found by the second check.
    void aServerInsideBindKeepsItsName()
    {
        constexpr int count = 500;
        const PrivateDirectory directory;
        const auto path = [&directory](int number) { return directory.filePath(leafOf(number)); };
        std::atomic<int> wanted{ -1 };
        std::vector<UniqueFd> servers(count);
        std::thread binder([&] {
            for (int number = 0; number < count; ++number) {
                while (wanted.load() < number)
                    std::this_thread::yield();
                servers[static_cast<size_t>(number)] = boundSocket(path(number), SOCK_STREAM);
            }
        });
        int spared = 0;
        for (int number = 0; number < count; ++number) {
            const QByteArray name = path(number);
            wanted = number;
            while (::access(name.constData(), F_OK) != 0) { }
            int looks = 0;
            const KnownFile stale = seen(directory.path(), leafOf(number));
            BindProbe probe;
            const Status outcome =
                StaleRemoval(StaleRemoval::Remove, [&](int parent, int file) {
                    return looks++ == 0 ? BindingAnswer{ Binding::None, {} } : probe.ask(parent, file);
                }).remove(stale);
            spared += codeOf(outcome) == ErrorCode::LeftAlive && ::access(name.constData(), F_OK) == 0 ? 1 : 0;
        }
        binder.join();
        QCOMPARE(spared, count);
    }

    void renamedLiveSockets()
    {
        const PrivateDirectory directory;
        QCOMPARE(::mkdir(directory.filePath("other").constData(), 0700), 0);
        const UniqueFd one = listeningSocket(directory.filePath("one"));
        const UniqueFd two = listeningSocket(directory.filePath("two"));
        const UniqueFd three = boundSocket(directory.filePath("three"), SOCK_DGRAM);
        QCOMPARE(::rename(directory.filePath("one").constData(), directory.filePath("uno").constData()), 0);
        QCOMPARE(::rename(directory.filePath("two").constData(), directory.filePath("other/two").constData()), 0);
        QCOMPARE(::link(directory.filePath("three").constData(), directory.filePath("tres").constData()), 0);
        const QByteArray other = directory.filePath("other");
        for (const Status &status : deleteAll({ seen(directory.path(), "uno"), seen(other, "two"),
                                                seen(directory.path(), "three"), seen(directory.path(), "tres") }))
            QCOMPARE(codeOf(status), ErrorCode::LeftAlive);
        QCOMPARE(dial(directory.filePath("uno")), 0);
        QCOMPARE(dial(directory.filePath("other/two")), 0);
    }

    void liveSocketsInOtherNamespaces_data()
    {
        QTest::addColumn<int>("spaces");
        QTest::newRow("network") << CLONE_NEWNET;
        QTest::newRow("mount") << CLONE_NEWNS;
        QTest::newRow("both") << (CLONE_NEWNET | CLONE_NEWNS);
    }

    /// The server's file, and its directory, are bind-mounted to where only the server sees them; it can be connected
    /// to there.
    void liveSocketsInOtherNamespaces()
    {
        QFETCH(int, spaces);
        const PrivateDirectory directory;
        QCOMPARE(::mkdir(directory.filePath("shared").constData(), 0700), 0);
        QCOMPARE(::mkdir(directory.filePath("inside").constData(), 0700), 0);
        const QByteArray inside = directory.filePath("inside");
        ChildProcess server;
        const bool isUp = server.start([&] {
            if (::unshare(spaces) != 0)
                return false;
            const bool ownMounts = (spaces & CLONE_NEWNS) != 0;
            if (ownMounts
                && (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
                    || ::mount(directory.filePath("shared").constData(), inside.constData(), nullptr, MS_BIND, nullptr)
                        != 0))
                return false;
            kept = listeningSocket(ownMounts ? inside + "/x" : directory.filePath("shared/x"));
            return true;
        });
        if (!isUp)
            QSKIP("such namespaces cannot be made here");
        const QByteArray shared = directory.filePath("shared");
        const Status status = deleteAll({ seen(shared, "x") }).front();
        QVERIFY(wasSpared(status));
        QCOMPARE(dial(shared + "/x"), 0);
        server.stop();
        QVERIFY(deleteAll({ seen(shared, "x") }).front().has_value());
    }

    /// A single file, bind-mounted into another mount namespace: it cannot be unlinked there, but here.
    void aFileThatAnotherMountNamespaceShows()
    {
        const PrivateDirectory directory;
        const QByteArray target = directory.filePath("target");
        const UniqueFd placeholder(::open(target.constData(), O_CREAT | O_RDWR | O_CLOEXEC, 0600));
        const UniqueFd listener = listeningSocket(directory.filePath("x"));
        ChildProcess viewer;
        if (!viewer.start([&] {
                return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
                    && ::mount(directory.filePath("x").constData(), target.constData(), nullptr, MS_BIND, nullptr) == 0;
            }))
            QSKIP("no mount namespace can be made here");
        const QByteArray there = "/proc/" + QByteArray::number(viewer.pid()) + "/root" + directory.path();
        QCOMPARE(codeOf(deleteAll({ seen(directory.path(), "x") }).front()), ErrorCode::LeftAlive);
        QCOMPARE(codeOf(deleteAll({ seen(there, "x") }).front()), ErrorCode::LeftAlive);
        QVERIFY(!deleteAll({ seen(there, "target") }).front().has_value());
        QCOMPARE(dial(directory.filePath("x")), 0);
    }
};

QTEST_GUILESS_MAIN(TestStaleSweep)

} // namespace tst_stalesweep

#include "tst_stalesweep.moc"
