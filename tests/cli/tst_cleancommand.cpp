// SPDX-License-Identifier: MIT
#include "core/bytetext.h"
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testserver.h"

#include <QJsonArray>

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_cleancommand {

using namespace pipeglass;
using namespace pipeglass::test;

/// The rows of files in the directory, without those in /tmp.
QList<QJsonObject> rows(const Run &run, const PrivateDirectory &directory)
{
    QList<QJsonObject> all;
    const QJsonArray array = QJsonDocument::fromJson(run.out.flushed).array();
    for (const QJsonValue &value : array) {
        if (value.toObject()[QLatin1String("path")].toString().startsWith(QString::fromUtf8(directory.path())))
            all += value.toObject();
    }
    return all;
}

/// "name deleted" or "name left", sorted.
QStringList outcomes(const Run &run, const PrivateDirectory &directory)
{
    QStringList all;
    for (const QJsonObject &row : rows(run, directory)) {
        const bool deleted = row[QLatin1String("deleted")].toBool();
        const bool reason = row[QLatin1String("reason")].isString();
        all += row[QLatin1String("name")].toString() + (deleted ? QLatin1String(" deleted") : QLatin1String(" not"))
            + (reason ? QLatin1String(", with a reason") : QLatin1String(""));
    }
    all.sort();
    return all;
}

bool exists(const QByteArray &path)
{
    struct stat facts { };
    return ::lstat(path.constData(), &facts) == 0;
}

class TestCleanCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deletesTheNamedDeadOnes()
    {
        const PrivateDirectory directory;
        boundSocket(directory.filePath("CoreFxPipe_a")).reset();
        boundSocket(directory.filePath("plain")).reset();
        Run run({ "clean", "a", directory.filePath("plain"), "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(
            outcomes(run, directory), (QStringList{ QStringLiteral("a deleted"), QStringLiteral("plain deleted") }));
        QVERIFY(!exists(directory.filePath("CoreFxPipe_a")) && !exists(directory.filePath("plain")));
    }

    void dryRunOnlyPrints()
    {
        const PrivateDirectory directory;
        boundSocket(directory.filePath("CoreFxPipe_a")).reset();
        Run json({ "clean", "--dry-run", "--json", "a" });
        QCOMPARE(json.startAndFinish(), 0);
        QCOMPARE(outcomes(json, directory), QStringList(QStringLiteral("a not")));
        Run text({ "clean", "--dry-run", "a" });
        QCOMPARE(text.startAndFinish(), 0);
        QCOMPARE(text.out.flushed, "would delete " + directory.filePath("CoreFxPipe_a") + '\n');
        QVERIFY(exists(directory.filePath("CoreFxPipe_a")));
    }

    void keepsOtherNamedFiles()
    {
        const PrivateDirectory directory;
        const UniqueFd live = boundSocket(directory.filePath("CoreFxPipe_live"));
        ::listen(live.get(), 5);
        const UniqueFd bound = boundSocket(directory.filePath("CoreFxPipe_bound"));
        boundSocket(directory.filePath("CoreFxPipe_dead")).reset();
        QCOMPARE(::mkfifo(directory.filePath("CoreFxPipe_fifo").constData(), 0600), 0);
        Run run({ "clean", "live", "bound", "dead", "fifo", "--json" });
        QCOMPARE(run.startAndFinish(), 1);
        const QStringList expected{ QStringLiteral("bound not, with a reason"), QStringLiteral("dead deleted"),
                                    QStringLiteral("fifo not, with a reason"),
                                    QStringLiteral("live not, with a reason") };
        QCOMPARE(outcomes(run, directory), expected);
        QVERIFY(exists(directory.filePath("CoreFxPipe_live")) && exists(directory.filePath("CoreFxPipe_fifo")));
    }

    void danglingName()
    {
        const PrivateDirectory directory;
        Run run({ "clean", "pgt_none", "--json" });
        QCOMPARE(run.startAndFinish(), 3);
        QCOMPARE(outcomes(run, directory), QStringList(QStringLiteral("pgt_none not, with a reason")));
        const UniqueFd live = boundSocket(directory.filePath("CoreFxPipe_live"));
        Run both({ "clean", "pgt_none", "live", "--json" });
        QCOMPARE(both.startAndFinish(), 1);
    }

    void withoutNamesCleansOwnPipes()
    {
        // Dry run only: the default directories include /tmp with others' pipes.
        const PrivateDirectory directory;
        boundSocket(directory.filePath("CoreFxPipe_mine")).reset();
        boundSocket(directory.filePath("other")).reset();
        const UniqueFd live = boundSocket(directory.filePath("CoreFxPipe_live"));
        if (::geteuid() == 0) {
            boundSocket(directory.filePath("CoreFxPipe_foreign")).reset();
            QCOMPARE(::lchown(directory.filePath("CoreFxPipe_foreign").constData(), 65534, 65534), 0);
        }
        Run run({ "clean", "--dry-run", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        const QStringList expected{ QStringLiteral("live not, with a reason"), QStringLiteral("mine not") };
        QCOMPARE(outcomes(run, directory), expected);
    }

    void hostileNames()
    {
        const PrivateDirectory directory;
        const QByteArray odd("CoreFxPipe_\x1b[2J\n\xff");
        boundSocket(directory.filePath(odd)).reset();
        Run run({ "clean", directory.filePath(odd) });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.out.flushed, "deleted " + escapedText(directory.filePath(odd)).toUtf8() + '\n');
        QVERIFY(!exists(directory.filePath(odd)));
    }
};

QTEST_GUILESS_MAIN(TestCleanCommand)

} // namespace tst_cleancommand

#include "tst_cleancommand.moc"
