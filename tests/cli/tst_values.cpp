// SPDX-License-Identifier: MIT
#include "cli/arguments/values.h"
#include "support/testmain.h"

#include <limits>

namespace tst_values {

using namespace pipeglass;
using namespace pipeglass::cli;

class TestValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts()
    {
        QCOMPARE(parseCount("0").value(), quint64{ 0 });
        QCOMPARE(parseCount("12").value(), quint64{ 12 });
        for (const char *bad : { "", "-1", "+1", "1.5", "x", " 1", "99999999999999999999" })
            QVERIFY2(!parseCount(bad), bad);
    }

    void seconds()
    {
        QCOMPARE(parseSeconds("0").value(), 0);
        QCOMPARE(parseSeconds("10").value(), 10'000);
        QCOMPARE(parseSeconds("0.25").value(), 250);
        QCOMPARE(parseSeconds("0.0001").value(), 1); // not 0, which means no limit
        for (const char *bad : { "", "-1", "nan", "inf", "x", "1s", "1e300" })
            QVERIFY2(!parseSeconds(bad), bad);
    }

    void limits()
    {
        QCOMPARE(parseLimit("1").value(), qsizetype{ 1 });
        QCOMPARE(parseLimit("64K").value(), qsizetype{ 65536 });
        QCOMPARE(parseLimit("16m").value(), qsizetype{ 16 } << 20U);
        QCOMPARE(parseLimit("1G").value(), qsizetype{ 1 } << 30U);
        QCOMPARE(parseLimit("2147483647").value(), qsizetype{ std::numeric_limits<qint32>::max() });
        for (const char *bad : { "", "0", "K", "-1", "2147483648", "2G", "1T", "1.5M", "17179869184G" })
            QVERIFY2(!parseLimit(bad), bad);
    }

    void modes()
    {
        QCOMPARE(parseMode("0600").value(), FileMode(0600));
        QCOMPARE(parseMode("666").value(), FileMode(0666));
        for (const char *bad : { "", "0888", "rw", "4755", "77777" })
            QVERIFY2(!parseMode(bad), bad);
    }

    void hex()
    {
        QCOMPARE(parseHex("00 ff").value(), QByteArray("\x00\xff", 2));
        QVERIFY(!parseHex("0"));
        QVERIFY(!parseHex("\xff"));
    }
};

QTEST_GUILESS_MAIN(TestValues)

} // namespace tst_values

#include "tst_values.moc"
