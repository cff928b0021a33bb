// SPDX-License-Identifier: MIT
#include "overview/deletionnotice.h"
#include "support/testmain.h"
#include "text/deletiontext.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>

namespace tst_deletionnotice {

using namespace pipeglass;
using cleaning::Cleaner;
using cleaning::Deletion;

class TestDeletionNotice : public QObject {
    Q_OBJECT

private:
    static Deletion deletion(qint64 inSeconds, bool scheduled = true)
    {
        return { Cleaner::SystemdTmpfiles,
                 "/usr/lib/tmpfiles.d/tmp.conf",
                 11,
                 "q /tmp 1777 root root 10d",
                 inSeconds,
                 scheduled };
    }

private Q_SLOTS:
    void when_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("words");
        QTest::newRow("overdue") << qint64{ -5 } << QStringLiteral("at its next run");
        QTest::newRow("seconds") << qint64{ 20 } << QStringLiteral("in a minute");
        QTest::newRow("minutes") << qint64{ 3000 } << QStringLiteral("in 50 minutes");
        QTest::newRow("hours") << qint64{ 40 * 3600 } << QStringLiteral("in 40 hours");
        QTest::newRow("days") << qint64{ 9 * 86400 + 5 } << QStringLiteral("in 9 days");
    }
    void when()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, words);
        QCOMPARE(
            text::deletionSentence(deletion(seconds), false),
            QStringLiteral("systemd-tmpfiles will delete this file %1.").arg(words));
    }

    void saysWhereNothingRunsIt()
    {
        QVERIFY(text::deletionSentence(deletion(86400 * 3, false), true)
                    .contains(QStringLiteral("it is not scheduled on this machine")));
    }

    void staleFileHasNoWarning()
    {
        ui::DeletionNotice notice;
        notice.show("/tmp/CoreFxPipe_x", deletion(86400 * 9), false);
        QVERIFY(!notice.isHidden());
        QVERIFY(notice.text().contains(QStringLiteral("/usr/lib/tmpfiles.d/tmp.conf:11: q /tmp 1777 root root 10d")));
        QVERIFY(!notice.text().contains(QStringLiteral("To keep it")));
        notice.show("/tmp/CoreFxPipe_x", {}, false);
        QVERIFY(notice.isHidden());
        QCOMPARE(notice.text(), QString());
    }

    void livePipeHasAWarningAndAnExclusion()
    {
        ui::DeletionNotice notice;
        notice.show("/tmp/CoreFxPipe_x y", deletion(86400 * 9), true);
        QVERIFY(notice.text().contains(QStringLiteral("although its server is running")));
        QVERIFY(notice.text().contains(QStringLiteral("/etc/tmpfiles.d/pipeglass.conf")));
        QTest::mouseClick(notice.findChild<QPushButton *>(QStringLiteral("copyExclusion")), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("x /tmp/CoreFxPipe_x?y"));
    }
};

QTEST_MAIN(TestDeletionNotice)

} // namespace tst_deletionnotice

#include "tst_deletionnotice.moc"
