// SPDX-License-Identifier: MIT
#include "catalog/scanning/scanner.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_scanner {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

/// The entry with this name in this directory (/tmp may contain pipes of other programs).
PipeEntryPtr find(const SnapshotPtr &snapshot, const PrivateDirectory &directory, const QByteArray &fileName)
{
    for (const PipeEntryPtr &entry : snapshot->entries) {
        if (entry->directory == directory.path() && entry->fileName == fileName)
            return entry;
    }
    return std::make_shared<PipeEntry>();
}

class TestScanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// An incremental update that becomes a full one because of one of its paths.
    void restartedUpdateRemovesMissingFiles()
    {
        const PrivateDirectory directory;
        const UniqueFd server = listeningSocket(directory.filePath("CoreFxPipe_a"));
        makeStaleSocket(directory.filePath("CoreFxPipe_b"));
        Scanner scanner({ { directory.path() } });
        QCOMPARE(scanner.scan()->entries.size(), size_t{ 2 });
        QCOMPARE(::unlink(directory.filePath("CoreFxPipe_b").constData()), 0);
        const QByteArray noDirectory = directory.filePath("CoreFxPipe_a/x");
        const auto update = scanner.update({ .paths = { directory.filePath("CoreFxPipe_a"), noDirectory } });
        QCOMPARE(update.snapshot->entries.size(), size_t{ 1 });
    }

    void everyKindOfFile()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_listening"), 7);
        const UniqueFd bound = boundSocket(directory.filePath("CoreFxPipe_bound"), SOCK_STREAM);
        const UniqueFd datagram = boundSocket(directory.filePath("CoreFxPipe_dgram"), SOCK_DGRAM);
        const UniqueFd packets = boundSocket(directory.filePath("CoreFxPipe_seqpacket"), SOCK_SEQPACKET);
        QCOMPARE(::listen(packets.get(), 3), 0);
        makeStaleSocket(directory.filePath("CoreFxPipe_stale"));
        QCOMPARE(::mkfifo(directory.filePath("CoreFxPipe_fifo").constData(), 0600), 0);
        QCOMPARE(::symlink("CoreFxPipe_listening", directory.filePath("CoreFxPipe_link").constData()), 0);
        QCOMPARE(::symlink("CoreFxPipe_loop", directory.filePath("CoreFxPipe_loop").constData()), 0);
        QCOMPARE(::mkdir(directory.filePath("CoreFxPipe_directory").constData(), 0700), 0);
        const UniqueFd unrelated = listeningSocket(directory.filePath("unrelated"));

        Scanner scanner({ { directory.path() + "//" } });
        const SnapshotPtr snapshot = scanner.scan();
        QCOMPARE(snapshot->entries.size(), size_t{ 9 });
        QVERIFY(snapshot->problems.empty());
        const auto check = [&](const QByteArray &name, FileKind kind, SocketType type, PipeState state) {
            const PipeEntryPtr entry = find(snapshot, directory, "CoreFxPipe_" + name);
            QCOMPARE(entry->kind, kind);
            QCOMPARE(entry->socketType, type);
            QCOMPARE(entry->state, state);
            QCOMPARE(entry->name(), name);
            struct stat status { };
            QCOMPARE(::lstat(entry->path().constData(), &status), 0);
            QCOMPARE(entry->file.id.device, quint64{ status.st_dev });
            QCOMPARE(entry->file.id.inode, quint64{ status.st_ino });
            QCOMPARE(entry->mode.bits(), status.st_mode & 07777U);
            QCOMPARE(entry->uid, status.st_uid);
        };
        check("listening", FileKind::Socket, SocketType::Stream, PipeState::Listening);
        check("bound", FileKind::Socket, SocketType::Stream, PipeState::Bound);
        check("dgram", FileKind::Socket, SocketType::Datagram, PipeState::Listening);
        check("seqpacket", FileKind::Socket, SocketType::SeqPacket, PipeState::Listening);
        check("stale", FileKind::Socket, SocketType::None, PipeState::Stale);
        check("fifo", FileKind::Fifo, SocketType::None, PipeState::Unknown);
        check("link", FileKind::Other, SocketType::None, PipeState::Unknown);
        check("loop", FileKind::Other, SocketType::None, PipeState::Unknown);
        check("directory", FileKind::Other, SocketType::None, PipeState::Unknown);

        const PipeEntryPtr entry = find(snapshot, directory, "CoreFxPipe_listening");
        QVERIFY(entry->server.has_value());
        QCOMPARE(entry->server->size(), size_t{ 1 });
        QCOMPARE(entry->server->front().pid, ::getpid());
        QCOMPARE(entry->server->front().program, QByteArray("tests_catalog"));
        QCOMPARE(entry->backlog, std::optional(7U));
        QVERIFY(find(snapshot, directory, "CoreFxPipe_stale")->server->empty());
        QVERIFY(!find(snapshot, directory, "CoreFxPipe_fifo")->server.has_value());
    }

    void countsClients()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        UniqueFd listener = listeningSocket(path);
        Scanner scanner({ { directory.path() } });
        const auto check = [&](quint32 clients, std::optional<quint32> waiting) {
            const PipeEntryPtr entry = find(scanner.update({}).snapshot, directory, "CoreFxPipe_x");
            QCOMPARE(entry->clients, std::optional(clients));
            QCOMPARE(entry->waiting, waiting);
        };
        check(0, 0);
        const UniqueFd one = connectedSocket(path);
        UniqueFd two = connectedSocket(path);
        check(0, 2);
        const UniqueFd accepted = acceptedSocket(listener);
        check(1, 1);
        UniqueFd other = acceptedSocket(listener);
        check(2, 0);
        two.reset();
        other.reset();
        check(1, 0);
        listener.reset(); // a connection outlives its listener
        check(1, {});
        QCOMPARE(find(scanner.scan(), directory, "CoreFxPipe_x")->state, PipeState::Stale);
    }

    void listsHostileNames()
    {
        const PrivateDirectory directory;
        const QList<QByteArray> names{ "CoreFxPipe_new\nline",    "CoreFxPipe_\xff\xfe", "CoreFxPipe_\x1b[2J",
                                       "CoreFxPipe_\xe2\x80\xae", "CoreFxPipe_",         "CoreFxPipe_a b\\c" };
        std::vector<UniqueFd> sockets;
        for (const QByteArray &name : names)
            sockets.push_back(listeningSocket(directory.filePath(name)));
        // Longer than an address: bound under a short name, then renamed.
        const QByteArray longest = QByteArray("CoreFxPipe_").leftJustified(255, 'x');
        sockets.push_back(listeningSocket(directory.filePath("short")));
        QCOMPARE(::rename(directory.filePath("short").constData(), directory.filePath(longest).constData()), 0);

        const SnapshotPtr snapshot = Scanner({ { directory.path() } }).scan();
        QCOMPARE(snapshot->entries.size(), sockets.size());
        for (const QByteArray &name : names)
            QCOMPARE(find(snapshot, directory, name)->state, PipeState::Listening);
        QCOMPARE(find(snapshot, directory, longest)->state, PipeState::Listening);
    }

    void renamedAndReboundSocket()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        const UniqueFd first = listeningSocket(path, 1);
        QCOMPARE(::rename(path.constData(), directory.filePath("CoreFxPipe_y").constData()), 0);
        const UniqueFd second = listeningSocket(path, 2);
        const SnapshotPtr snapshot = Scanner({ { directory.path() } }).scan();
        QCOMPARE(find(snapshot, directory, "CoreFxPipe_y")->backlog, std::optional(1U));
        QCOMPARE(find(snapshot, directory, "CoreFxPipe_x")->backlog, std::optional(2U));
    }

    void aSocketBoundByARelativePath()
    {
        const PrivateDirectory directory;
        ChildProcess server;
        QVERIFY(server.start([&] {
            static UniqueFd listener;
            return ::chdir(directory.path().constData()) == 0 && (listener = listeningSocket("CoreFxPipe_x")).isValid();
        }));
        Scanner scanner({ { directory.path() } });
        const PipeEntryPtr entry = find(scanner.scan(), directory, "CoreFxPipe_x");
        QCOMPARE(entry->state, PipeState::Listening);
        QCOMPARE(entry->server->front().pid, server.pid());
        server.stop();
        const PipeEntryPtr after = find(scanner.scan(), directory, "CoreFxPipe_x");
        QCOMPARE(after->state, PipeState::Stale);
        QVERIFY(after->server->empty());
    }

    void aHolderThatEndsIsReplacedByTheOther()
    {
        const PrivateDirectory directory;
        UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_x"));
        ChildProcess heir;
        QVERIFY(heir.start([] { return true; }));
        Scanner scanner({ { directory.path() } });
        QCOMPARE(find(scanner.scan(), directory, "CoreFxPipe_x")->server->size(), size_t{ 2 });
        listener.reset();
        QTRY_COMPARE(find(scanner.scan(), directory, "CoreFxPipe_x")->server->size(), size_t{ 1 });
        QCOMPARE(find(scanner.scan(), directory, "CoreFxPipe_x")->server->front().pid, heir.pid());
        heir.stop();
        QCOMPARE(find(scanner.scan(), directory, "CoreFxPipe_x")->state, PipeState::Stale);
    }

    void reboundPipeIsAnotherPipe()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        Scanner scanner({ { directory.path() } });
        UniqueFd listener = listeningSocket(path);
        SnapshotPtr before = scanner.scan();
        int sameInode = 0;
        for (int i = 0; i < 1000; ++i) {
            QCOMPARE(::unlink(path.constData()), 0);
            listener.reset();
            listener = listeningSocket(path);
            if (i % 4 != 0) // a scan searches all of /proc for the new server
                continue;
            const SnapshotPtr after = scanner.scan();
            const SnapshotDiff diff = difference(*before, *after);
            QCOMPARE(diff.removed.size(), size_t{ 1 });
            QCOMPARE(diff.added.size(), size_t{ 1 });
            QVERIFY(diff.changed.empty());
            QCOMPARE(diff.added.front()->state, PipeState::Listening);
            sameInode += diff.removed.front()->file.id == diff.added.front()->file.id ? 1 : 0;
            before = after;
        }
        qInfo("same inode %d times", sameInode);
    }

    void aServerThatEndsIsAChange()
    {
        const PrivateDirectory directory;
        Scanner scanner({ { directory.path() } });
        UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_x"));
        const SnapshotPtr before = scanner.scan();
        listener.reset();
        const SnapshotPtr after = scanner.update({}).snapshot;
        const SnapshotDiff diff = difference(*before, *after);
        QVERIFY(diff.removed.empty() && diff.added.empty());
        QCOMPARE(diff.changed.size(), size_t{ 1 });
        QCOMPARE(diff.changed.front()->state, PipeState::Stale);
        QVERIFY(difference(*after, *scanner.scan()).isEmpty());
    }

    void neverStaleWhileAServerRestarts()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        ChildProcess server;
        // As in .NET: unlink, close, and a new one at once.
        QVERIFY(server.start([&] {
            if (::fork() != 0)
                return true;
            const pid_t parent = ::getppid();
            while (::getppid() == parent) {
                UniqueFd listener = listeningSocket(path);
                ::usleep(200);
                ::unlink(path.constData());
            }
            ::_exit(0);
        }));
        Scanner scanner({ { directory.path() } });
        int seen = 0;
        for (int i = 0; i < 200; ++i) {
            for (const PipeEntryPtr &entry : scanner.scan()->entries) {
                QVERIFY2(entry->state != PipeState::Stale, qPrintable(QString::number(i)));
                ++seen;
            }
        }
        qInfo("seen %d times", seen);
        QVERIFY(seen > 0);
    }

    void reusesWhatHasNotChanged()
    {
        const PrivateDirectory directory;
        const UniqueFd one = listeningSocket(directory.filePath("CoreFxPipe_1"));
        const UniqueFd two = listeningSocket(directory.filePath("CoreFxPipe_2"));
        Scanner scanner({ { directory.path() } });
        const SnapshotPtr before = scanner.scan();
        QCOMPARE(::chmod(directory.filePath("CoreFxPipe_1").constData(), 0600), 0);
        const SnapshotPtr after = scanner.scan();
        QVERIFY(before->entries[0] != after->entries[0]);
        QCOMPARE(before->entries[1], after->entries[1]);
        QCOMPARE(difference(*before, *after).changed.size(), size_t{ 1 });
    }

    void saysWhichDirectoryCannotBeRead()
    {
        const PrivateDirectory directory;
        Scanner scanner({ { directory.filePath("nowhere"), directory.path(), directory.path() + "/." } });
        const SnapshotPtr snapshot = scanner.scan();
        QCOMPARE(snapshot->problems.size(), size_t{ 1 });
        QVERIFY(snapshot->problems.front().subject.contains("nowhere"));
    }

    void directoriesThatAreOneAreListedOnce()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_x"));
        QCOMPARE(::symlink(".", directory.filePath("same").constData()), 0);
        Scanner scanner({ { directory.path(), directory.filePath("same") } });
        QCOMPARE(scanner.scan()->entries.size(), size_t{ 1 });
    }

    void lookingChangesNoTimes()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_x"));
        QCOMPARE(::mkfifo(directory.filePath("CoreFxPipe_fifo").constData(), 0600), 0);
        // Old enough that relatime would update the access time.
        const timespec times[2]{ { 1000, 0 }, { 2000, 0 } };
        const QList<QByteArray> paths{ directory.path(), directory.filePath("CoreFxPipe_x"),
                                       directory.filePath("CoreFxPipe_fifo") };
        for (const QByteArray &path : paths)
            QCOMPARE(::utimensat(AT_FDCWD, path.constData(), times, AT_SYMLINK_NOFOLLOW), 0);
        (void)Scanner({ { directory.path() } }).scan();
        for (const QByteArray &path : paths) {
            struct stat status { };
            QCOMPARE(::lstat(path.constData(), &status), 0);
            QCOMPARE(status.st_atim.tv_sec, time_t{ 1000 });
        }
    }
};

QTEST_GUILESS_MAIN(TestScanner)

} // namespace tst_scanner

#include "tst_scanner.moc"
