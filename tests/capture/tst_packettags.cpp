// SPDX-License-Identifier: MIT
#include "capture/format/packettags.h"
#include "support/testmain.h"

namespace tst_packettags {

using namespace pipeglass;
using namespace pipeglass::capture;

class TestPacketTags : public QObject {
    Q_OBJECT

    static void compare(const PacketTags &got, const PacketTags &tags)
    {
        QCOMPARE(got.from, tags.from);
        QCOMPARE(got.problem, tags.problem);
        QCOMPARE(got.moreFollows, tags.moreFollows);
        QCOMPARE(got.continued, tags.continued);
        QVERIFY(got.event == tags.event);
        QCOMPARE(got.head.toByteArray(), tags.head.toByteArray());
        QCOMPARE(got.tail.toByteArray(), tags.tail.toByteArray());
    }

private Q_SLOTS:
    void roundTrip()
    {
        const QByteArray head(maxHeadSize, 'h');
        const QByteArray tail(maxTailSize, 't');
        for (unsigned bits = 0; bits < 64; ++bits) {
            PacketTags tags;
            tags.from = (bits & 1U) != 0 ? Side::Client : Side::Server;
            if ((bits & 2U) != 0)
                tags.problem = FrameProblem::TooLarge;
            tags.moreFollows = (bits & 4U) != 0;
            tags.continued = (bits & 8U) != 0;
            if ((bits & 16U) != 0)
                tags.event = EventKind::Refused;
            tags.head = QByteArrayView(head).first((bits & 32U) != 0 ? head.size() : bits % 5);
            tags.tail = QByteArrayView(tail).first((bits & 32U) != 0 ? tail.size() : bits % 3);
            const QByteArray bytes = encodeTags(tags);
            QCOMPARE(bytes.size() % 4, 0);
            QVERIFY(bytes.size() < 0x1000);
            const auto decoded = decodeTags(bytes + "payload");
            QVERIFY(decoded.has_value());
            QCOMPARE(decoded->size, bytes.size());
            compare(decodeTags(bytes)->tags, tags);
        }
    }

    void cutAnywhereIsRefused()
    {
        PacketTags tags;
        tags.head = "\x05\0\0\0";
        tags.info = "an event";
        const QByteArray bytes = encodeTags(tags);
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(!decodeTags(bytes.first(size)));
    }

    void withoutOurTagItIsRefused()
    {
        QVERIFY(!decodeTags(QByteArray(
            "\0\x0c\0\x04"
            "data\0\0\0\0",
            12)));
        QVERIFY(!decodeTags(QByteArrayView()));
    }

    void refusesInvalidSizes()
    {
        PacketTags tags;
        tags.head = "head";
        const QByteArray good = encodeTags(tags);
        const qsizetype ours = good.indexOf("\x50\x47");
        QVERIFY(ours > 0);
        for (const qsizetype at : { ours + 2, ours + 4 + 2, ours + 4 + 4 }) { // tag, head, tail
            QByteArray lie = good;
            lie[at] = '\x70';
            QVERIFY(!decodeTags(lie));
        }
    }

    void numbersOfLaterVersionsAreUnderstood()
    {
        PacketTags tags;
        tags.event = EventKind::Closed;
        tags.problem = FrameProblem::TooLarge;
        QByteArray later = encodeTags(tags);
        const qsizetype ours = later.indexOf("\x50\x47");
        later[ours + 5] = '\x70'; // kind of event
        later[ours + 10] = '\x70'; // problem
        QCOMPARE(*decodeTags(later)->tags.event, EventKind::Note);
        QCOMPARE(decodeTags(later)->tags.problem, FrameProblem::Unspecified);
    }

    void longInfoIsCut()
    {
        const QByteArray info(5000, 'i');
        PacketTags tags;
        tags.info = info;
        QVERIFY(encodeTags(tags).size() < 300);
    }
};

QTEST_GUILESS_MAIN(TestPacketTags)

} // namespace tst_packettags

#include "tst_packettags.moc"
