// SPDX-License-Identifier: MIT
#include "catalog/connections.h"
#include "catalog/scanning/scanner.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tst_detachedlisteners {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

/// Held by a child process until it ends.
UniqueFd kept;

std::vector<PipeEntryPtr> rowsIn(const PrivateDirectory &directory, Scope scope = Scope::Pipes)
{
    return Scanner({ { directory.path() }, scope }).scan()->entries;
}

PipeEntryPtr rowIn(const SnapshotPtr &snapshot, const QByteArray &end)
{
    for (const PipeEntryPtr &entry : snapshot->entries) {
        if (entry->path().endsWith(end))
            return entry;
    }
    return std::make_shared<PipeEntry>();
}

/// Listeners without a listed file.
class TestDetachedListeners : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNameThatIsGone()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        const UniqueFd listener = listeningSocket(path, 7);
        const UniqueFd client = connectedSocket(path);
        const PipeEntry before = *rowsIn(directory).front();
        QCOMPARE(::unlink(path.constData()), 0);
        const auto rows = rowsIn(directory);
        QCOMPARE(rows.size(), size_t{ 1 });
        const PipeEntry &row = *rows.front();
        QCOMPARE(row.state, PipeState::Orphaned);
        QVERIFY(!row.hasFile);
        QCOMPARE(row.path(), path);
        QCOMPARE(row.socketCookie, before.socketCookie);
        QCOMPARE(row.file.id, before.file.id);
        QCOMPARE(row.uid, ::geteuid());
        QCOMPARE(row.server->front().pid, ::getpid());
        QCOMPARE(row.backlog, std::optional(7U));
        QCOMPARE(row.waiting, std::optional(1U));
    }

    void aStaleFileTookTheName()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        const UniqueFd listener = listeningSocket(path);
        QCOMPARE(::unlink(path.constData()), 0);
        makeStaleSocket(path);
        QTRY_COMPARE(rowsIn(directory).size(), size_t{ 2 });
        const auto rows = rowsIn(directory);
        QCOMPARE(rows[0]->state, PipeState::Stale);
        QCOMPARE(rows[1]->state, PipeState::Orphaned);
    }

    void anotherProcessTookTheName()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        ChildProcess first;
        QVERIFY(first.start([&] { return (kept = listeningSocket(path)).isValid(); }));
        QCOMPARE(::unlink(path.constData()), 0);
        ChildProcess second;
        QVERIFY(second.start([&] { return (kept = listeningSocket(path)).isValid(); }));
        const auto rows = rowsIn(directory);
        QCOMPARE(rows.size(), size_t{ 2 });
        QCOMPARE(rows[0]->state, PipeState::Listening);
        QCOMPARE(rows[0]->server->front().pid, second.pid());
        QCOMPARE(rows[0]->tookOverFrom, std::optional<pid_t>(first.pid()));
        QCOMPARE(rows[0]->takenOverBy, std::optional<pid_t>());
        QCOMPARE(rows[1]->state, PipeState::TakenOver);
        QCOMPARE(rows[1]->server->front().pid, first.pid());
        QCOMPARE(rows[1]->takenOverBy, std::optional<pid_t>(second.pid()));
        // The first server's Dispose() deletes the second one's file, as in .NET.
        first.stop();
        QCOMPARE(::unlink(path.constData()), 0);
        const auto after = rowsIn(directory);
        QCOMPARE(after.size(), size_t{ 1 });
        QCOMPARE(after[0]->state, PipeState::Orphaned);
        QCOMPARE(after[0]->server->front().pid, second.pid());
    }

    void aTapHasTheName()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        const QByteArray spare = directory.filePath(".pipeglass-0123456789abcdef");
        ChildProcess server;
        QVERIFY(server.start([&] { return (kept = listeningSocket(path)).isValid(); }));
        ChildProcess tap;
        QVERIFY(tap.start([&] { return (kept = listeningSocket(spare)).isValid(); }));
        QCOMPARE(::renameat2(AT_FDCWD, path.constData(), AT_FDCWD, spare.constData(), RENAME_EXCHANGE), 0);
        for (const Scope scope : { Scope::Pipes, Scope::All }) {
            const auto rows = rowsIn(directory, scope);
            QCOMPARE(rows.size(), size_t{ 1 });
            QCOMPARE(rows[0]->fileName, QByteArray("CoreFxPipe_x"));
            QCOMPARE(rows[0]->state, PipeState::Listening);
            QCOMPARE(rows[0]->server->front().pid, server.pid());
            QCOMPARE(rows[0]->tappedBy, std::optional<pid_t>(tap.pid()));
            QCOMPARE(rows[0]->tookOverFrom, std::optional<pid_t>());
        }
    }

    void theSameProcessTookTheName()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        const UniqueFd first = listeningSocket(path);
        QCOMPARE(::unlink(path.constData()), 0);
        const UniqueFd second = listeningSocket(path);
        const auto rows = rowsIn(directory);
        QCOMPARE(rows.size(), size_t{ 2 });
        QCOMPARE(rows[1]->state, PipeState::Orphaned);
    }

    void aLiveSocketIsRenamed()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_x"));
        QCOMPARE(::rename(directory.filePath("CoreFxPipe_x").constData(), directory.filePath("away").constData()), 0);
        const auto rows = rowsIn(directory);
        QCOMPARE(rows.size(), size_t{ 1 });
        QCOMPARE(rows[0]->state, PipeState::Listening);
        QCOMPARE(rows[0]->path(), directory.filePath("away"));
    }

    void aRelativeNameThatIsGone()
    {
        const PrivateDirectory directory;
        ChildProcess server;
        QVERIFY(server.start([&] {
            return ::chdir(directory.path().constData()) == 0 && (kept = listeningSocket("CoreFxPipe_x")).isValid();
        }));
        QCOMPARE(::unlink(directory.filePath("CoreFxPipe_x").constData()), 0);
        const auto rows = rowsIn(directory);
        QCOMPARE(rows.size(), size_t{ 1 });
        QCOMPARE(rows[0]->state, PipeState::Orphaned);
        QCOMPARE(rows[0]->directory, directory.path());
    }

    void aDirectoryCountsOnlyWhatWasBoundInIt()
    {
        const PrivateDirectory elsewhere;
        const UniqueFd lost = listeningSocket(elsewhere.filePath("CoreFxPipe_x"));
        QCOMPARE(::unlink(elsewhere.filePath("CoreFxPipe_x").constData()), 0);
        const PrivateDirectory directory;
        QVERIFY(rowsIn(directory).empty());
    }

    void anyDirectoryIsFound()
    {
        const PrivateDirectory elsewhere;
        const UniqueFd live = listeningSocket(elsewhere.filePath("CoreFxPipe_live"));
        makeStaleSocket(elsewhere.filePath("CoreFxPipe_stale"));
        const PrivateDirectory directory; // TMPDIR now
        const SnapshotPtr snapshot = Scanner({}).scan();
        QCOMPARE(rowIn(snapshot, elsewhere.filePath("CoreFxPipe_live"))->state, PipeState::Listening);
        QCOMPARE(rowIn(snapshot, elsewhere.filePath("CoreFxPipe_stale"))->state, PipeState::Stale);
    }

    void anotherMountNamespace()
    {
        const PrivateDirectory directory;
        // Searched on the whole machine, where other tests have pipes too.
        const QByteArray name = "CoreFxPipe_mounted" + QByteArray::number(::getpid());
        ChildProcess server;
        const bool started = server.start([&] {
            if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
                || ::mount("none", directory.path().constData(), "tmpfs", 0, "size=1m") != 0)
                return false;
            kept = listeningSocket(directory.filePath(name));
            makeStaleSocket(directory.filePath("CoreFxPipe_dead"));
            return true;
        });
        if (!started)
            QSKIP("no mount namespace can be made here");
        // Alive there, so not an orphan here; and not in our directory.
        QVERIFY(rowsIn(directory).empty());
        QVERIFY(rowIn(Scanner({}).scan(), name)->directory.isEmpty());

        ScanOptions options;
        options.namespaces = true;
        const SnapshotPtr snapshot = Scanner(options).scan();
        const PipeEntryPtr row = rowIn(snapshot, directory.filePath(name));
        QCOMPARE(row->state, PipeState::Listening);
        QVERIFY(row->path().startsWith("/proc/"));
        QVERIFY(!row->namespaceLabel.isEmpty());
        QCOMPARE(row->server->front().pid, server.pid());
        QVERIFY(connectedSocket(row->path()).isValid());
        QCOMPARE(rowIn(snapshot, directory.filePath("CoreFxPipe_dead"))->state, PipeState::Stale);
    }

    /// Passed from the namespace of its file to one without it.
    void aListenerThatIsHeldInTwoMountNamespaces()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        constexpr int number = 200;
        ChildProcess server;
        const bool started = server.start([&] {
            if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
                || ::mount("none", directory.path().constData(), "tmpfs", 0, "size=1m") != 0)
                return false;
            return ::dup2(listeningSocket(path).get(), number) == number;
        });
        if (!started)
            QSKIP("no mount namespace can be made here");
        const UniqueFd process(static_cast<int>(::syscall(SYS_pidfd_open, server.pid(), 0)));
        UniqueFd copy(static_cast<int>(::syscall(SYS_pidfd_getfd, process.get(), number, 0)));
        QVERIFY(copy.isValid());
        QVERIFY(rowsIn(directory).empty());
        server.stop();
        const auto rows = rowsIn(directory);
        QCOMPARE(rows.size(), size_t{ 1 });
        QCOMPARE(rows.front()->state, PipeState::Orphaned);
    }

    void scansAFoundDirectoryUntilItIsRemoved()
    {
        Scanner scanner({});
        auto elsewhere = std::make_unique<PrivateDirectory>();
        const QByteArray path = elsewhere->filePath("CoreFxPipe_ends");
        UniqueFd listener = listeningSocket(path);
        QCOMPARE(rowIn(scanner.scan(), path)->state, PipeState::Listening);
        listener.reset();
        QCOMPARE(rowIn(scanner.scan(), path)->state, PipeState::Stale);
        QCOMPARE(rowIn(scanner.scan(), path)->state, PipeState::Stale);
        elsewhere.reset();
        const SnapshotPtr after = scanner.scan();
        QVERIFY(rowIn(after, path)->fileName.isEmpty());
        for (const Error &problem : after->problems)
            QVERIFY2(!problem.subject.contains(path.first(path.lastIndexOf('/'))), problem.subject.constData());
    }

    void losingTheNameIsAChangeOfTheRow()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        ChildProcess first;
        QVERIFY(first.start([&] { return (kept = listeningSocket(path)).isValid(); }));
        Scanner scanner({ { directory.path() } });
        const SnapshotPtr before = scanner.scan();
        QCOMPARE(::unlink(path.constData()), 0);
        const SnapshotPtr orphaned = scanner.scan();
        SnapshotDiff diff = difference(*before, *orphaned);
        QVERIFY(diff.removed.empty() && diff.added.empty());
        QCOMPARE(diff.changed.size(), size_t{ 1 });
        QCOMPARE(diff.changed[0]->state, PipeState::Orphaned);
        ChildProcess second;
        QVERIFY(second.start([&] { return (kept = listeningSocket(path)).isValid(); }));
        const SnapshotPtr taken = scanner.scan();
        diff = difference(*orphaned, *taken);
        QCOMPARE(diff.added.size(), size_t{ 1 });
        QCOMPARE(diff.changed.size(), size_t{ 1 });
        QCOMPARE(diff.changed[0]->state, PipeState::TakenOver);
        QVERIFY(difference(*taken, *scanner.scan()).isEmpty());
    }

    void theConnectionsOfAPipe()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        UniqueFd listener = listeningSocket(path);
        ChildProcess client;
        QVERIFY(client.start([&] {
            listener.reset();
            kept = connectedSocket(path);
            return ::write(kept.get(), "seven b", 7) == 7;
        }));
        const UniqueFd accepted = acceptedSocket(listener);
        QCOMPARE(::write(accepted.get(), "four", 4), ssize_t{ 4 });
        const UniqueFd waiting = connectedSocket(path);
        QCOMPARE(::write(waiting.get(), "x", 1), ssize_t{ 1 });

        const PipeEntryPtr row = rowsIn(directory).front();
        const auto connections = connectionsOf(*row);
        QVERIFY(connections.has_value());
        QCOMPARE(connections->size(), size_t{ 2 });
        const Connection &first = connections->front();
        QCOMPARE(first.client->pid, client.pid());
        QCOMPARE(first.server->pid, ::getpid());
        QCOMPARE(first.unreadByServer, std::optional<quint64>(7));
        QCOMPARE(first.unreadByClient, std::optional<quint64>(4));
        const Connection &second = connections->back();
        QVERIFY(second.isWaiting);
        QCOMPARE(second.client->pid, ::getpid());
        QVERIFY(!second.server && !second.unreadByServer && !second.unreadByClient);

        // A repeated call reports changes, and holders that have ended.
        ConnectionReader book;
        QVERIFY(*book.of(*row) == *connections);
        char drop[8];
        QCOMPARE(::read(accepted.get(), drop, 3), ssize_t{ 3 });
        QCOMPARE(book.of(*row)->front().unreadByServer, std::optional<quint64>(4));
        QCOMPARE(book.of(*row)->front().client->pid, client.pid());

        // They outlive their listener.
        listener.reset();
        const PipeEntryPtr stale = rowsIn(directory).front();
        QCOMPARE(stale->state, PipeState::Stale);
        const auto rest = connectionsOf(*stale);
        QCOMPARE(rest->size(), size_t{ 1 });
        QCOMPARE(rest->front().client, first.client);
        client.stop();
        QTRY_VERIFY(!book.of(*stale)->front().client);
    }
};

QTEST_GUILESS_MAIN(TestDetachedListeners)

} // namespace tst_detachedlisteners

#include "tst_detachedlisteners.moc"
