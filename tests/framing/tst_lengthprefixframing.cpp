// SPDX-License-Identifier: MIT
#include "framing/feeding.h"
#include "framing/framingregistry.h"
#include "support/testmain.h"

#include <QtEndian>

#include <limits>

#include <malloc.h>

namespace tst_lengthprefixframing {

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

class TestLengthPrefixFraming : public QObject {
    Q_OBJECT

    FramingRegistry m_framings;
    FramingPtr m_framing = m_framings.find("int32le");

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

    void streams() { test::checkStream(*m_framing, limit); }

    void outOfSyncHoldsNothingBack()
    {
        const auto framer = m_framing->makeFramer(Side::Client, limit);
        QCOMPARE(framer->feed(length(-7) + "ab").size(), 1U);
        for (const QByteArray piece : { "c", "de", "\x01", "fgh" }) {
            const Frames frames = framer->feed(piece);
            QCOMPARE(frames.size(), 1U);
            QVERIFY(frames[0].isMalformed());
            QCOMPARE(frames[0].wire.toByteArray(), piece);
            QCOMPARE(framer->pendingBytes(), 0);
        }
        QVERIFY(framer->feed(QByteArray()).empty());
        QVERIFY(framer->finish().empty());
        QCOMPARE(described(framer->feed(message("afresh"))), QByteArrayList{ "good(afresh)" });
    }

    void badLengthAcrossChunksIsOneFrameEach()
    {
        const auto framer = m_framing->makeFramer(Side::Client, limit);
        QVERIFY(framer->feed(QByteArray("\xff\xff")).empty());
        QCOMPARE(framer->pendingBytes(), 2);
        const Frames frames = framer->feed(QByteArray("\xff\xffrest"));
        QCOMPARE(frames.size(), 1U);
        QCOMPARE(frames[0].wire.toByteArray(), QByteArray("\xff\xff\xff\xffrest"));
    }

    void sharesStorage()
    {
        const auto framer = m_framing->makeFramer(Side::Client, limit);
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

    void largeLengthAllocatesNothing()
    {
        const auto framer = m_framing->makeFramer(Side::Client);
        const size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
        QVERIFY(framer->feed(length(64 << 20) + "012345").empty());
        const size_t after = mallinfo2().uordblks + mallinfo2().hblkhd;
        QCOMPARE(framer->pendingBytes(), 10);
        QVERIFY(after < before + 65'536);
    }

    void oneMebibyteOneByteAtATime()
    {
        const QByteArray payload(1 << 20, 'm');
        const auto framer = m_framing->makeFramer(Side::Client);
        const Frames frames = feedInPieces(*framer, message(payload), 1);
        QCOMPARE(frames.size(), 1U);
        QCOMPARE(frames[0].payload().toByteArray(), payload);
    }

    void manySmallInOneChunk()
    {
        const auto framer = m_framing->makeFramer(Side::Client);
        const Frames frames = framer->feed(message("x").repeated(200'000));
        QCOMPARE(frames.size(), 200'000U);
    }

    void encodes()
    {
        const Framing &framing = *m_framing;
        const auto frame = framing.encode(QByteArray("test2"), Side::Client);
        QVERIFY(frame.has_value());
        QCOMPARE(frame->wire.toByteArray(), QByteArray("\x05\0\0\0test2", 9));
        QCOMPARE(frame->headSize, 4);
        QCOMPARE(frame->tailSize, 0);
        QCOMPARE(framing.encode(QByteArray(), Side::Client)->wire.toByteArray(), QByteArray(4, '\0'));
        QVERIFY(framing.encode(QByteArray(limit, 'x'), Side::Client, limit).has_value());
        QCOMPARE(
            framing.encode(QByteArray(limit + 1, 'x'), Side::Client, limit).error().code, ErrorCode::MessageTooLarge);
    }

    void presets_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("wire"); ///< of "ab"
        QTest::addColumn<QByteArray>("negative"); ///< all bits set
        QTest::addColumn<FrameProblem>("problem");
        const auto row = [](const char *id, const char *hex, FrameProblem problem) {
            const QByteArray head = QByteArray::fromHex(hex);
            QTest::newRow(id) << QByteArray(id) << head + "ab" << QByteArray(head.size(), '\xff') << problem;
        };
        row("int32le", "02000000", FrameProblem::InvalidLength);
        row("int32be", "00000002", FrameProblem::InvalidLength);
        row("uint32le", "02000000", FrameProblem::TooLarge);
        row("uint32be", "00000002", FrameProblem::TooLarge);
        row("uint16le", "0200", FrameProblem::TooLarge);
        row("uint16be", "0002", FrameProblem::TooLarge);
        row("int64le", "0200000000000000", FrameProblem::InvalidLength);
    }

    void presets()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, wire);
        QFETCH(QByteArray, negative);
        QFETCH(FrameProblem, problem);
        const FramingPtr framing = m_framings.find(id);
        QCOMPARE(framing->encode(QByteArray("ab"), Side::Client)->wire.toByteArray(), wire);
        const auto framer = framing->makeFramer(Side::Server, limit);
        const Frames frames = feedInPieces(*framer, wire + negative + "x", 1);
        QCOMPARE(frames.size(), 3U);
        QCOMPARE(frames[0].payload().toByteArray(), QByteArray("ab"));
        QCOMPARE(frames[1].problem, problem);
        QCOMPARE(frames[2].problem, FrameProblem::OutOfSync);
        QVERIFY(framer->feed(wire.chopped(1)).empty());
        QCOMPARE(framer->awaitedBytes(), wire.size());
        QCOMPARE(framer->finish()[0].problem, FrameProblem::Incomplete);
    }

    void lengthIsLimitedByItsWidth()
    {
        const FramingPtr framing = m_framings.find("uint16be");
        QVERIFY(framing->encode(QByteArray(65'535, 'x'), Side::Client).has_value());
        QCOMPARE(framing->encode(QByteArray(65'536, 'x'), Side::Client).error().code, ErrorCode::MessageTooLarge);
    }

    void oddLimits()
    {
        QCOMPARE(described(m_framing->makeFramer(Side::Client, -5)->feed(message(""))), QByteArrayList{ "good()" });
        const auto framer = m_framing->makeFramer(Side::Client, std::numeric_limits<qsizetype>::max());
        QVERIFY(framer->feed(length(std::numeric_limits<qint32>::max())).empty());
        QCOMPARE(framer->pendingBytes(), 4);
    }
};

QTEST_GUILESS_MAIN(TestLengthPrefixFraming)

} // namespace tst_lengthprefixframing

#include "tst_lengthprefixframing.moc"
