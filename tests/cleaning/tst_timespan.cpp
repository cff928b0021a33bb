// SPDX-License-Identifier: MIT
#include "cleaning/timespan.h"
#include "support/testmain.h"

namespace tst_timespan {

using namespace pipeglass::cleaning;

class TestTimespan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("seconds"); // -1: not a time span
        const qint64 day = 86400;
        QTest::newRow("days") << QByteArray("10d") << 10 * day;
        QTest::newRow("bare") << QByteArray("90") << qint64(90);
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("sum") << QByteArray("1w 2days 3h") << 9 * day + 3 * 3600;
        QTest::newRow("joined") << QByteArray("7d6h") << 7 * day + 6 * 3600;
        QTest::newRow("blank before the unit") << QByteArray("5 min") << qint64(300);
        QTest::newRow("m is minutes") << QByteArray("5m") << qint64(300);
        QTest::newRow("M is months") << QByteArray("1M") << qint64(2629800);
        QTest::newRow("year") << QByteArray("1y") << qint64(31557600);
        QTest::newRow("fraction") << QByteArray("1.5h") << qint64(5400);
        QTest::newRow("ms") << QByteArray("2000ms") << qint64(2);
        QTest::newRow("us") << QByteArray("3000000us") << qint64(3);
        QTest::newRow("micro") << QByteArray("3000000\xc2\xb5s") << qint64(3);
        QTest::newRow("infinity") << QByteArray("infinity") << infiniteTime / 1'000'000'000;
        QTest::newRow("too large") << QByteArray("99999999999999999999d") << qint64(-1);
        QTest::newRow("long") << QByteArray("1000y") << infiniteTime / 1'000'000'000;
        QTest::newRow("empty") << QByteArray() << qint64(-1);
        QTest::newRow("dash") << QByteArray("-") << qint64(-1);
        QTest::newRow("negative") << QByteArray("-1d") << qint64(-1);
        QTest::newRow("unit alone") << QByteArray("d") << qint64(-1);
        QTest::newRow("unknown unit") << QByteArray("1x") << qint64(-1);
        QTest::newRow("two points") << QByteArray("1.2.3d") << qint64(-1);
        QTest::newRow("point first") << QByteArray(".5d") << qint64(-1);
        QTest::newRow("NUL") << QByteArray("1\0d", 3) << qint64(-1);
        QTest::newRow("many digits") << QByteArray(5000, '9') << qint64(-1);
    }

    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, seconds);
        const std::optional<qint64> span = parseTimespan(text);
        QCOMPARE(span ? *span / 1'000'000'000 : qint64(-1), seconds);
    }
};

QTEST_GUILESS_MAIN(TestTimespan)

} // namespace tst_timespan

#include "tst_timespan.moc"
