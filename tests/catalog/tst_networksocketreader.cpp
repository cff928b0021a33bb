// SPDX-License-Identifier: MIT
#include "catalog/connections.h"
#include "catalog/scanning/scanner.h"
#include "catalog/scanning/watcher.h"
#include "support/mountnamespace.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <thread>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_networksocketreader {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

/// Held by a child process until it ends.
UniqueFd kept;

enum class Where { Here, There, Elsewhere };
enum class Way { Scan, Update };

bool startNetwork(ChildProcess &network)
{
    return network.start([] { return ::unshare(CLONE_NEWNET) == 0; });
}

UniqueFd enterOf(pid_t pid)
{
    return UniqueFd(::open(("/proc/" + QByteArray::number(pid) + "/ns/net").constData(), O_RDONLY | O_CLOEXEC));
}

/// A socket belongs to the network namespace of the thread that creates it.
template <typename Make>
UniqueFd madeIn(const ChildProcess &network, Make make)
{
    UniqueFd made;
    std::thread([&] {
        if (::setns(enterOf(network.pid()).get(), CLONE_NEWNET) == 0)
            made = make();
    }).join();
    return made;
}

PipeEntryPtr onlyRow(const SnapshotPtr &snapshot)
{
    return snapshot->entries.size() == 1 ? snapshot->entries.front() : std::make_shared<PipeEntry>();
}

ScanOptions with(const PrivateDirectory &directory, bool namespaces = false)
{
    ScanOptions options;
    options.directories = { directory.path() };
    options.namespaces = namespaces;
    options.detail = Detail::Unread;
    return options;
}

/// Counts sockets and namespaces that this process has open.
int openSocketsAndNamespaces()
{
    int count = 0;
    const QDir descriptors(QStringLiteral("/proc/self/fd"));
    for (const QString &name : descriptors.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
        const QString target = QFile::symLinkTarget(descriptors.filePath(name));
        count += target.contains(QLatin1String("socket:[")) || target.contains(QLatin1String("net:[")) ? 1 : 0;
    }
    return count;
}

/// Sockets of other accessible network namespaces.
class TestNetworkSocketReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ChildProcess network;
        if (!startNetwork(network))
            QSKIP("no network namespace can be made here");
    }

    void connections_data()
    {
        QTest::addColumn<Where>("listens");
        QTest::addColumn<Where>("dials");
        QTest::addColumn<Way>("way");
        for (const auto &[name, way] : { std::pair("scan", Way::Scan), std::pair("update", Way::Update) }) {
            QTest::addRow("client there, %s", name) << Where::Here << Where::There << way;
            QTest::addRow("server there, %s", name) << Where::There << Where::Here << way;
            QTest::addRow("both there, %s", name) << Where::There << Where::There << way;
            QTest::addRow("each elsewhere, %s", name) << Where::There << Where::Elsewhere << way;
        }
    }

    void connections()
    {
        QFETCH(Where, listens);
        QFETCH(Where, dials);
        QFETCH(Way, way);
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        ChildProcess there;
        ChildProcess elsewhere;
        QVERIFY(startNetwork(there) && startNetwork(elsewhere));
        const auto made = [&](Where where, auto make) {
            return where == Where::Here ? make() : madeIn(where == Where::There ? there : elsewhere, make);
        };
        Scanner scanner(with(directory));
        (void)scanner.scan();
        const UniqueFd listener = made(listens, [&] { return listeningSocket(path, 7); });
        const UniqueFd client = made(dials, [&] { return connectedSocket(path); });
        const UniqueFd accepted = acceptedSocket(listener);
        const UniqueFd waiting = made(dials, [&] { return connectedSocket(path); });
        QCOMPARE(::write(client.get(), "seven b", 7), ssize_t{ 7 });
        QCOMPARE(::write(accepted.get(), "four", 4), ssize_t{ 4 });

        const PipeEntryPtr row =
            onlyRow(way == Way::Scan ? scanner.scan() : scanner.update({ .paths = { path } }).snapshot);
        QCOMPARE(row->state, PipeState::Listening);
        QVERIFY(row->server && !row->server->empty());
        QCOMPARE(row->server->front().pid, ::getpid());
        QCOMPARE(row->clients, std::optional(1U));
        QCOMPARE(row->waiting, std::optional(1U));
        QCOMPARE(row->backlog, std::optional(7U));
        QCOMPARE(row->unreadByServer, std::optional<quint64>(7));
        QCOMPARE(row->unreadByClient, std::optional<quint64>(4));
        QVERIFY(row->namespaceLabel.isEmpty());

        const auto found = connectionsOf(*row);
        QVERIFY(found.has_value());
        QCOMPARE(found->size(), size_t{ 2 });
        QVERIFY(*found == scanWithConnections(with(directory)).connections.front());
        const Connection &connection = found->front();
        QCOMPARE(connection.client->pid, ::getpid());
        QCOMPARE(connection.server->pid, ::getpid());
        QCOMPARE(connection.unreadByServer, std::optional<quint64>(7));
        QCOMPARE(connection.unreadByClient, std::optional<quint64>(4));
        QVERIFY(found->back().isWaiting);
        QCOMPARE(found->back().client->pid, ::getpid());
    }

    void theyOutliveTheirListener()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        ChildProcess there;
        QVERIFY(startNetwork(there));
        UniqueFd listener = listeningSocket(path);
        const UniqueFd client = madeIn(there, [&] { return connectedSocket(path); });
        const UniqueFd accepted = acceptedSocket(listener);
        Scanner scanner(with(directory));
        QCOMPARE(onlyRow(scanner.scan())->clients, std::optional(1U));
        listener.reset();
        const PipeEntryPtr row = onlyRow(scanner.update({}).snapshot);
        QCOMPARE(row->state, PipeState::Stale);
        QCOMPARE(row->clients, std::optional(1U));
        QCOMPARE(connectionsOf(*row)->size(), size_t{ 1 });
    }

    void anOrphan_data()
    {
        QTest::addColumn<Way>("way");
        QTest::newRow("scan") << Way::Scan;
        QTest::newRow("update") << Way::Update;
    }

    void anOrphan()
    {
        QFETCH(Way, way);
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        Scanner scanner(with(directory));
        (void)scanner.scan();
        ChildProcess server;
        QVERIFY(server.start([&] {
            if (::unshare(CLONE_NEWNET) != 0)
                return false;
            kept = listeningSocket(path);
            return ::unlink(path.constData()) == 0;
        }));
        const auto look = [&] { return way == Way::Scan ? scanner.scan() : scanner.update({}).snapshot; };
        const PipeEntryPtr row = onlyRow(look());
        QCOMPARE(row->state, PipeState::Orphaned);
        QCOMPARE(row->path(), path);
        QVERIFY(!row->hasFile && row->namespaceLabel.isEmpty());
        QCOMPARE(row->server->front().pid, server.pid());
        server.stop();
        QVERIFY(look()->entries.empty());
    }

    /// Found by its name in a directory that was not given.
    void aPipeInAnyDirectory()
    {
        const PrivateDirectory elsewhere;
        const QByteArray path = elsewhere.filePath("CoreFxPipe_x");
        ChildProcess there;
        QVERIFY(startNetwork(there));
        const UniqueFd listener = madeIn(there, [&] { return listeningSocket(path); });
        const PrivateDirectory directory; // TMPDIR now
        const SnapshotPtr snapshot = Scanner({}).scan();
        QVERIFY(std::any_of(snapshot->entries.begin(), snapshot->entries.end(), [&path](const PipeEntryPtr &row) {
            return row->path() == path && row->state == PipeState::Listening;
        }));
    }

    /// A container: its path does not exist here, so it must not be reported as removed.
    void withFilesOfItsOwn()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        ChildProcess container;
        const bool started = container.start([&] {
            if (::unshare(CLONE_NEWNET | CLONE_NEWNS) != 0
                || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
                || ::mount("none", directory.path().constData(), "tmpfs", 0, "size=1m") != 0)
                return false;
            kept = listeningSocket(path);
            static const UniqueFd client = connectedSocket(path);
            static const UniqueFd accepted = acceptedSocket(kept);
            static const UniqueFd waiting = connectedSocket(path);
            static const UniqueFd orphan = listeningSocket(directory.filePath("CoreFxPipe_lost"));
            return ::unlink(directory.filePath("CoreFxPipe_lost").constData()) == 0;
        });
        if (!started)
            QSKIP("no mount namespace can be made here");
        Scanner plain(with(directory));
        QVERIFY(plain.scan()->entries.empty());
        QVERIFY(plain.update({}).snapshot->entries.empty());
        const SnapshotPtr everywhere = Scanner({}).scan();
        QVERIFY(std::none_of(everywhere->entries.begin(), everywhere->entries.end(), [&](const PipeEntryPtr &row) {
            return row->directory == directory.path();
        }));

        const ConnectedSnapshot seen = scanWithConnections(with(directory, true));
        const auto indexOf = [&seen](const QByteArray &end) {
            const auto isIt = [&end](const PipeEntryPtr &row) { return row->path().endsWith(end); };
            const PipeEntries &rows = seen.snapshot->entries;
            return static_cast<size_t>(std::find_if(rows.begin(), rows.end(), isIt) - rows.begin());
        };
        const size_t lost = indexOf(directory.filePath("CoreFxPipe_lost"));
        QVERIFY(lost < seen.connections.size());
        QCOMPARE(seen.snapshot->entries[lost]->state, PipeState::Orphaned);
        const size_t live = indexOf(path);
        QVERIFY(live < seen.connections.size());
        const PipeEntry &row = *seen.snapshot->entries[live];
        QVERIFY(row.path().startsWith("/proc/") && !row.namespaceLabel.isEmpty());
        QCOMPARE(row.state, PipeState::Listening);
        QCOMPARE(row.server->front().pid, container.pid());
        QCOMPARE(row.clients, std::optional(1U));
        QCOMPARE(row.waiting, std::optional(1U));
        QCOMPARE(seen.connections[live].size(), size_t{ 2 });
        QCOMPARE(seen.connections[live].front().client->pid, container.pid());
    }

    void namespaceEndsBetweenScans()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        const int before = openSocketsAndNamespaces();
        {
            Scanner scanner(with(directory));
            ChildProcess server;
            QVERIFY(server.start([&] {
                if (::unshare(CLONE_NEWNET) != 0)
                    return false;
                kept = listeningSocket(path);
                static const UniqueFd orphan = listeningSocket(directory.filePath("CoreFxPipe_y"));
                return ::unlink(directory.filePath("CoreFxPipe_y").constData()) == 0;
            }));
            QCOMPARE(scanner.scan()->entries.size(), size_t{ 2 });
            QCOMPARE(openSocketsAndNamespaces(), before + 2); // our socket, and the child's channel
            server.stop();
            const PipeEntryPtr row = onlyRow(scanner.update({}).snapshot);
            QCOMPARE(row->state, PipeState::Stale);
            QCOMPARE(onlyRow(scanner.scan())->state, PipeState::Stale);
        }
        QCOMPARE(openSocketsAndNamespaces(), before);
    }

    /// No process is in it, but it has a name, like those of `ip netns`.
    void aNamespaceWithANameOnly()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer cannot follow the threads of a forked child");
#endif
        const PrivateDirectory directory;
        const QByteArray name = directory.filePath("named");
        const UniqueFd file(::open(name.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
        const int found = inMountNamespace([&] {
            UniqueFd listener;
            std::thread([&] {
                if (::unshare(CLONE_NEWNET) == 0
                    && ::mount("/proc/thread-self/ns/net", name.constData(), nullptr, MS_BIND, nullptr) == 0)
                    listener = listeningSocket(directory.filePath("CoreFxPipe_x"));
            }).join();
            (void)::unlink(directory.filePath("CoreFxPipe_x").constData());
            return listener.isValid() ? static_cast<int>(onlyRow(Scanner(with(directory)).scan())->state) : 90;
        });
        if (found == 90)
            QSKIP("no namespace can be mounted here");
        QCOMPARE(found, static_cast<int>(PipeState::Orphaned));
    }

    /// An unknown number rather than a wrong one.
    void withoutRights()
    {
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 0755), 0);
        const QByteArray near = directory.filePath("CoreFxPipe_near");
        const QByteArray far = directory.filePath("CoreFxPipe_far");
        ChildProcess there;
        QVERIFY(startNetwork(there));
        const UniqueFd nearListener = listeningSocket(near);
        const UniqueFd nearClient = connectedSocket(near);
        const UniqueFd nearAccepted = acceptedSocket(nearListener);
        const UniqueFd farListener = listeningSocket(far);
        const UniqueFd farClient = madeIn(there, [&] { return connectedSocket(far); });
        const UniqueFd farAccepted = acceptedSocket(farListener);
        const UniqueFd hereToo = connectedSocket(far);
        constexpr uid_t otherUser = 54321;
        const int missing = asUser(otherUser, [&] {
            Scanner scanner(with(directory));
            for (const SnapshotPtr &snapshot : { scanner.scan(), scanner.update({}).snapshot }) {
                if (snapshot->entries.size() != 2 || !snapshot->problems.empty())
                    return 1;
                const PipeEntry &distant = *snapshot->entries[0];
                const PipeEntry &close = *snapshot->entries[1];
                if (close.clients != std::optional(1U) || close.unreadByClient != std::optional<quint64>(0))
                    return 2;
                if (distant.state != PipeState::Listening || distant.waiting != std::optional(1U))
                    return 3;
                if (distant.clients || distant.unreadByServer || distant.unreadByClient)
                    return 4;
            }
            return 0;
        });
        QCOMPARE(missing, 0);
        QCOMPARE(Scanner(with(directory)).scan()->entries[0]->clients, std::optional(1U));
    }

    void aClientIsNoticedWhileWatching()
    {
        constexpr int patience = 20'000; // after a slow scan the next one comes seconds later
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        const UniqueFd listener = listeningSocket(path);
        Watcher watcher(with(directory));
        SnapshotPtr last;
        connect(&watcher, &Watcher::changed, this, [&last](const SnapshotPtr &snapshot) { last = snapshot; });
        watcher.start();
        QCOMPARE(onlyRow(last)->clients, std::optional(0U));
        ChildProcess client;
        QVERIFY(client.start([&] {
            if (::unshare(CLONE_NEWNET) != 0)
                return false;
            kept = connectedSocket(path);
            return true;
        }));
        {
            const UniqueFd accepted = acceptedSocket(listener);
            QTRY_COMPARE_WITH_TIMEOUT(onlyRow(last)->clients, std::optional(1U), patience);
            QCOMPARE(connectionsOf(*onlyRow(last))->front().client->pid, client.pid());
        }
        QTRY_COMPARE_WITH_TIMEOUT(onlyRow(last)->clients, std::optional(0U), patience);
    }
};

QTEST_GUILESS_MAIN(TestNetworkSocketReader)

} // namespace tst_networksocketreader

#include "tst_networksocketreader.moc"
