// SPDX-License-Identifier: MIT
#include "framing/families/rawframing.h"
#include "framing/feeding.h"
#include "support/testmain.h"

namespace tst_rawframing {

using namespace pipeglass;
using namespace pipeglass::framing;
using namespace pipeglass::test;

class TestRawFraming : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachFeedIsAFrame()
    {
        const auto framer = RawFraming().makeFramer(Side::Client);
        const QByteArray chunk("some\nbytes");
        const Frames frames = framer->feed(chunk);
        QCOMPARE(described(frames), QByteArrayList{ "rest(some\nbytes)" });
        QVERIFY(frames[0].wire.data() == chunk.constData());
        QCOMPARE(framer->pendingBytes(), 0);
        QVERIFY(framer->feed(QByteArray()).empty());
        QVERIFY(framer->finish().empty());
    }

    void theLimitDoesNotCutTheStream()
    {
        QCOMPARE(
            described(RawFraming().makeFramer(Side::Client, 2)->feed(QByteArray("abc"))),
            QByteArrayList{ "rest(abc)" });
    }

    void encodes()
    {
        const QByteArray payload("ab\0c", 4);
        const auto frame = RawFraming().encode(payload, Side::Client);
        QVERIFY(frame.has_value());
        QCOMPARE(frame->wire.toByteArray(), payload);
        QVERIFY(frame->wire.data() == payload.constData());
        QCOMPARE(frame->headSize + frame->tailSize, 0);
        QCOMPARE(RawFraming().encode(payload, Side::Client, 3).error().code, ErrorCode::MessageTooLarge);
        QCOMPARE(RawFraming().encode(QByteArray(), Side::Client).error().code, ErrorCode::MessageNotEncodable);
    }
};

QTEST_GUILESS_MAIN(TestRawFraming)

} // namespace tst_rawframing

#include "tst_rawframing.moc"
