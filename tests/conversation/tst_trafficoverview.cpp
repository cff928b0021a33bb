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
};

QTEST_GUILESS_MAIN(TestTrafficOverview)

} // namespace tst_trafficoverview

#include "tst_trafficoverview.moc"
