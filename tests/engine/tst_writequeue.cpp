// SPDX-License-Identifier: MIT
#include "engine/sockets/writequeue.h"
#include "support/testmain.h"

#include <array>

namespace tst_writequeue {

using namespace pipeglass;
using namespace pipeglass::engine;

QByteArray gathered(const WriteQueue &queue)
{
    std::array<iovec, 8> pieces{};
    QByteArray result;
    const size_t filled = queue.gather(pieces);
    for (size_t i = 0; i < filled; ++i)
        result.append(static_cast<const char *>(pieces[i].iov_base), static_cast<qsizetype>(pieces[i].iov_len));
    return result;
}

class TestWriteQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesInAnyPieces_data()
    {
        QTest::addColumn<int>("step");
        for (int step = 1; step <= 9; ++step)
            QTest::addRow("%d at a time", step) << step;
    }

    void goesInAnyPieces()
    {
        QFETCH(int, step);
        WriteQueue queue;
        const QByteArrayList wires{ "abc", "", "d", "efghi" };
        for (qsizetype i = 0; i < wires.size(); ++i)
            queue.push({ Slice(wires[i]), static_cast<quint64>(i) });
        QCOMPARE(queue.bytes(), qint64{ 9 });
        QByteArray stream;
        QByteArrayList done;
        while (queue.bytes() > 0) {
            const QByteArray next = gathered(queue).first(qMin<qsizetype>(step, queue.bytes()));
            stream += next;
            queue.take(next.size());
            while (queue.firstIsDone())
                done.append(wires[static_cast<qsizetype>(queue.popFirst())]);
        }
        QCOMPARE(stream, QByteArray("abcdefghi"));
        QCOMPARE(done, wires);
        QVERIFY(queue.isEmpty());
    }

    void knowsWhatWentOfAPiece()
    {
        WriteQueue queue;
        queue.push({ Slice(QByteArray("abc")), 1 });
        queue.push({ Slice(QByteArray("def")), 2 });
        QCOMPARE(queue.takenPart().size, 0);
        queue.take(4);
        QCOMPARE(queue.takenPart().size, 1);
        QCOMPARE(queue.takenPart().token, quint64{ 2 });
        QCOMPARE(queue.popFirst(), quint64{ 1 });
        QCOMPARE(queue.takenPart().size, 1);
        queue.clear();
        QVERIFY(queue.isEmpty());
        QCOMPARE(queue.bytes(), qint64{ 0 });
    }

    void gathersNoMoreThanItIsGivenRoomFor()
    {
        WriteQueue queue;
        for (int i = 0; i < 100; ++i)
            queue.push({ Slice(QByteArray("x")), 0 });
        QCOMPARE(gathered(queue), QByteArray(8, 'x'));
    }

    void anEmptyPieceNeedsNoKernel()
    {
        WriteQueue queue;
        queue.push({});
        QVERIFY(queue.firstIsDone());
        queue.popFirst();
        QVERIFY(queue.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestWriteQueue)

} // namespace tst_writequeue

#include "tst_writequeue.moc"
