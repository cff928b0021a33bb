// SPDX-License-Identifier: MIT
#include "conversation/trafficoverview.h"
#include "support/madeconversation.h"
#include "support/testmain.h"

namespace tst_trafficoverview {

using namespace pipeglass;
using conversation::TrafficOverview;

class TestTrafficOverview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Nothing gets lost when parts are joined, and their number is bounded.
    void everythingIsInAPart()
    {
        test::MadeConversation talk;
        TrafficOverview overview(talk.recording);
        PerSide<quint64> bytes;
        constexpr int messages = 6000;
        for (int i = 0; i < messages; ++i) {
            const Side from = i % 3 == 0 ? Side::Server : Side::Client;
            bytes[from] += static_cast<quint64>(i % 7);
            talk.say(QByteArray(i % 7, 'x'), from, i == 4321 ? FrameProblem::InvalidLength : FrameProblem::None);
            if (i % 1000 == 0)
                while (overview.examine(77)) { }
        }
        talk.event(capture::EventKind::Closed);
        while (overview.examine(1000)) { }
        QCOMPARE(overview.examined(), quint64{ messages + 1 });
        QVERIFY(overview.parts().size() <= TrafficOverview::maxParts);
        QCOMPARE(overview.itemsPerPart(), 4U);
        PerSide<quint64> found;
        quint32 events = 0;
        for (const TrafficOverview::Part &part : overview.parts()) {
            for (const Side side : { Side::Client, Side::Server })
                found[side] += part.bytes[side];
            events += part.events;
        }
        QCOMPARE(found.client, bytes.client);
        QCOMPARE(found.server, bytes.server);
        QCOMPARE(events, 1U);
        QCOMPARE(overview.parts()[4321 / 4].malformed, 1U);
    }

    /// A pause takes its share of the time, however few messages are around it.
    void partsOfEqualTime()
    {
        test::MadeConversation talk;
        talk.count(0, 100); // one a millisecond
        talk.time += 100'000;
        talk.say("late", Side::Server, FrameProblem::InvalidLength);
        TrafficOverview overview(talk.recording);
        while (overview.examine(7)) { }
        QCOMPARE(overview.begin(), qint64{ 1'000'000 });
        QCOMPARE(overview.end(), qint64{ 100'101'000'000 });
        const std::vector<TrafficOverview::Part> &parts = overview.timeParts();
        QVERIFY(parts.size() <= TrafficOverview::maxParts && parts.size() > TrafficOverview::maxParts / 2);
        QCOMPARE(
            static_cast<qint64>(parts.size()), (overview.end() - overview.begin()) / overview.nanosecondsPerPart() + 1);
        QCOMPARE(parts.back().bytes.server, 4U);
        QCOMPARE(parts.back().malformed, 1U);
        QCOMPARE(parts[parts.size() / 2].bytes, PerSide<quint64>());
        quint64 bytes = 0;
        for (const TrafficOverview::Part &part : parts)
            bytes += part.bytes.client + part.bytes.server;
        QCOMPARE(bytes, 190U + 4U);
    }
};

QTEST_GUILESS_MAIN(TestTrafficOverview)

} // namespace tst_trafficoverview

#include "tst_trafficoverview.moc"
