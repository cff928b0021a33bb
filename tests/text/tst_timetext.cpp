// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "text/sizetext.h"
#include "text/timetext.h"

#include <QLocale>

namespace tst_timetext {

using namespace pipeglass;
using namespace pipeglass::text;

class TestTimeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        qputenv("TZ", "UTC");
    }

    void momentsOfTodayAreShort()
    {
        const Timestamp longAgo{ 1'000'000'000'000'000'000 };
        QVERIFY(clockText(longAgo).startsWith(QStringLiteral("2001-09-0")));
        QVERIFY(shortClockText(longAgo).startsWith(QStringLiteral("2001-09-0")));
        QVERIFY(shortClockText(longAgo).size() < clockText(longAgo).size());
    }

    void datesAndNumbersFollowTheLocale_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("moment");
        QTest::addColumn<QString>("seconds");
        QTest::addColumn<QString>("span");
        QTest::addColumn<QString>("bytes");
        QTest::addColumn<QString>("size");
        const auto row = [](const char *name, const QStringList &texts) {
            QTest::newRow(name) << QString::fromLatin1(name) << texts[0] << texts[1] << texts[2] << texts[3]
                                << texts[4];
        };
        const auto list = [](const char *texts) { return QString::fromUtf8(texts).split(u'|'); };
        row("C", list("2001-09-09 0|1234.500000|+1234.5 s|1234567 |1.5"));
        row("ko_KR", list("2001. 9. 9. 0|1234.500000|+1,234.5 s|1,234,567 |1.5"));
        row("de_DE", list("09.09.2001 0|1234,500000|+1.234,5 s|1.234.567 |1,5"));
    }

    void datesAndNumbersFollowTheLocale()
    {
        QFETCH(QString, name);
        const QLocale before;
        QLocale::setDefault(QLocale(name));
        const Timestamp longAgo{ 1'000'000'000'000'000'000 }; // 01:46:40 UTC
        const QString given = momentText(longAgo);
        const QString clock = clockText(longAgo);
        const QString seconds = secondsText(1'234'500'000'000);
        const QString span = spanText(1'234'500'000'000);
        const QString exact = bytesText(1'234'567);
        const QString rounded = sizeText(1536);
        QLocale::setDefault(before);
        QFETCH(QString, moment);
        QVERIFY2(given.startsWith(moment), qPrintable(given));
        QCOMPARE(clock, given);
        QTEST(seconds, "seconds");
        QTEST(span, "span");
        QFETCH(QString, bytes);
        QVERIFY2(exact.startsWith(bytes), qPrintable(exact));
        QFETCH(QString, size);
        QVERIFY2(rounded.startsWith(size), qPrintable(rounded));
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
