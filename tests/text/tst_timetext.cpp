// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "text/timetext.h"

namespace tst_timetext {

using namespace pipeglass;
using namespace pipeglass::text;

class TestTimeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void momentsOfTodayAreShort()
    {
        const Timestamp longAgo{ 1'000'000'000'000'000'000 };
        QVERIFY(clockText(longAgo).startsWith(QStringLiteral("2001-09-0")));
        QVERIFY(shortClockText(longAgo).startsWith(QStringLiteral("2001-09-0")));
        QVERIFY(shortClockText(longAgo).size() < clockText(longAgo).size());
    }

    void spans_data()
    {
        QTest::addColumn<qint64>("nanoseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("µs") << qint64{ 204'000 } << QStringLiteral("+204 µs");
        QTest::newRow("ms") << qint64{ 3'100'000 } << QStringLiteral("+3.1 ms");
        QTest::newRow("s") << qint64{ 2'500'000'000 } << QStringLiteral("+2.5 s");
        QTest::newRow("nothing") << qint64{ 0 } << QStringLiteral("+0 µs");
    }

    void spans()
    {
        QFETCH(qint64, nanoseconds);
        QFETCH(QString, text);
        QCOMPARE(spanText(nanoseconds), text);
        QCOMPARE(u'+' + durationText(nanoseconds), text);
    }
};

QTEST_GUILESS_MAIN(TestTimeText)

} // namespace tst_timetext

#include "tst_timetext.moc"
