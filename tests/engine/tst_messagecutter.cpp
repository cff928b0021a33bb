// SPDX-License-Identifier: MIT
#include "engine/shaping/messagecutter.h"
#include "support/framings.h"
#include "support/testmain.h"

#include <algorithm>

namespace tst_messagecutter {

using namespace pipeglass;
using namespace pipeglass::test;
using engine::MessageCutter;

class TestMessageCutter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsWholeMessagesFromAnyPlace_data()
    {
        QTest::addColumn<QByteArray>("framing");
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArrayList>("messages");
        const QByteArray large(MessageCutter::longest + 100, 'l');
        QTest::newRow("lengths") << QByteArray("int32le") << framed("one") + framed("") + framed("three")
                                 << QByteArrayList{ "one", "", "three" };
        QTest::newRow("lines") << QByteArray("line") << QByteArray("one\ntwo\n") << QByteArrayList{ "one", "two" };
        QTest::newRow("malformed") << QByteArray("int32le") << framed("one") + QByteArray(8, '\xff')
                                   << QByteArrayList{ "one" };
        QTest::newRow("longer than is held, with a length")
            << QByteArray("int32le") << framed(large) + framed("after") << QByteArrayList{ "after" };
        QTest::newRow("longer than is held, with a delimiter") << QByteArray("line") << large + "\nafter\n"
                                                               << QByteArrayList{ "after" };
        QTest::newRow("cut off") << QByteArray("int32le") << framed("one") + framed("other").chopped(2)
                                 << QByteArrayList{ "one" };
    }

    /// Whatever has passed before and however it comes: no byte is lost, and messages are whole.
    void cutsWholeMessagesFromAnyPlace()
    {
        QFETCH(QByteArray, framing);
        QFETCH(QByteArray, stream);
        QFETCH(QByteArrayList, messages);
        const auto with = framings().find(framing);
        const qsizetype step = stream.size() < 1000 ? 1 : 65'521;
        for (qsizetype begun = 0; begun < qMin<qsizetype>(7, stream.size()); ++begun) {
            // Only the start of the first message may have passed.
            auto framer = with->makeFramer(Side::Client);
            if (!framer->feed(stream.first(begun)).empty())
                break;
            MessageCutter cutter(*with, Side::Client, framing::defaultLimit, stream.first(begun));
            QByteArray out;
            QByteArrayList whole;
            qint64 most = 0;
            for (qsizetype at = begun; at < stream.size(); at += step) {
                for (const auto &piece : cutter.feed(Slice(stream, at, qMin(step, stream.size() - at)))) {
                    out += piece.frame.wire.toByteArray();
                    if (piece.isMessage)
                        whole += piece.frame.payload().toByteArray();
                }
                most = std::max(most, cutter.heldBytes());
            }
            out += cutter.takeRest().toByteArray();
            QVERIFY(out == stream.sliced(begun));
            QVERIFY(most <= MessageCutter::longest);
            const bool beganWithin = begun > 0 && messages.first() != QByteArray("after");
            QCOMPARE(whole, beganWithin ? messages.sliced(1) : messages);
        }
    }

    void aMessageThatWasGivenUpComesOut()
    {
        for (const qsizetype held : { 2, 6 }) { // within the length, and behind it
            const QByteArray stream = framed("given up") + framed("next");
            MessageCutter cutter(*framings().find("int32le"), Side::Client, framing::defaultLimit, {});
            QVERIFY(cutter.feed(stream.first(held)).empty());
            QCOMPARE(cutter.giveUpMessage().frame.wire.toByteArray(), stream.first(held));
            const auto pieces = cutter.feed(stream.sliced(held));
            QCOMPARE(pieces.size(), size_t{ 2 });
            QVERIFY(!pieces.front().isMessage);
            QVERIFY(pieces.back().isMessage);
            QCOMPARE(pieces.back().frame.payload().toByteArray(), QByteArray("next"));
        }
    }
};

QTEST_GUILESS_MAIN(TestMessageCutter)

} // namespace tst_messagecutter

#include "tst_messagecutter.moc"
