// SPDX-License-Identifier: MIT
#include "catalog/entries/snapshot.h"
#include "support/testmain.h"

namespace tst_snapshot {

using namespace pipeglass;
using namespace pipeglass::catalog;

PipeEntry pipe(const QByteArray &directory, const QByteArray &name)
{
    PipeEntry entry;
    entry.directory = directory;
    entry.fileName = name;
    entry.file = { { 1, 100 }, 5 };
    entry.kind = FileKind::Socket;
    entry.state = PipeState::Listening;
    entry.socketInode = 7;
    entry.socketCookie = 8;
    return entry;
}

Snapshot snapshot(const std::vector<PipeEntry> &entries)
{
    Snapshot result;
    for (const PipeEntry &entry : entries)
        result.entries.push_back(std::make_shared<const PipeEntry>(entry));
    return result;
}

QByteArray words(const SnapshotDiff &diff)
{
    QByteArray text;
    for (const auto &[sign, entries] :
         { std::pair{ '-', &diff.removed }, { '~', &diff.changed }, { '+', &diff.added } }) {
        for (const PipeEntryPtr &entry : *entries)
            text += sign + entry->path() + ' ';
    }
    return text.trimmed();
}

class TestSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void merges()
    {
        const PipeEntry a = pipe("/d", "a");
        const PipeEntry b = pipe("/d", "b");
        const PipeEntry c = pipe("/e", "a");
        PipeEntry later = b;
        later.clients = 3;
        QCOMPARE(words(difference(snapshot({}), snapshot({ a, c }))), QByteArray("+/d/a +/e/a"));
        QCOMPARE(words(difference(snapshot({ a, b, c }), snapshot({}))), QByteArray("-/d/a -/d/b -/e/a"));
        QCOMPARE(words(difference(snapshot({ a, b }), snapshot({ later, c }))), QByteArray("-/d/a ~/d/b +/e/a"));
        QVERIFY(difference(snapshot({ a, b, c }), snapshot({ a, b, c })).isEmpty());
    }

    void whatIsAnotherPipe_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QByteArray>("diff");
        const QByteArray anew = "-/d/a +/d/a";
        const QByteArray changed = "~/d/a";
        QTest::newRow("inode") << 0 << anew;
        QTest::newRow("birth") << 1 << anew;
        QTest::newRow("socket, in the same file") << 2 << anew;
        QTest::newRow("listener closed") << 3 << changed;
        QTest::newRow("mode") << 4 << changed;
        QTest::newRow("not seen any more") << 5 << changed;
        QTest::newRow("kind") << 6 << anew;
    }

    void whatIsAnotherPipe()
    {
        QFETCH(int, what);
        QFETCH(QByteArray, diff);
        PipeEntry after = pipe("/d", "a");
        if (what == 0)
            after.file.id.inode = 101;
        else if (what == 1)
            after.file.birthNanoseconds = 6;
        else if (what == 2)
            after.socketCookie = 9;
        else if (what == 4)
            after.mode = FileMode(0600);
        else if (what == 6)
            after.kind = FileKind::Other;
        if (what == 3 || what == 5) {
            after.state = what == 3 ? PipeState::Stale : PipeState::Unknown;
            after.socketCookie = 0;
        }
        QCOMPARE(words(difference(snapshot({ pipe("/d", "a") }), snapshot({ after }))), diff);
    }

    void staleStaysStale()
    {
        PipeEntry dead = pipe("/d", "a");
        dead.state = PipeState::Stale;
        dead.socketCookie = 0;
        PipeEntry unknown = dead;
        unknown.state = PipeState::Unknown;
        const PipeEntry alive = pipe("/d", "a");
        QCOMPARE(words(difference(snapshot({ dead }), snapshot({ alive }))), QByteArray("-/d/a +/d/a"));
        QCOMPARE(words(difference(snapshot({ dead }), snapshot({ unknown }))), QByteArray("~/d/a"));
        QCOMPARE(words(difference(snapshot({ unknown }), snapshot({ alive }))), QByteArray("~/d/a"));
    }

    void sortsByTheBytesOfThePath()
    {
        QVERIFY(pathLess(pipe("/a", "b"), pipe("/a", "c")));
        QVERIFY(pathLess(pipe("/a", "z"), pipe("/a/b", "\x7f")) == (QByteArray("/a/z") < QByteArray("/a/b/\x7f")));
        QVERIFY(pathLess(pipe("/a", "b"), pipe("/a", "\xff")));
        QVERIFY(!pathLess(pipe("/a", "b"), pipe("/a", "b")));
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)

} // namespace tst_snapshot

#include "tst_snapshot.moc"
