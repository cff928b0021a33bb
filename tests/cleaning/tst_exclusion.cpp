// SPDX-License-Identifier: MIT
#include "cleaning/tmpfiles/exclusion.h"
#include "support/testmain.h"

namespace tst_exclusion {

using namespace pipeglass::cleaning;

class TestExclusion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesForSystemd_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("plain") << QByteArray("/tmp/CoreFxPipe_a") << QByteArray("x /tmp/CoreFxPipe_a");
        QTest::newRow("blank") << QByteArray("/tmp/a b") << QByteArray("x /tmp/a?b");
        QTest::newRow("newline") << QByteArray("/tmp/a\nR /") << QByteArray("x /tmp/a?R?/");
        QTest::newRow("pattern") << QByteArray("/tmp/[*]?") << QByteArray("x /tmp/????");
        QTest::newRow("percent") << QByteArray("/tmp/%b") << QByteArray("x /tmp/%%b");
        QTest::newRow("quotes") << QByteArray("/tmp/\"'\\") << QByteArray("x /tmp/???");
        QTest::newRow("text") << QByteArray("/tmp/\xc3\xa9") << QByteArray("x /tmp/\xc3\xa9");
        QTest::newRow("no text") << QByteArray("/tmp/\xc3") << QByteArray("x /tmp/?");
    }

    void linesForSystemd()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, line);
        const Exclusion exclusion = exclusionOf(path, Deletion());
        QCOMPARE(exclusion.line, line);
        QCOMPARE(exclusion.file, QByteArray("/etc/tmpfiles.d/pipeglass.conf"));
        QVERIFY(exclusion.words.contains(QString::fromUtf8(exclusion.file)));
    }

    void others()
    {
        Deletion deletion{ Cleaner::Tmpreaper, "/etc/cron.daily/tmpreaper", 9, "tmpreaper 7d /tmp", 0, false };
        QCOMPARE(exclusionOf("/tmp/a'b", deletion).line, QByteArray("--protect '/tmp/a?b'"));
        QCOMPARE(exclusionOf("/tmp/a'b", deletion).file, QByteArray("/etc/cron.daily/tmpreaper"));
        deletion.text = "tmpreaper `for i in $TMPREAPER_PROTECT_EXTRA; do echo; done` 7d /tmp";
        QCOMPARE(exclusionOf("/tmp/a", deletion).file, QByteArray("/etc/tmpreaper.conf"));
        QCOMPARE(
            exclusionOf("/tmp/a", deletion).line,
            QByteArray("TMPREAPER_PROTECT_EXTRA=\"$TMPREAPER_PROTECT_EXTRA /tmp/a\""));
        deletion.cleaner = Cleaner::Tmpwatch;
        deletion.file = "/etc/cron.daily/tmpwatch";
        QCOMPARE(exclusionOf("/tmp/a", deletion).line, QByteArray("-X '/tmp/a'"));
    }
};

QTEST_GUILESS_MAIN(TestExclusion)

} // namespace tst_exclusion

#include "tst_exclusion.moc"
