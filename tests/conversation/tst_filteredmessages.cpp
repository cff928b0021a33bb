// SPDX-License-Identifier: MIT
#include "capture/recording.h"
#include "conversation/filteredmessages.h"
#include "support/testmain.h"

namespace tst_filteredmessages {

using namespace pipeglass;
using namespace pipeglass::capture;
using conversation::FilteredMessages;

class TestFilteredMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWasAdded()
    {
        const auto recording = Recording::create().value();
        const ConnectionId id = recording->addConnection({}).value();
        for (const char *payload : { "zero", "one", "two" })
            QVERIFY(recording->append({ { 1 }, id, Side::Server, FrameProblem::None, QByteArray(payload), 0, 0 }));
        QVERIFY(recording->append(Event{ { 2 }, id, EventKind::Closed, Side::Client }));
        FilteredMessages some(recording);
        QCOMPARE(some.count(), 0U);
        some.add(1);
        some.add(3);
        QCOMPARE(some.count(), 2U);
        QCOMPARE(some.read(0).value().payload().toByteArray(), QByteArray("one"));
        QCOMPARE(some.payloadStart(0, 2).value(), QByteArray("on"));
        QVERIFY(some.summary(0).from == Side::Server);
        QCOMPARE(some.event(1).value().kind, EventKind::Closed);
        QCOMPARE(some.sourceNumber(1), 3U);
        QVERIFY(some.connection(id).has_value());
    }
};

QTEST_GUILESS_MAIN(TestFilteredMessages)

} // namespace tst_filteredmessages

#include "tst_filteredmessages.moc"
