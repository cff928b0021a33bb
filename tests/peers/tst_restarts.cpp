// SPDX-License-Identifier: MIT
#include "catalog/entries/pipehistory.h"
#include "catalog/scanning/watcher.h"
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <atomic>
#include <thread>

#include <sys/stat.h>

namespace tst_restarts {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

/// Servers that dispose and re-create their pipe, and the effect on others with the same name.
class TestRestarts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachRestartSeenIsCounted();
    void aThousandInARow();
    void firstServerRemovesTheSecondsName();
};

ScanOptions lookingAt(const PrivateDirectory &directory)
{
    ScanOptions options;
    options.directories = { directory.path() };
    return options;
}

void restart(const ProgramPtr &server, int times)
{
    const QByteArray number = QByteArray::number(times);
    server->write(number + '\n');
    QVERIFY(server->waitForLine("restarted " + number));
}

void compareWithTheFile(const PipeEntry &entry, const ProgramPtr &server)
{
    struct stat status { };
    QCOMPARE(::lstat(entry.path().constData(), &status), 0);
    QCOMPARE(entry.state, PipeState::Listening);
    QCOMPARE(entry.file.id.inode, quint64{ status.st_ino });
    QVERIFY(entry.server && entry.server->size() == 1);
    QCOMPARE(qint64{ entry.server->front().pid }, server->pid());
}

void TestRestarts::eachRestartSeenIsCounted()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "restart-server", "again" });
    QVERIFY(server);
    Watcher watcher(lookingAt(directory));
    PipeHistory history;
    SnapshotPtr last;
    connect(&watcher, &Watcher::changed, this, [&](const SnapshotPtr &snapshot, const SnapshotDiff &difference) {
        history.take(difference, now());
        last = snapshot;
    });
    watcher.start();
    constexpr quint32 restarts = 40;
    for (quint32 i = 1; i <= restarts; ++i) {
        restart(server, 1);
        watcher.refresh();
        const auto *const past = history.of(directory.filePath("CoreFxPipe_again"));
        QVERIFY(past != nullptr);
        QCOMPARE(past->recreated, i);
        QVERIFY(!past->gone);
        QCOMPARE(last->entries.size(), size_t{ 1 });
        compareWithTheFile(*last->entries[0], server);
    }
    // Changes between two scans are one change, and the row is the last server's.
    restart(server, 1000);
    watcher.refresh();
    QCOMPARE(history.of(directory.filePath("CoreFxPipe_again"))->recreated, restarts + 1);
    compareWithTheFile(*last->entries[0], server);
    server->feed({});
    (void)server->finish();
    watcher.refresh();
    QVERIFY(last->entries.empty());
    QVERIFY(history.of(directory.filePath("CoreFxPipe_again"))->gone);
}

/// Scanned repeatedly: the server runs, so its pipe is never stale and never listed twice.
void TestRestarts::aThousandInARow()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "restart-server", "again" });
    QVERIFY(server);
    Scanner scanner(lookingAt(directory));
    std::atomic<bool> isOver{ false };
    int looks = 0;
    int dead = 0;
    int twice = 0;
    std::thread looker([&] {
        for (; !isOver; ++looks) {
            const SnapshotPtr snapshot = scanner.scan();
            int named = 0;
            for (const PipeEntryPtr &entry : snapshot->entries) {
                dead += entry->state == PipeState::Stale ? 1 : 0;
                named += entry->hasFile ? 1 : 0;
            }
            twice += named > 1 ? 1 : 0;
        }
    });
    server->write("1000\n");
    const bool done = server->waitForLine("restarted 1000");
    isOver = true;
    looker.join();
    QVERIFY(done);
    QVERIFY(looks > 0);
    QCOMPARE(dead, 0);
    QCOMPARE(twice, 0);
    const SnapshotPtr snapshot = scanner.scan();
    QCOMPARE(snapshot->entries.size(), size_t{ 1 });
    compareWithTheFile(*snapshot->entries[0], server);
}

void TestRestarts::firstServerRemovesTheSecondsName()
{
    const PrivateDirectory directory;
    const ProgramPtr first = startPeerServer({ "restart-server", "twice" });
    const ProgramPtr second = startPeerServer({ "restart-server", "twice" });
    QVERIFY(first && second);
    Scanner scanner(lookingAt(directory));
    SnapshotPtr snapshot = scanner.scan();
    QCOMPARE(snapshot->entries.size(), size_t{ 2 });
    compareWithTheFile(*snapshot->entries[0], second);
    QCOMPARE(snapshot->entries[1]->state, PipeState::TakenOver);
    QCOMPARE(qint64{ snapshot->entries[1]->server->front().pid }, first->pid());

    first->feed({});
    (void)first->finish();
    snapshot = scanner.scan();
    QCOMPARE(snapshot->entries.size(), size_t{ 1 });
    QCOMPARE(snapshot->entries[0]->state, PipeState::Orphaned);
    QVERIFY(snapshot->entries[0]->isLost());
    QCOMPARE(qint64{ snapshot->entries[0]->server->front().pid }, second->pid());

    restart(second, 1);
    snapshot = scanner.scan();
    QCOMPARE(snapshot->entries.size(), size_t{ 1 });
    compareWithTheFile(*snapshot->entries[0], second);
}

PIPEGLASS_PEER_TEST_MAIN(TestRestarts)

} // namespace tst_restarts

#include "tst_restarts.moc"
