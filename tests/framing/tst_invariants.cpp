// SPDX-License-Identifier: MIT
#include "framing/feeding.h"
#include "framing/samples.h"
#include "support/testmain.h"

#include <QRandomGenerator>

namespace tst_invariants {

using namespace pipeglass;
using namespace pipeglass::framing;
using namespace pipeglass::test;

constexpr qsizetype limit = 300;

/// A mix of messages of this framing and random bytes with special values.
QByteArray randomStream(QRandomGenerator &random, const Framing &framing)
{
    QByteArray stream;
    for (int part = 0; part < 20; ++part) {
        QByteArray bytes(random.bounded(40), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = "\0\0\0\x01\x03\r\n\n\xff"
                   "a"[random.bounded(10)];
        if (random.bounded(2) == 0)
            bytes = samplePayload(framing.id(), random);
        const auto frame = framing.encode(bytes, Side::Client, limit);
        stream += frame && random.bounded(12) != 0 ? frame->wire.toByteArray() : bytes;
    }
    return stream;
}

Frames feedAtRandom(QRandomGenerator &random, Framer &framer, const QByteArray &stream)
{
    Frames frames;
    for (qsizetype at = 0; at < stream.size();) {
        const qsizetype size = qMin<qsizetype>(random.bounded(1, random.bounded(4) == 0 ? 200 : 6), stream.size() - at);
        append(frames, framer.feed(Slice(stream, at, size)));
        at += size;
    }
    append(frames, framer.finish());
    return frames;
}

/// Properties of all framings, with random streams and chunks (fixed seed, so failures are reproducible).
class TestInvariants : public QObject {
    Q_OBJECT

    FramingRegistry m_framings;

    void eachFraming()
    {
        QTest::addColumn<QByteArray>("id");
        for (const FramingPtr &framing : m_framings.all())
            QTest::newRow(framing->id().constData()) << framing->id();
    }

private Q_SLOTS:
    void joinedWiresAreTheStream_data() { eachFraming(); }
    void joinedWiresAreTheStream()
    {
        QFETCH(QByteArray, id);
        QRandomGenerator random(20261124);
        const FramingPtr framing = m_framings.find(id);
        const auto framer = framing->makeFramer(Side::Client, limit);
        for (int round = 0; round < 1000; ++round) {
            const QByteArray stream = randomStream(random, *framing);
            const Frames frames = feedAtRandom(random, *framer, stream);
            QCOMPARE(joinedWires(frames), stream);
            QVERIFY(std::all_of(frames.begin(), frames.end(), isSound));
            QCOMPARE(framer->pendingBytes(), 0);
        }
    }

    /// The boundaries of chunks do not affect the messages.
    void piecesDoNotMatter_data() { eachFraming(); }
    void piecesDoNotMatter()
    {
        QFETCH(QByteArray, id);
        QRandomGenerator random(7);
        const FramingPtr framing = m_framings.find(id);
        const auto framer = framing->makeFramer(Side::Client, limit);
        for (int round = 0; round < 400; ++round) {
            const QByteArray stream = randomStream(random, *framing);
            Frames whole = framer->feed(stream);
            append(whole, framer->finish());
            QCOMPARE(described(feedAtRandom(random, *framer, stream)), described(whole));
        }
    }

    void roundTrip_data() { eachFraming(); }
    void roundTrip()
    {
        QFETCH(QByteArray, id);
        QRandomGenerator random(3);
        const FramingPtr framing = m_framings.find(id);
        const auto framer = framing->makeFramer(Side::Client, limit);
        int encoded = 0;
        for (int round = 0; round < 3000; ++round) {
            QByteArray payload(random.bounded(24), Qt::Uninitialized);
            for (char &byte : payload)
                byte = random.bounded(3) == 0 ? "\r\n\0"[random.bounded(3)] : static_cast<char>(random.bounded(256));
            if (round % 3 == 0)
                payload = samplePayload(id, random);
            const auto frame = framing->encode(payload, Side::Client, limit);
            if (!frame) {
                QVERIFY(round % 3 != 0);
                continue;
            }
            ++encoded;
            (void)framer->takePending();
            const Frames frames = framer->feed(frame->wire);
            QCOMPARE(frames.size(), 1U);
            QCOMPARE(frames[0].payload().toByteArray(), payload);
            QCOMPARE(frames[0].headSize, frame->headSize);
            QCOMPARE(frames[0].tailSize, frame->tailSize);
            QVERIFY(!frames[0].isMalformed());
        }
        QVERIFY(encoded > 500);
    }

    void endlessStreamsAreBounded_data() { eachFraming(); }
    void endlessStreamsAreBounded()
    {
        QFETCH(QByteArray, id);
        checkEndlessStreams(*m_framings.find(id), limit);
    }

    /// Every byte is either returned or counted as pending.
    void pendingCountsWhatIsHeld_data() { eachFraming(); }
    void pendingCountsWhatIsHeld()
    {
        QFETCH(QByteArray, id);
        QRandomGenerator random(11);
        const FramingPtr framing = m_framings.find(id);
        const auto framer = framing->makeFramer(Side::Client, limit);
        for (int round = 0; round < 30; ++round) {
            const QByteArray stream = randomStream(random, *framing);
            qsizetype out = 0;
            for (qsizetype at = 0; at < stream.size(); ++at) {
                for (const Frame &frame : framer->feed(Slice(stream, at, 1)))
                    out += frame.wire.size();
                QCOMPARE(out + framer->pendingBytes(), at + 1);
                QVERIFY(framer->awaitedBytes() == 0 || framer->awaitedBytes() > framer->pendingBytes());
            }
            // Another framing would continue with exactly the pending bytes.
            QCOMPARE(framer->takePending().toByteArray(), stream.sliced(out));
            QCOMPARE(framer->pendingBytes(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestInvariants)

} // namespace tst_invariants

#include "tst_invariants.moc"
