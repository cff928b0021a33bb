// SPDX-License-Identifier: MIT
#include "app/settings.h"
#include "conversation/colourrulesdialog.h"
#include "conversation/conversationtable.h"
#include "conversation/filterbar.h"
#include "conversation/messagecolumns.h"
#include "conversation/messagespane.h"
#include "conversation/overviewstrip.h"
#include "conversation/viewsettings.h"
#include "models/conversation/conversationmodel.h"
#include "models/conversation/messagefilter.h"
#include "models/livemessages.h"
#include "support/madeconversation.h"
#include "support/testmain.h"
#include "widgets/expressionfield.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

namespace tst_messagespane {

using namespace pipeglass;
using models::ConversationModel;
using ui::MessagesPane;

/// A pane that shows a made conversation.
struct Shown {
    explicit Shown(int messages, ui::Settings *store = nullptr)
        : settings(store)
    {
        talk.count(0, messages);
        live = std::make_unique<models::LiveMessages>(talk.recording);
        pane.resize(900, 400);
        pane.start(
            live.get(), std::make_shared<const decoding::DecoderRegistry>(), &settings, QStringLiteral("nothing yet"));
        pane.show();
        if (!QTest::qWaitForWindowActive(&pane))
            qWarning("the window is not active");
    }

    void more(int first, int end)
    {
        talk.count(first, end);
        live->update();
    }
    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return pane.findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] ui::ExpressionField *field() const { return find<ui::ExpressionField>("messageFilter"); }
    void type(const char *text) const
    {
        field()->setFocus();
        field()->clear();
        QTest::keyClicks(field(), QString::fromLatin1(text));
        field()->findChild<QCompleter *>()->popup()->hide();
        QTest::keyClick(field(), Qt::Key_Return);
    }
    [[nodiscard]] ui::OverviewStrip *strip() const { return pane.findChild<ui::OverviewStrip *>(); }
    [[nodiscard]] QString number(int row) const
    {
        return pane.model()->index(row, ConversationModel::Number).data().toString();
    }

    test::MadeConversation talk;
    ui::ViewSettings settings;
    std::unique_ptr<models::LiveMessages> live;
    MessagesPane pane;
};

class TestMessagesPane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filtersWhileTheListGrows()
    {
        Shown s(10);
        s.type("from == server and number > 4");
        QTRY_COMPARE(s.pane.model()->rowCount(), 3);
        QCOMPARE(s.number(0), QStringLiteral("6"));
        QCOMPARE(s.find<QLabel>("messageCount")->text(), QStringLiteral("3 of 10"));
        s.more(10, 20);
        QTRY_COMPARE(s.pane.model()->rowCount(), 8);
        QVERIFY(s.pane.table()->hasFocus()); // Enter moves it to the list
        s.field()->setFocus();
        QTest::keyClick(s.field(), Qt::Key_Escape);
        QTRY_COMPARE(s.pane.model()->rowCount(), 20);
        QVERIFY(s.field()->text().isEmpty());
    }

    void saysWhatIsWrong()
    {
        Shown s(10);
        auto *problem = s.find<QLabel>("filterProblem");
        QVERIFY(!problem->isVisible());
        s.type("from == nobody");
        QTRY_VERIFY(problem->isVisible());
        QCOMPARE(problem->text(), QStringLiteral("Expected client or server."));
        QVERIFY(s.field()->hasFocus());
        QCOMPARE(s.pane.model()->rowCount(), 10); // the last valid filter remains
        s.type("from == client");
        QTRY_COMPARE(s.pane.model()->rowCount(), 5);
        QVERIFY(!problem->isVisible());
    }

    void completesWords()
    {
        Shown s(1);
        s.field()->setFocus();
        QTest::keyClicks(s.field(), QStringLiteral("fr"));
        const QAbstractItemView *popup = s.field()->findChild<QCompleter *>()->popup();
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(s.field(), Qt::Key_Tab);
        QCOMPARE(s.field()->text(), QStringLiteral("from "));
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(s.field(), Qt::Key_Tab);
        QTest::keyClick(s.field(), Qt::Key_Tab);
        QCOMPARE(s.field()->text(), QStringLiteral("from == client "));
    }

    void anEmptyViewSaysWhy()
    {
        Shown s(3);
        QList<QLabel *> texts = s.pane.table()->viewport()->findChildren<QLabel *>();
        QCOMPARE(texts.size(), 1);
        QVERIFY(!texts[0]->isVisible());
        s.type("text == \"x\"");
        QTRY_VERIFY(texts[0]->text().startsWith(QStringLiteral("No message matches")));
        QVERIFY(texts[0]->isVisible());
        s.type("");
        s.pane.clearView();
        QVERIFY(texts[0]->text().startsWith(QStringLiteral("The view was cleared")));
        s.find<QToolButton>("showEarlier")->click();
        QCOMPARE(s.pane.model()->rowCount(), 3);
    }

    void theChosenMessageStaysChosen()
    {
        Shown s(1000);
        QSignalSpy chosen(&s.pane, &MessagesPane::itemChosen);
        s.pane.table()->choose(501);
        QCOMPARE(chosen.last()[0].toULongLong(), 501U);
        s.type("from == server");
        QTRY_COMPARE(s.pane.table()->currentIndex().row(), 250);
        s.type("from == client"); // hides it
        QTRY_COMPARE(s.number(3), QStringLiteral("7"));
        s.type("");
        QTRY_COMPARE(s.pane.table()->currentIndex().row(), 501);
        QVERIFY(
            s.pane.table()->visualRect(s.pane.table()->currentIndex()).intersects(s.pane.table()->viewport()->rect()));
    }

    void followsTheEndUntilOneScrollsUp()
    {
        Shown s(200);
        const QScrollBar *bar = s.pane.table()->verticalScrollBar();
        QTRY_VERIFY(s.pane.table()->isFollowing());
        s.more(200, 300);
        QVERIFY(s.pane.table()->isFollowing());
        s.pane.table()->verticalScrollBar()->setValue(50);
        s.more(300, 400);
        QCOMPARE(bar->value(), 50);
        auto *newest = s.find<QToolButton>("newest");
        QTRY_VERIFY(newest->isVisible());
        newest->click();
        QVERIFY(s.pane.table()->isFollowing() && !newest->isVisible());
    }

    void findsWithoutFiltering()
    {
        Shown s(300);
        s.pane.openFind();
        auto *field = s.find<ui::ExpressionField>("findExpression");
        field->take(QStringLiteral("text contains \"77\""));
        s.pane.table()->choose(0);
        s.pane.findNext();
        QTRY_COMPARE(s.pane.table()->currentIndex().row(), 77);
        s.pane.findNext();
        QTRY_COMPARE(s.pane.table()->currentIndex().row(), 177);
        s.pane.findPrevious();
        QTRY_COMPARE(s.pane.table()->currentIndex().row(), 77);
        s.pane.findPrevious();
        QTRY_COMPARE(s.pane.table()->currentIndex().row(), 277);
        QCOMPARE(s.find<QLabel>("findState")->text(), QStringLiteral("from the other end"));
        field->take(QStringLiteral("length > 100"));
        s.pane.findNext();
        QTRY_COMPARE(s.find<QLabel>("findState")->text(), QStringLiteral("no match"));
        QCOMPARE(s.pane.model()->rowCount(), 300);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
    }

    void goesToANumber()
    {
        Shown s(100);
        s.pane.askForNumber();
        auto *dialog = s.pane.findChild<QInputDialog *>();
        QVERIFY(dialog != nullptr);
        dialog->setIntValue(42);
        dialog->accept();
        QTRY_COMPARE(s.pane.table()->currentIndex().row(), 41);
        s.type("from == client");
        QTRY_COMPARE(s.pane.model()->rowCount(), 50);
        s.pane.askForNumber();
        s.pane.findChildren<QInputDialog *>().last()->setIntValue(60); // hidden: the next one that is shown
        s.pane.findChildren<QInputDialog *>().last()->accept();
        QTRY_COMPARE(s.number(s.pane.table()->currentIndex().row()), QStringLiteral("61"));
    }

    void copiesTheSelectedMessages()
    {
        Shown s(12);
        QApplication::clipboard()->clear();
        s.pane.table()->setFocus();
        s.pane.table()->choose(9);
        QTest::keyClick(s.pane.table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(s.pane.selectedItems(), (std::vector<quint64>{ 9, 10 }));
        s.pane.copySelected(models::CopyFormat::Text);
        QTRY_COMPARE(QApplication::clipboard()->text(), QStringLiteral("9\n10"));
        // New messages do not take the selection away.
        s.more(12, 14);
        QCOMPARE(s.pane.selectedItems().size(), size_t{ 2 });
        QApplication::clipboard()->clear();
    }

    void marksAndNotes()
    {
        Shown s(100);
        connect(&s.pane, &MessagesPane::markRequested, this, [&s](quint64 item, const capture::Mark &mark) {
            QVERIFY(s.talk.recording->setMark(item, mark));
            s.pane.marksChanged();
        });
        s.pane.table()->choose(40);
        s.pane.toggleMark();
        const QModelIndex marked = s.pane.model()->index(40, ConversationModel::Number);
        QVERIFY(marked.data(ConversationModel::MarkedRole).toBool());
        QCOMPARE(marked.data(Qt::AccessibleTextRole).toString(), QStringLiteral("41, marked"));
        const auto *strip = s.pane.findChild<ui::OverviewStrip *>();
        QTRY_COMPARE(strip->marks(), std::vector<quint64>{ 40 });
        s.pane.table()->choose(70);
        s.pane.askForNote();
        auto *dialog = s.pane.findChild<QInputDialog *>();
        dialog->setTextValue(QStringLiteral("look here"));
        dialog->accept();
        QCOMPARE(
            s.pane.model()->index(70, 0).data(ConversationModel::NoteRole).toString(), QStringLiteral("look here"));
        s.pane.nextMark();
        QTRY_COMPARE(s.pane.table()->currentIndex().row(), 40);
        s.pane.previousMark();
        QTRY_COMPARE(s.pane.table()->currentIndex().row(), 70);
        s.type("marked or note contains \"here\"");
        QTRY_COMPARE(s.pane.model()->rowCount(), 2);
        s.pane.table()->choose(0);
        s.pane.toggleMark(); // it no longer matches
        QTRY_COMPARE(s.pane.model()->rowCount(), 1);
        QCOMPARE(s.number(0), QStringLiteral("71"));
    }

    void theStripLeadsThrough()
    {
        Shown s(1000);
        auto *strip = s.pane.findChild<ui::OverviewStrip *>();
        QTRY_COMPARE(strip->examined(), 1000U);
        s.pane.table()->scrollToTop();
        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(5, strip->height() / 2));
        const int middle = s.pane.table()->rowAt(s.pane.table()->viewport()->height() / 2);
        QVERIFY2(qAbs(middle - 500) < 10, qPrintable(QString::number(middle)));
        s.more(1000, 1500);
        QTRY_COMPARE(strip->examined(), 1500U);
        s.type("from == client");
        QTRY_COMPARE(strip->examined(), 750U);
        for (const int y : { 0, 7, strip->height() - 1 })
            QVERIFY(qAbs(strip->yOf(static_cast<quint64>(strip->rowAt(y))) - y) <= 1);
    }

    /// Most messages come in the first tenth of the time.
    void theStripShowsTime()
    {
        Shown s(1000);
        auto *strip = s.pane.findChild<ui::OverviewStrip *>();
        s.talk.time = 10'000;
        s.more(1000, 1002);
        QTRY_COMPARE(strip->examined(), 1002U);
        QVERIFY(strip->yOf(999) <= strip->height() / 10 + 1);
        QCOMPARE(strip->rowAt(strip->height() / 2), 1000);
        strip->setAxis(ui::OverviewStrip::Axis::Position);
        QVERIFY(qAbs(strip->rowAt(strip->height() / 2) - 501) <= 2);
    }

    void rulesColourRows()
    {
        Shown s(10);
        ui::ColourRulesDialog dialog({ { QStringLiteral("from == client"), 3 } }, &s.pane);
        const auto fields = dialog.findChildren<ui::ExpressionField *>();
        QCOMPARE(fields.size(), 1);
        dialog.findChild<QPushButton *>(QStringLiteral("addRule"))->click();
        dialog.findChildren<ui::ExpressionField *>().last()->take(QStringLiteral("text == \"5\""));
        QCOMPARE(dialog.rules().size(), 2);
        s.settings.setColourRules(dialog.rules());
        const auto rule = [&s](int row) {
            return s.pane.model()->index(row, 0).data(ConversationModel::RuleRole).toInt();
        };
        QTRY_COMPARE(rule(4), 0);
        QCOMPARE(rule(5), 1);
        QCOMPARE(rule(7), -1);
    }

    void filtersAndColumnsAreRemembered()
    {
        QTemporaryDir directory;
        const QString file = directory.filePath(QStringLiteral("settings"));
        {
            ui::Settings store(file);
            Shown s(4, &store);
            s.type("from == client");
            s.settings.saveFilter({ QStringLiteral("mine"), QStringLiteral("malformed") });
            QVERIFY(s.pane.columns()->addValueColumn(QStringLiteral("json.method")));
            QVERIFY(!s.pane.columns()->addValueColumn(QStringLiteral("json..method")));
            QHeaderView *header = s.pane.table()->horizontalHeader();
            header->moveSection(header->visualIndex(ConversationModel::Size), 0);
            s.settings.setTimes(ui::Settings::Times::Utc);
            QCOMPARE(s.strip()->axis(), ui::OverviewStrip::Axis::Time);
            Q_EMIT s.strip()->axisChosen(ui::OverviewStrip::Axis::Position);
            QCOMPARE(s.strip()->axis(), ui::OverviewStrip::Axis::Position);
        }
        ui::Settings store(file);
        Shown s(4, &store);
        QCOMPARE(s.settings.recentFilters(), QStringList{ QStringLiteral("from == client") });
        QCOMPARE(s.settings.savedFilters().size(), 1);
        QCOMPARE(s.settings.savedFilters().front().text, QStringLiteral("malformed"));
        QCOMPARE(s.pane.model()->columnCount(), ConversationModel::ColumnCount + 1);
        const QHeaderView *header = s.pane.table()->horizontalHeader();
        QCOMPARE(header->visualIndex(ConversationModel::Size), 0);
        QCOMPARE(header->visualIndex(ConversationModel::Preview), header->count() - 1);
        QVERIFY(s.pane.table()->isColumnHidden(ConversationModel::Latency));
        QCOMPARE(s.pane.model()->timeFormat(), ConversationModel::TimeFormat::Utc);
        QCOMPARE(s.strip()->axis(), ui::OverviewStrip::Axis::Position);
        s.pane.resetLayout();
        QCOMPARE(s.pane.model()->columnCount(), int{ ConversationModel::ColumnCount });
        QCOMPARE(header->visualIndex(ConversationModel::Number), 0);
    }
};

QTEST_MAIN(TestMessagesPane)

} // namespace tst_messagespane

#include "tst_messagespane.moc"
