// SPDX-License-Identifier: MIT
#include "conversation/conversationpanel.h"
#include "conversation/conversationtable.h"
#include "conversation/messagespane.h"
#include "framings/framingbutton.h"
#include "models/conversation/conversationmodel.h"
#include "models/conversation/messagefilter.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "ui/windowfixture.h"
#include "widgets/expressionfield.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>

namespace tst_messageactions {

using namespace pipeglass;
using models::ConversationModel;

/// A conversation with our own echo, in the window.
struct Talk {
    Talk()
    {
        engine::HostRequest request;
        request.talk.framing = window.window.initialFraming();
        request.name = "talk";
        request.responder = std::make_shared<engine::EchoResponder>();
        QSignalSpy opened(&window.window, &ui::MainWindow::conversationOpened);
        window.window.host(request);
        if (!QTest::qWaitFor([&] {
                return opened.count() == 1
                    && window.window.pipes().select(window.directory.filePath("CoreFxPipe_talk"));
            }))
            return;
        window.window.attach(window.window.pipes().current());
        if (QTest::qWaitFor([&] { return opened.count() == 2; }))
            panel = opened.last().at(1).value<ui::ConversationPanel *>();
    }

    [[nodiscard]] ConversationModel *messages() const { return panel->messages(); }
    [[nodiscard]] int messageCount() const
    {
        const auto &list = messages()->list();
        return static_cast<int>(messages()->numbers()->messagesBefore(list->source()->count()));
    }
    void act(const char *action) const { window.find<QAction>(action)->trigger(); }

    test::Window window;
    ui::ConversationPanel *panel = nullptr;
};

class TestMessageActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysAndMenu()
    {
        Talk t;
        QVERIFY(t.panel != nullptr);
        t.panel->sendText(QStringLiteral("one"));
        QTRY_COMPARE(t.messageCount(), 2);
        ui::ConversationTable *table = t.panel->pane()->table();
        const quint64 first = t.messages()->numbers()->item(1).value();
        QTRY_VERIFY(t.messages()->rowOf(first) >= 0);
        const int row = t.messages()->rowOf(first);
        table->choose(row);
        table->setFocus();
        QTRY_VERIFY(table->hasFocus());
        // A key of the list marks, through the engine.
        QTest::keyClick(table, Qt::Key_M);
        QTRY_VERIFY(t.messages()->index(row, 0).data(ConversationModel::MarkedRole).toBool());
        QTest::keyClick(table, Qt::Key_M);
        QTRY_VERIFY(!t.messages()->index(row, 0).data(ConversationModel::MarkedRole).toBool());
        // Sent again, it is answered again.
        t.act("actionSendAgain");
        QTRY_COMPARE(t.messageCount(), 4);
        // In a text field the letter is a letter.
        t.panel->focusCompose();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("m"));
        QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), QStringLiteral("m"));
        QVERIFY(!t.messages()->index(row, 0).data(ConversationModel::MarkedRole).toBool());
        // The filter of the place where the focus is.
        t.act("actionFind");
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("messageFilter"));
        t.act("actionGoToList");
        t.act("actionFind");
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("filter"));
    }

    void pauseAndClear()
    {
        Talk t;
        QVERIFY(t.panel != nullptr);
        t.panel->sendText(QStringLiteral("one"));
        QTRY_COMPARE(t.messageCount(), 2);
        t.act("actionPauseView");
        const int rows = t.messages()->rowCount();
        t.panel->sendText(QStringLiteral("two"));
        QTRY_COMPARE(t.messageCount(), 4);
        QCOMPARE(t.messages()->rowCount(), rows);
        t.act("actionClearView");
        t.act("actionPauseView");
        QCOMPARE(t.messages()->rowCount(), 0);
        t.panel->sendText(QStringLiteral("three"));
        QTRY_COMPARE(t.messages()->rowCount(), 2);
        QCOMPARE(t.messages()->index(0, ConversationModel::Number).data().toString(), QStringLiteral("5"));
    }

    /// The model survives another framing while a filter runs and the view is cleared.
    void anotherFramingKeepsTheFilter()
    {
        Talk t;
        QVERIFY(t.panel != nullptr);
        t.panel->sendText(QStringLiteral("one"));
        QTRY_COMPARE(t.messageCount(), 2);
        t.panel->pane()->setFilter(QStringLiteral("length > 100"));
        QTRY_COMPARE(t.messages()->rowCount(), 0);
        t.panel->pane()->setFilter(QStringLiteral("from == server"));
        QTRY_COMPARE(t.messages()->rowCount(), 1);
        t.act("actionClearView");
        auto *framing = t.panel->findChild<ui::FramingButton *>(QStringLiteral("framing"));
        Q_EMIT framing->chosen(t.window.framings.sidesOf(t.window.framings.raw()));
        QTRY_COMPARE(t.messages()->rowCount(), 1); // shows everything again, by the same filter
    }
};

QTEST_MAIN(TestMessageActions)

} // namespace tst_messageactions

#include "tst_messageactions.moc"
