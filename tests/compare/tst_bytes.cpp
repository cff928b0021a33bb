// SPDX-License-Identifier: MIT
#include "compare/bytes.h"
#include "compare/lines.h"
#include "support/testmain.h"

#include <QRandomGenerator>

namespace tst_bytes {

using namespace pipeglass;
using namespace pipeglass::compare;

/// Whether the blocks are both sequences in order, same where they say so, and alternate.
bool areValid(const Blocks &blocks, QByteArrayView left, QByteArrayView right)
{
    qsizetype leftEnd = 0;
    qsizetype rightEnd = 0;
    for (size_t i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks[i];
        const bool isNext = block.left == leftEnd && block.right == rightEnd;
        const bool alternates = i == 0 || blocks[i - 1].isSame != block.isSame;
        leftEnd += block.leftSize;
        rightEnd += block.rightSize;
        if (!isNext || !alternates || leftEnd > left.size() || rightEnd > right.size())
            return false;
        if (block.isSame && left.sliced(block.left, block.leftSize) != right.sliced(block.right, block.rightSize))
            return false;
    }
    return leftEnd == left.size() && rightEnd == right.size();
}

QByteArray shown(const Blocks &blocks, const QByteArray &left, const QByteArray &right)
{
    QByteArray text;
    for (const Block &block : blocks) {
        if (block.isSame)
            text += left.sliced(block.left, block.leftSize);
        else
            text +=
                '[' + left.sliced(block.left, block.leftSize) + '|' + right.sliced(block.right, block.rightSize) + ']';
    }
    return text;
}

class TestBytes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blocks_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<int>("first");
        QTest::newRow("equal") << QByteArray("abc") << QByteArray("abc") << QByteArray("abc") << -1;
        QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray() << -1;
        QTest::newRow("one empty") << QByteArray("abc") << QByteArray() << QByteArray("[abc|]") << 0;
        QTest::newRow("inserted") << QByteArray("abcdef") << QByteArray("abcXYdef") << QByteArray("abc[|XY]def") << 3;
        QTest::newRow("removed") << QByteArray("abcXYdef") << QByteArray("abcdef") << QByteArray("abc[XY|]def") << 3;
        QTest::newRow("longer") << QByteArray("abc") << QByteArray("abcd") << QByteArray("abc[|d]") << 3;
        QTest::newRow("two places") << QByteArray("1abcdef2") << QByteArray("xabcdefy")
                                    << QByteArray("[1|x]abcdef[2|y]") << 0;
        QTest::newRow("chance") << QByteArray("1a2a3") << QByteArray("xayaz") << QByteArray("[1a2a3|xayaz]") << 0;
        QTest::newRow("overlapping ends") << QByteArray("aaaa") << QByteArray("aaaaaa") << QByteArray("aaaa[|aa]") << 4;
    }
    void blocks()
    {
        QFETCH(const QByteArray, left);
        QFETCH(const QByteArray, right);
        QFETCH(const QByteArray, found);
        QFETCH(const int, first);
        const Blocks blocks = compareBytes(left, right);
        QVERIFY(areValid(blocks, left, right));
        QCOMPARE(shown(blocks, left, right), found);
        QCOMPARE(firstDifference(left, right), first);
    }

    /// Random sequences of few letters, which have many ways from one to the other.
    void random()
    {
        QRandomGenerator generator(7);
        for (int round = 0; round < 2000; ++round) {
            const auto any = [&] {
                QByteArray bytes(generator.bounded(40), Qt::Uninitialized);
                for (char &byte : bytes)
                    byte = static_cast<char>('a' + generator.bounded(3));
                return bytes;
            };
            const QByteArray left = any();
            const QByteArray right = any();
            QVERIFY2(areValid(compareBytes(left, right), left, right), (left + ' ' + right).constData());
        }
    }

    /// Nothing in common, and much of it: bounded.
    void large()
    {
        const QByteArray left(8 << 20, 'a');
        QByteArray right = left;
        for (qsizetype i = 0; i < right.size(); i += 2)
            right[i] = 'b';
        const Blocks blocks = compareBytes(left, right);
        QVERIFY(areValid(blocks, left, right));
    }

    void lines()
    {
        const Lines left("one\ntwo\nthree\n");
        const Lines right("one\nthree\nfour");
        const Blocks expected{
            { 0, 1, 0, 1, true }, { 1, 1, 1, 0, false }, { 2, 1, 1, 1, true }, { 3, 0, 2, 1, false }
        };
        QVERIFY(compareLines(left, right) == expected);
        QCOMPARE(right.line(2).toByteArray(), QByteArray("four"));
        QCOMPARE(Lines(QByteArray()).count(), 0);
        QCOMPARE(Lines("\n\n").count(), 2);
    }

    void changedPart_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("leftPart");
        QTest::addColumn<QByteArray>("rightPart");
        QTest::newRow("middle") << QByteArray("a 1 b") << QByteArray("a 22 b") << QByteArray("1") << QByteArray("22");
        QTest::newRow("inside of characters")
            << QByteArray("\u00e4") << QByteArray("\u00e5") << QByteArray("\u00e4") << QByteArray("\u00e5");
        QTest::newRow("added") << QByteArray("ab") << QByteArray("aab") << QByteArray() << QByteArray("a");
    }
    void changedPart()
    {
        QFETCH(const QByteArray, left);
        QFETCH(const QByteArray, right);
        QFETCH(const QByteArray, leftPart);
        QFETCH(const QByteArray, rightPart);
        const ChangedPart part = compare::changedPart(left, right);
        QCOMPARE(left.sliced(part.start, part.leftEnd - part.start), leftPart);
        QCOMPARE(right.sliced(part.start, part.rightEnd - part.start), rightPart);
    }
};

QTEST_GUILESS_MAIN(TestBytes)

} // namespace tst_bytes

#include "tst_bytes.moc"
