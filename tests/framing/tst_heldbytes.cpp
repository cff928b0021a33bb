// SPDX-License-Identifier: MIT
#include "framing/heldbytes.h"
#include "support/testmain.h"

namespace tst_heldbytes {

using namespace pipeglass;
using pipeglass::framing::HeldBytes;

class TestHeldBytes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takeClears()
    {
        HeldBytes held;
        QVERIFY(held.isEmpty());
        held.append("ab");
        held.append("cd", 8);
        QCOMPARE(held.size(), 4);
        QCOMPARE(held.take().toByteArray(), QByteArray("abcd"));
        QVERIFY(held.isEmpty());
        held.append("e");
        QCOMPARE(held.take().toByteArray(), QByteArray("e"));
    }

    void lengthPrefixAllocatesNothing()
    {
        HeldBytes held;
        held.append("0123456789", qsizetype{ 64 } << 20U);
        QVERIFY(held.capacity() < 1024);
    }

    void allocatesAboutWhatWasFed()
    {
        HeldBytes held;
        const qsizetype promised = 300'000;
        for (qsizetype fed = 1; fed <= promised; ++fed) {
            held.append("x", promised);
            if (held.capacity() > 2 * fed + 64)
                QFAIL(QByteArray::number(fed).constData());
        }
        QCOMPARE(held.size(), promised);
        QVERIFY(held.capacity() < promised + 64);
    }

    /// Geometric growth: few reallocations, not one per byte.
    void oneByteAtATimeIsLinear()
    {
        HeldBytes held;
        int moves = 0;
        const char *where = nullptr;
        for (int i = 0; i < 1'000'000; ++i) {
            held.append("x");
            if (held.bytes().constData() != where) {
                where = held.bytes().constData();
                ++moves;
            }
        }
        QVERIFY2(moves < 100, QByteArray::number(moves).constData());
    }
};

QTEST_GUILESS_MAIN(TestHeldBytes)

} // namespace tst_heldbytes

#include "tst_heldbytes.moc"
