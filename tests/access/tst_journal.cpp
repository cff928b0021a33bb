// SPDX-License-Identifier: MIT
#include "access/changes/journal.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QFile>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_journal {

using namespace pipeglass;
using namespace pipeglass::access;
using namespace pipeglass::test;

ChangeEntry entryFor(const QByteArray &path)
{
    ChangeEntry entry;
    entry.time = now();
    entry.path = path;
    entry.file = { { 42, Q_UINT64_C(9007199254740993) }, Q_INT64_C(1795507200123456789) };
    entry.before = { 61001, 62001, FileMode(0755), Acl::fromMode(FileMode(0755)) };
    entry.after = entry.before;
    entry.after.acl.set({ PrincipalKind::User, 61002 }, 6);
    entry.after.acl.mask = 7;
    entry.after.mode = entry.after.acl.mode();
    return entry;
}

QByteArray contents(const Journal &journal)
{
    QFile file(QFile::decodeName(journal.path()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const Journal &journal, const QByteArray &text)
{
    QFile file(QFile::decodeName(journal.path()));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(text), text.size());
}

class TestJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAHomeThereIsNone()
    {
        qunsetenv("XDG_STATE_HOME");
        qunsetenv("HOME");
        const Journal journal;
        QCOMPARE(journal.path(), QByteArray());
        QVERIFY(journal.read()->empty());
        const auto added = journal.add(entryFor("/tmp/a"));
        QVERIFY(!added.has_value());
        QVERIFY(added.error().detail.contains(QLatin1String("HOME")));
    }

    void readsWhatItWrote()
    {
        const PrivateDirectory directory;
        const Journal journal(directory.filePath("deep/state"));
        QVERIFY(journal.read()->empty());
        const ChangeEntry entry = entryFor("/tmp/a\xff\n\"b");
        QCOMPARE(*journal.add(entry), 1U);
        QCOMPARE(*journal.add(entry), 2U);
        const auto entries = journal.read();
        QCOMPARE(entries->size(), size_t{ 2 });
        const ChangeEntry &read = entries->front();
        QCOMPARE(read.path, entry.path);
        QCOMPARE(read.time, entry.time);
        QVERIFY(read.file == entry.file);
        QVERIFY(read.before == entry.before);
        QVERIFY(read.after == entry.after);
        QVERIFY(!read.undone && !read.kept);
        QCOMPARE(contents(journal).count('\n'), 2);
        struct stat status { };
        QCOMPARE(::stat(journal.path().constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
    }

    void undoneAndFailed()
    {
        const PrivateDirectory directory;
        const Journal journal(directory.path());
        QCOMPARE(journal.find(0).error().code, ErrorCode::NothingToUndo);
        for (int i = 0; i < 3; ++i)
            QVERIFY(journal.add(entryFor("/tmp/x")));
        QVERIFY(journal.markFailed(3));
        QCOMPARE(journal.find(0)->id, 2U);
        QVERIFY(journal.markUndone(2));
        QCOMPARE(journal.find(0)->id, 1U);
        QCOMPARE(journal.find(2).error().code, ErrorCode::NothingToUndo);
        QCOMPARE(journal.find(7).error().code, ErrorCode::NothingToUndo);
        QCOMPARE(journal.read()->size(), size_t{ 2 });
        QCOMPARE(*journal.add(entryFor("/tmp/x")), 4U);
    }

    void cutOffAtEveryByte()
    {
        const PrivateDirectory directory;
        const Journal journal(directory.path());
        QVERIFY(journal.add(entryFor("/tmp/one")));
        const qsizetype first = contents(journal).size();
        QVERIFY(journal.add(entryFor("/tmp/two")));
        const QByteArray whole = contents(journal);
        for (qsizetype cut = first; cut < whole.size(); ++cut) {
            write(journal, whole.first(cut));
            const size_t readable = cut == whole.size() - 1 ? 2 : 1; // only the line feed is missing
            QCOMPARE(journal.read()->size(), readable);
            QCOMPARE(*journal.add(entryFor("/tmp/three")), static_cast<quint32>(readable + 1));
            QCOMPARE(journal.read()->back().path, QByteArray("/tmp/three"));
            QCOMPARE(journal.read()->size(), readable + 1);
        }
    }

    void garbageIsSkipped()
    {
        const PrivateDirectory directory;
        const Journal journal(directory.path());
        QVERIFY(journal.add(entryFor("/tmp/one")));
        write(journal, QByteArray("\0\xff{}\n[]\n{\"journal_id\":5}\n{\"mark\":3}\n", 36) + contents(journal));
        QCOMPARE(journal.read()->size(), size_t{ 1 });
    }

    void keptCounterIsWrittenInPlace()
    {
        const PrivateDirectory directory;
        const Journal journal(directory.path());
        ChangeEntry rule = entryFor("/tmp/kept");
        rule.kept = true;
        QVERIFY(journal.add(entryFor("/tmp/x")));
        rule.id = *journal.add(rule);
        QVERIFY(journal.add(entryFor("/tmp/x")));
        const qsizetype size = contents(journal).size();
        rule.repeats = 123456;
        rule.file = { { 7, 8 }, 9 };
        QVERIFY(journal.updateKept(rule));
        QCOMPARE(contents(journal).size(), size);
        const auto entries = journal.read();
        QCOMPARE(entries->size(), size_t{ 3 });
        QVERIFY((*entries)[1].kept);
        QCOMPARE((*entries)[1].repeats, quint64{ 123456 });
        QVERIFY((*entries)[1].file == rule.file);
        rule.id = 1;
        QCOMPARE(journal.updateKept(rule).error().code, ErrorCode::NothingToUndo);
    }

    void manyWritersKeepTheirNumbersApart()
    {
        const PrivateDirectory directory;
        const Journal journal(directory.path());
        constexpr int writers = 4;
        constexpr int each = 25;
        std::vector<pid_t> children;
        for (int i = 0; i < writers; ++i) {
            const pid_t child = ::fork();
            if (child == 0) {
                for (int n = 0; n < each; ++n) {
                    if (!journal.add(entryFor("/tmp/x")))
                        ::_exit(1);
                }
                ::_exit(0);
            }
            children.push_back(child);
        }
        for (const pid_t child : children) {
            int status = -1;
            ::waitpid(child, &status, 0);
            QCOMPARE(status, 0);
        }
        const auto entries = journal.read();
        QCOMPARE(entries->size(), static_cast<size_t>(writers * each));
        for (size_t i = 0; i < entries->size(); ++i)
            QCOMPARE((*entries)[i].id, static_cast<quint32>(i + 1));
    }

    void withoutAPlaceNothingIsWritten()
    {
        const Journal journal("/proc/nowhere/pipeglass");
        const auto added = journal.add(entryFor("/tmp/x"));
        QVERIFY(!added);
        QVERIFY(!added.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJournal)

} // namespace tst_journal

#include "tst_journal.moc"
