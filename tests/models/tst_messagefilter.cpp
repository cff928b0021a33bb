// SPDX-License-Identifier: MIT
#include "models/conversation/conversationmodel.h"
#include "models/conversation/messagefilter.h"
#include "support/madeconversation.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace tst_messagefilter {

using namespace pipeglass;
using models::ConversationModel;
using models::MessageFilter;

/// A model that follows a filter, as in the window, under the model tester.
struct View {
    explicit View(const capture::RecordingPtr &recording)
        : filter(recording)
        , model(filter.list(), filter.numbers())
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        QObject::connect(
            &filter, &MessageFilter::listChanged, &model, [this] { model.setList(filter.list(), filter.numbers()); });
        QObject::connect(&filter, &MessageFilter::grew, &model, &ConversationModel::update);
    }

    void set(const QByteArray &text) { filter.setFilter(filter::Filter::parse(QString::fromLatin1(text)).value()); }
    /// Numbers of the shown messages; events are "".
    [[nodiscard]] QString shown() const
    {
        QStringList numbers;
        for (int row = 0; row < model.rowCount(); ++row)
            numbers += model.index(row, ConversationModel::Number).data().toString();
        return numbers.join(u' ');
    }

    MessageFilter filter;
    ConversationModel model;
    QAbstractItemModelTester tester;
};

class TestMessageFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsMatchesAlsoOfNewMessages()
    {
        test::MadeConversation talk;
        talk.event(capture::EventKind::Connected);
        talk.count(0, 6);
        View view(talk.recording);
        QCOMPARE(view.shown(), QStringLiteral(" 1 2 3 4 5 6"));
        view.set("from == server");
        QTRY_COMPARE(view.shown(), QStringLiteral("2 4 6"));
        talk.count(6, 10);
        view.filter.update();
        QTRY_COMPARE(view.shown(), QStringLiteral("2 4 6 8 10"));
        view.set("event");
        QTRY_COMPARE(view.model.rowCount(), 1);
        view.set("");
        QCOMPARE(view.model.rowCount(), 11);
    }

    void numbersAndLatenciesAreThoseOfTheWhole()
    {
        test::MadeConversation talk;
        talk.count(0, 3000);
        View view(talk.recording);
        view.filter.hideEarlier();
        QCOMPARE(view.model.rowCount(), 0);
        talk.count(3000, 3004);
        view.filter.update();
        QCOMPARE(view.shown(), QStringLiteral("3001 3002 3003 3004"));
        view.set("latency == 1ms and number > 3000");
        QTRY_COMPARE(view.shown(), QStringLiteral("3002 3004"));
        view.filter.showEarlier();
        QTRY_VERIFY(!view.filter.isRunning());
        QTRY_COMPARE(view.shown(), QStringLiteral("3002 3004"));
        view.set("");
        QCOMPARE(view.model.rowCount(), 3004);
    }

    void nothingArrivesDuringAPause_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::newRow("all") << QByteArray();
        QTest::newRow("filtered") << QByteArray("number > 0");
    }

    void nothingArrivesDuringAPause()
    {
        QFETCH(QByteArray, filter);
        test::MadeConversation talk;
        talk.count(0, 3);
        View view(talk.recording);
        view.set(filter);
        QTRY_COMPARE(view.shown(), QStringLiteral("1 2 3"));
        view.filter.setPaused(true);
        talk.count(3, 5);
        view.filter.update();
        QCOMPARE(view.filter.waiting(), 2U);
        QTRY_VERIFY(!view.filter.isRunning());
        QCOMPARE(view.shown(), QStringLiteral("1 2 3"));
        // Another filter during the pause does not end it.
        view.set("from == client");
        QTRY_COMPARE(view.shown(), QStringLiteral("1 3"));
        QTRY_VERIFY(!view.filter.isRunning());
        view.set(filter);
        QTRY_COMPARE(view.shown(), QStringLiteral("1 2 3"));
        view.filter.setPaused(false);
        QTRY_COMPARE(view.shown(), QStringLiteral("1 2 3 4 5"));
    }

    void clearingEmptiesWhatWaits()
    {
        test::MadeConversation talk;
        talk.count(0, 3);
        View view(talk.recording);
        view.filter.setPaused(true);
        talk.count(3, 5);
        view.filter.update();
        view.filter.hideEarlier();
        QCOMPARE(view.filter.waiting(), 0U);
        QCOMPARE(view.model.rowCount(), 0);
        view.filter.setPaused(false);
        QCOMPARE(view.model.rowCount(), 0);
        talk.count(5, 6);
        view.filter.update();
        QCOMPARE(view.shown(), QStringLiteral("6"));
    }

    /// A filter that is replaced while it runs leaves nothing behind.
    void aRunningFilterCanBeReplacedAndStopped()
    {
        test::MadeConversation talk;
        talk.count(0, 8'000);
        View view(talk.recording);
        for (const char *text : { "text contains \"9\"", "from == client", "text == \"77\"" })
            view.set(text);
        QTRY_VERIFY(!view.filter.isRunning());
        QCOMPARE(view.shown(), QStringLiteral("78"));
        view.set("text contains \"1\"");
        view.filter.stop();
        QVERIFY(view.filter.isStopped() && !view.filter.isRunning());
        view.filter.resume();
        QTRY_VERIFY_WITH_TIMEOUT(!view.filter.isRunning(), 20'000);
        int expected = 0;
        for (int number = 0; number < 8'000; ++number)
            expected += QByteArray::number(number).contains('1') ? 1 : 0;
        QCOMPARE(view.model.rowCount(), expected);
        QCOMPARE(view.filter.percentTested(), 100);
    }

    void rowsOfItems()
    {
        test::MadeConversation talk;
        talk.count(0, 10);
        View view(talk.recording);
        view.set("from == server");
        QTRY_COMPARE(view.model.rowCount(), 5);
        QCOMPARE(view.model.rowOf(3), 1);
        QCOMPARE(view.model.rowOf(4), -1);
        QCOMPARE(view.model.list()->firstFrom(4), 2U);
        QCOMPARE(view.model.list()->firstFrom(100), 5U);
        QCOMPARE(view.filter.numbers()->item(4), std::optional<quint64>(3));
        QVERIFY(!view.filter.numbers()->item(11));
        QVERIFY(!view.filter.numbers()->item(0));
    }
};

QTEST_GUILESS_MAIN(TestMessageFilter)

} // namespace tst_messagefilter

#include "tst_messagefilter.moc"
