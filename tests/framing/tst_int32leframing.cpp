// SPDX-License-Identifier: MIT
#include "framing/feeding.h"
#include "framing/int32leframing.h"
#include "support/testmain.h"

#include <QtEndian>

#include <limits>

#include <malloc.h>

namespace tst_int32leframing {

using namespace pipeglass;
using namespace pipeglass::framing;
using namespace pipeglass::test;

QByteArray length(qint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray message(const QByteArray &payload) { return length(static_cast<qint32>(payload.size())) + payload; }

constexpr qsizetype limit = 100;

class TestInt32LeFraming : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void streams_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArrayList>("frames");
        QTest::newRow("nothing") << QByteArray() << QByteArrayList();
        QTest::newRow("one") << message("test2") << QByteArrayList{ "good(test2)" };
        QTest::newRow("empty message") << message("") << QByteArrayList{ "good()" };
        QTest::newRow("three") << message("a") + message("") + message("bcd")
                               << QByteArrayList{ "good(a)", "good()", "good(bcd)" };
        QTest::newRow("at the limit") << message(QByteArray(limit, 'x'))
                                      << QByteArrayList{ "good(" + QByteArray(limit, 'x') + ')' };
        QTest::newRow("over the limit") << message(QByteArray(limit + 1, 'x'))
                                        << QByteArrayList{ "bad(" + message(QByteArray(limit + 1, 'x')) + ')' };
        QTest::newRow("good, negative, rest") << message("a") + length(-1) + message("b")
                                              << QByteArrayList{ "good(a)", "bad(" + length(-1) + message("b") + ')' };
        QTest::newRow("smallest length") << length(std::numeric_limits<qint32>::min())
                                         << QByteArrayList{ "bad(" + length(std::numeric_limits<qint32>::min()) + ')' };
        QTest::newRow("text instead") << QByteArray("hello, is there anybody?\n")
                                      << QByteArrayList{ "bad(hello, is there anybody?\n)" };
        QTest::newRow("cut in the length") << message("a") + "\x01" << QByteArrayList{ "good(a)", "bad(\x01)" };
        QTest::newRow("cut in the payload") << message("a") + message("bcd").chopped(1)
                                            << QByteArrayList{ "good(a)", "bad(" + message("bcd").chopped(1) + ')' };
    }

    void streams()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QByteArrayList, frames);
        const auto framer = Int32LeFraming().makeFramer(limit);
        const auto check = [&](const Frames &got) {
            QCOMPARE(described(got), frames);
            QCOMPARE(joinedWires(got), stream);
            QVERIFY(std::all_of(got.begin(), got.end(), isSound));
            QCOMPARE(framer->pendingBytes(), 0);
        };
        check(feedInPieces(*framer, stream, qMax<qsizetype>(1, stream.size())));
        check(feedInPieces(*framer, stream, 1));
        for (qsizetype cut = 0; cut <= stream.size(); ++cut)
            check(feedCutAt(*framer, stream, cut));
    }

    void outOfStepHoldsNothingBack()
    {
        const auto framer = Int32LeFraming().makeFramer(limit);
        QCOMPARE(framer->feed(length(-7) + "ab").size(), 1U);
        for (const QByteArray piece : { "c", "de", "\x01", "fgh" }) {
            const Frames frames = framer->feed(piece);
            QCOMPARE(frames.size(), 1U);
            QVERIFY(frames[0].malformed);
            QCOMPARE(frames[0].wire.toByteArray(), piece);
            QCOMPARE(framer->pendingBytes(), 0);
        }
        QVERIFY(framer->feed(QByteArray()).empty());
        QVERIFY(framer->finish().empty());
        QCOMPARE(described(framer->feed(message("afresh"))), QByteArrayList{ "good(afresh)" });
    }

    void badLengthAcrossChunksIsOneFrameEach()
    {
        const auto framer = Int32LeFraming().makeFramer(limit);
        QVERIFY(framer->feed(QByteArray("\xff\xff")).empty());
        QCOMPARE(framer->pendingBytes(), 2);
        const Frames frames = framer->feed(QByteArray("\xff\xffrest"));
        QCOMPARE(frames.size(), 1U);
        QCOMPARE(frames[0].wire.toByteArray(), QByteArray("\xff\xff\xff\xffrest"));
    }

    void sharesStorage()
    {
        const auto framer = Int32LeFraming().makeFramer(limit);
        const QByteArray chunk = message("one") + message("two") + message("three").chopped(1);
        const Frames frames = framer->feed(chunk);
        QCOMPARE(frames.size(), 2U);
        QVERIFY(frames[0].wire.data() == chunk.constData());
        QVERIFY(frames[1].wire.data() == chunk.constData() + 7);
        const QByteArray next = "e" + message("four");
        const Frames more = framer->feed(next);
        QCOMPARE(described(more), (QByteArrayList{ "good(three)", "good(four)" }));
        QVERIFY(more[1].wire.data() == next.constData() + 1);
    }

    void aLargeClaimAllocatesNothing()
    {
        const auto framer = Int32LeFraming().makeFramer();
        const size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
        QVERIFY(framer->feed(length(64 << 20) + "012345").empty());
        const size_t after = mallinfo2().uordblks + mallinfo2().hblkhd;
        QCOMPARE(framer->pendingBytes(), 10);
        QVERIFY(after < before + 65'536);
    }

    void oneMebibyteOneByteAtATime()
    {
        const QByteArray payload(1 << 20, 'm');
        const auto framer = Int32LeFraming().makeFramer();
        const Frames frames = feedInPieces(*framer, message(payload), 1);
        QCOMPARE(frames.size(), 1U);
        QCOMPARE(frames[0].payload().toByteArray(), payload);
    }

    void manySmallInOneChunk()
    {
        const auto framer = Int32LeFraming().makeFramer();
        const Frames frames = framer->feed(message("x").repeated(200'000));
        QCOMPARE(frames.size(), 200'000U);
    }

    void encodes()
    {
        const Int32LeFraming framing;
        const auto frame = framing.encode(QByteArray("test2"));
        QVERIFY(frame.has_value());
        QCOMPARE(frame->wire.toByteArray(), QByteArray("\x05\0\0\0test2", 9));
        QCOMPARE(frame->headSize, 4);
        QCOMPARE(frame->tailSize, 0);
        QCOMPARE(framing.encode(QByteArray())->wire.toByteArray(), QByteArray(4, '\0'));
        QVERIFY(framing.encode(QByteArray(limit, 'x'), limit).has_value());
        QCOMPARE(framing.encode(QByteArray(limit + 1, 'x'), limit).error().code, ErrorCode::MessageTooLarge);
    }

    void oddLimits()
    {
        QCOMPARE(described(Int32LeFraming().makeFramer(-5)->feed(message(""))), QByteArrayList{ "good()" });
        const auto framer = Int32LeFraming().makeFramer(std::numeric_limits<qsizetype>::max());
        QVERIFY(framer->feed(length(std::numeric_limits<qint32>::max())).empty());
        QCOMPARE(framer->pendingBytes(), 4);
    }
};

QTEST_GUILESS_MAIN(TestInt32LeFraming)

} // namespace tst_int32leframing

#include "tst_int32leframing.moc"
