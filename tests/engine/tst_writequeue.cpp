// SPDX-License-Identifier: MIT
#include "engine/writequeue.h"
#include "support/testmain.h"

#include <array>

namespace tst_writequeue {

using namespace pipeglass;
using namespace pipeglass::engine;

framing::Frame frame(const QByteArray &wire) { return { Slice(wire), 0, 0, false }; }

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
        for (const QByteArray &wire : wires)
            queue.push(frame(wire));
        QCOMPARE(queue.bytes(), qint64{ 9 });
        QByteArray stream;
        QByteArrayList done;
        while (queue.bytes() > 0) {
            const QByteArray next = gathered(queue).first(qMin<qsizetype>(step, queue.bytes()));
            stream += next;
            queue.take(next.size());
            while (queue.firstIsDone())
                done.append(queue.popFirst().wire.toByteArray());
        }
        QCOMPARE(stream, QByteArray("abcdefghi"));
        QCOMPARE(done, wires);
        QVERIFY(queue.isEmpty());
    }

    void knowsWhatWentOfAFrame()
    {
        WriteQueue queue;
        queue.push(frame("abc"));
        queue.push(frame("def"));
        QVERIFY(queue.takenPart().isEmpty());
        queue.take(4);
        QCOMPARE(queue.takenPart().toByteArray(), QByteArray("d"));
        QCOMPARE(queue.popFirst().wire.toByteArray(), QByteArray("abc"));
        QCOMPARE(queue.takenPart().toByteArray(), QByteArray("d"));
        queue.clear();
        QVERIFY(queue.isEmpty());
        QCOMPARE(queue.bytes(), qint64{ 0 });
    }

    void gathersNoMoreThanItIsGivenRoomFor()
    {
        WriteQueue queue;
        for (int i = 0; i < 100; ++i)
            queue.push(frame("x"));
        QCOMPARE(gathered(queue), QByteArray(8, 'x'));
    }

    void anEmptyFrameNeedsNoKernel()
    {
        WriteQueue queue;
        queue.push(frame({}));
        QVERIFY(queue.firstIsDone());
        queue.popFirst();
        QVERIFY(queue.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestWriteQueue)

} // namespace tst_writequeue

#include "tst_writequeue.moc"
