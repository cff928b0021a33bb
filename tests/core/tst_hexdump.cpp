// SPDX-License-Identifier: MIT
#include "core/hexdump.h"
#include "support/testmain.h"

namespace tst_hexdump {

using namespace pipeglass;

class TestHexDump : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The output of `hexdump -C` of util-linux; for empty input it prints nothing.
    void isThatOfHexdump_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray() << QByteArray("00000000\n");
        QTest::newRow("a line") << QByteArray("0123456789ab\x7f\x00\n\xff", 16)
                                << QByteArray("00000000  30 31 32 33 34 35 36 37  38 39 61 62 7f 00 0a ff  "
                                              "|0123456789ab....|\n00000010\n");
        QTest::newRow("two lines") << QByteArray("0123456789abcdef~")
                                   << QByteArray("00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  "
                                                 "|0123456789abcdef|\n"
                                                 "00000010  7e                                                "
                                                 "|~|\n00000011\n");
        QTest::newRow("equal lines") << QByteArray(50, 'a')
                                     << QByteArray("00000000  61 61 61 61 61 61 61 61  61 61 61 61 61 61 61 61  "
                                                   "|aaaaaaaaaaaaaaaa|\n*\n"
                                                   "00000030  61 61                                             "
                                                   "|aa|\n00000032\n");
    }

    void isThatOfHexdump()
    {
        QFETCH(QByteArray, bytes);
        QTEST(hexDump(bytes), "text");
    }
};

QTEST_GUILESS_MAIN(TestHexDump)

} // namespace tst_hexdump

#include "tst_hexdump.moc"
