// SPDX-License-Identifier: MIT
#include "core/clock.h"
#include "support/testmain.h"

#include <QDateTime>

namespace tst_clock {

using namespace pipeglass;

class TestClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threadCpuTimeIncreasesWithWork()
    {
        const qint64 before = threadCpuTime();
        for (int tries = 0; tries < 1'000'000 && threadCpuTime() == before; ++tries) { }
        QVERIFY(threadCpuTime() > before);
    }

    void iso_data()
    {
        QTest::addColumn<qint64>("nanoseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("epoch") << qint64{ 0 } << QStringLiteral("1970-01-01T00:00:00.000000000Z");
        QTest::newRow("fraction") << qint64{ 1'000'000'007 } << QStringLiteral("1970-01-01T00:00:01.000000007Z");
        QTest::newRow("before") << qint64{ -1 } << QStringLiteral("1969-12-31T23:59:59.999999999Z");
        QTest::newRow("leap day") << qint64{ 1709208000 } * 1'000'000'000
                                  << QStringLiteral("2024-02-29T12:00:00.000000000Z");
    }

    void iso()
    {
        QFETCH(qint64, nanoseconds);
        QFETCH(QString, text);
        QCOMPARE(isoText({ nanoseconds }), text);
    }

    // After suspend CLOCK_MONOTONIC lags behind the wall clock.
    void nowKeepsPaceWithTheWallClock()
    {
        const auto since = [](clockid_t clock) {
            timespec time{};
            clock_gettime(clock, &time);
            return static_cast<qint64>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
        };
        const qint64 offset = now().unixNanoseconds - since(CLOCK_BOOTTIME);
        for (int i = 0; i < 1000; ++i) {
            const qint64 before = since(CLOCK_BOOTTIME);
            const qint64 stamp = now().unixNanoseconds;
            const qint64 after = since(CLOCK_BOOTTIME);
            // `offset` is too low by the time between its two readings.
            QVERIFY(stamp - after <= offset + 1'000'000'000 && stamp - before >= offset);
        }
        const qint64 wall = since(CLOCK_REALTIME);
        const qint64 told = wallTime().unixNanoseconds;
        QVERIFY(told >= wall && told <= since(CLOCK_REALTIME));
    }

    void nowIsNowAndNeverGoesBack()
    {
        const qint64 wall = QDateTime::currentMSecsSinceEpoch();
        Timestamp last = now();
        QVERIFY(qAbs(last.unixNanoseconds / 1'000'000 - wall) < 60'000);
        for (int i = 0; i < 1000; ++i) {
            const Timestamp next = now();
            QVERIFY(next >= last);
            last = next;
        }
    }
};

QTEST_GUILESS_MAIN(TestClock)

} // namespace tst_clock

#include "tst_clock.moc"
