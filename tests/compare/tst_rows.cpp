// SPDX-License-Identifier: MIT
#include "compare/rows.h"
#include "support/testmain.h"

namespace tst_rows {

using namespace pipeglass;
using namespace pipeglass::compare;

class TestRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows()
    {
        const Rows rows(
            { { 0, 20, 0, 20, true }, { 20, 3, 20, 0, false }, { 23, 4, 20, 4, true }, { 27, 0, 24, 17, false } }, 16);
        QCOMPARE(rows.count(), 6);
        const std::vector<Block> expected{
            { 0, 16, 0, 16, true }, { 16, 4, 16, 4, true },   { 20, 3, 20, 0, false },
            { 23, 4, 20, 4, true }, { 27, 0, 24, 16, false }, { 27, 0, 40, 1, false },
        };
        for (qsizetype i = 0; i < rows.count(); ++i)
            QVERIFY2(rows.row(i) == expected[static_cast<size_t>(i)], QByteArray::number(i).constData());
        QCOMPARE(rows.nextDifference(-1), 2);
        QCOMPARE(rows.nextDifference(2), 4);
        QCOMPARE(rows.nextDifference(5), -1);
        QCOMPARE(rows.previousDifference(5), 2);
        QCOMPARE(rows.previousDifference(2), -1);
    }

    void empty()
    {
        QCOMPARE(Rows().count(), 0);
        QCOMPARE(Rows().nextDifference(-1), -1);
    }
};

QTEST_GUILESS_MAIN(TestRows)

} // namespace tst_rows

#include "tst_rows.moc"
