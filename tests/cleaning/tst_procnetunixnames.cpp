// SPDX-License-Identifier: MIT
#include "cleaning/procnetunixnames.h"
#include "support/testmain.h"

namespace tst_procnetunixnames {

using namespace pipeglass::cleaning;

const QByteArray header("Num       RefCount Protocol Flags    Type St Inode Path\n");

class TestProcNetUnixNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsARecordedList()
    {
        const QSet<QByteArray> names = procNetUnixNames(
            header
            + "0000000000000000: 00000002 00000000 00010000 0001 01 24586 /tmp/CoreFxPipe_a\n"
              "ffff8a0b12345678: 00000003 00000000 00000000 0001 03 24600 /tmp/CoreFxPipe_a\n"
              "0000000000000000: 00000002 00000000 00000000 0001 01     7 /tmp//odd/./b\n"
              "0000000000000000: 00000003 00000000 00000000 0001 02     0 /tmp/waiting\n"
              "0000000000000000: 00000003 00000000 00000000 0001 03 24601\n"
              "0000000000000000: 00000002 00000000 00010000 0001 01 24602 @abstract\n"
              "0000000000000000: 00000002 00000000 00010000 0001 01 24603 relative/c\n"
              "0000000000000000: 00000002 00000000 00010000 0001 01 24604 /tmp/with blank \n"
              "0000000000000000: 00000002 00000000 00010000 0001 01 24605 /tmp/two\nlines\n"
              "0000000000000000: 00000002 00000000 00010000 0001 01 24606 /tmp/\xff\n");
        const QSet<QByteArray> expected{ "/tmp/CoreFxPipe_a", "/tmp/odd/b", "/tmp/waiting",
                                         "/tmp/with blank ",  "/tmp/two",   "/tmp/\xff" };
        QCOMPARE(names, expected);
    }

    void takesAnythingElse()
    {
        QVERIFY(procNetUnixNames({}).isEmpty());
        QVERIFY(procNetUnixNames(header).isEmpty());
        QVERIFY(procNetUnixNames(header + "rubbish\n:\n::::\n" + QByteArray(100, ':') + '\n').isEmpty());
        QVERIFY(procNetUnixNames(header + "0: 00000002 00000000 00010000 0001 01 24586").isEmpty());
        const QByteArray good("0000000000000000: 00000002 00000000 00010000 0001 01 24586 /x");
        for (qsizetype length = 0; length < good.size(); ++length)
            QVERIFY(procNetUnixNames(header + good.first(length)).size() <= 1);
    }
};

QTEST_GUILESS_MAIN(TestProcNetUnixNames)

} // namespace tst_procnetunixnames

#include "tst_procnetunixnames.moc"
