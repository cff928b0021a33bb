// SPDX-License-Identifier: MIT
#include "models/conversation/messagesearch.h"
#include "support/madeconversation.h"
#include "support/testmain.h"

#include <QSignalSpy>

namespace tst_messagesearch {

using namespace pipeglass;
using models::MessageSearch;
using Direction = models::MessageSearch::Direction;

class TestMessageSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheNextOne_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("from");
        QTest::addColumn<Direction>("direction");
        QTest::addColumn<int>("found");
        QTest::addColumn<bool>("wrapped");
        const auto row = [](const char *name, const char *filter, int from, Direction direction, int found,
                            bool wrapped) {
            QTest::newRow(name) << QString::fromLatin1(filter) << from << direction << found << wrapped;
        };
        row("next", "text contains \"77\"", 0, Direction::Forward, 77, false);
        row("after the current one", "text contains \"77\"", 77, Direction::Forward, 177, false);
        row("previous", "text contains \"77\"", 177, Direction::Backward, 77, false);
        row("far", "text == \"1999\"", 3, Direction::Forward, 1999, false);
        row("far back", "text == \"0\"", 1999, Direction::Backward, 0, false);
        row("from the start again", "text == \"5\"", 6, Direction::Forward, 5, true);
        row("from the end again", "text == \"1500\"", 6, Direction::Backward, 1500, true);
        row("only the current one", "text == \"6\"", 6, Direction::Forward, 6, true);
        row("from nowhere", "from == client", 1'000'000, Direction::Forward, 0, true);
        row("number", "number == 100", 0, Direction::Forward, 99, false);
        row("latency", "latency == 1ms and number > 1200", 7, Direction::Forward, 1201, false);
        row("latency back", "latency == 1ms and number < 1200", 1900, Direction::Backward, 1197, false);
        row("nothing", "length > 9", 5, Direction::Forward, -1, false);
    }

    void findsTheNextOne()
    {
        QFETCH(QString, filter);
        QFETCH(int, from);
        QFETCH(Direction, direction);
        QFETCH(int, found);
        QFETCH(bool, wrapped);
        test::MadeConversation talk;
        talk.count(0, 2000);
        MessageSearch search;
        QSignalSpy results(&search, &MessageSearch::found);
        QSignalSpy nothing(&search, &MessageSearch::notFound);
        search.start(
            filter::Filter::parse(filter).value(), std::make_shared<conversation::MessageRange>(talk.recording),
            std::make_shared<conversation::MessageNumbers>(talk.recording), static_cast<quint64>(from), direction);
        QTRY_VERIFY(!search.isRunning());
        QCOMPARE(nothing.count(), found < 0 ? 1 : 0);
        if (found < 0)
            return;
        QCOMPARE(results.count(), 1);
        QCOMPARE(results[0][0].toInt(), found);
        QCOMPARE(results[0][1].toBool(), wrapped);
    }

    void aSearchCanBeStopped()
    {
        test::MadeConversation talk;
        talk.count(0, 2000);
        MessageSearch search;
        QSignalSpy results(&search, &MessageSearch::found);
        search.start(
            filter::Filter(), std::make_shared<conversation::MessageRange>(talk.recording),
            std::make_shared<conversation::MessageNumbers>(talk.recording), 0, Direction::Forward);
        search.stop();
        QVERIFY(!search.isRunning());
        QTest::qWait(30);
        QCOMPARE(results.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMessageSearch)

} // namespace tst_messagesearch

#include "tst_messagesearch.moc"
