// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "widgets/messagebar.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

namespace tst_messagebar {

using namespace pipeglass;
using ui::MessageBar;

class TestMessageBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isThereOnlyWithAMessage()
    {
        MessageBar bar;
        QVERIFY(bar.isHidden());
        bar.showError({ ErrorCode::NobodyListening, 0, "a<b>\n", {} });
        QVERIFY(!bar.isHidden());
        QVERIFY(bar.text().contains(QStringLiteral("a<b>\\x0a")));
        QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("messageText"))->textFormat(), Qt::PlainText);
        QTest::mouseClick(bar.findChild<QToolButton *>(QStringLiteral("messageClose")), Qt::LeftButton);
        QVERIFY(bar.isHidden());
        QCOMPARE(bar.text(), QString());
    }

    void anAnswerMayShowTheNextMessage()
    {
        MessageBar bar;
        int answers = 0;
        bar.ask(MessageBar::Kind::Info, QStringLiteral("one?"), QStringLiteral("Yes"), [&] {
            ++answers;
            bar.show(MessageBar::Kind::Info, QStringLiteral("two"));
        });
        QTest::mouseClick(bar.findChild<QPushButton *>(QStringLiteral("messageAnswer")), Qt::LeftButton);
        QCOMPARE(answers, 1);
        QCOMPARE(bar.text(), QStringLiteral("two"));
        QVERIFY(bar.findChild<QPushButton *>(QStringLiteral("messageAnswer"))->isHidden());
    }

    void withdrawnMessageKeepsTheFocus()
    {
        QWidget window;
        QLineEdit elsewhere(&window);
        MessageBar bar(&window);
        QSignalSpy dismissed(&bar, &MessageBar::dismissed);
        window.show();
        elsewhere.setFocus();
        bar.show(MessageBar::Kind::Info, QStringLiteral("one"));
        bar.dismiss();
        QCOMPARE(dismissed.count(), 0);
        bar.ask(MessageBar::Kind::Info, QStringLiteral("two?"), QStringLiteral("Yes"), [] {});
        QTRY_VERIFY(bar.isAncestorOf(QApplication::focusWidget()));
        bar.dismiss();
        QCOMPARE(dismissed.count(), 0);
        QCOMPARE(QApplication::focusWidget(), &elsewhere);
        bar.ask(MessageBar::Kind::Info, QStringLiteral("three?"), QStringLiteral("Yes"), [] {});
        elsewhere.setEnabled(false);
        bar.dismiss();
        QCOMPARE(dismissed.count(), 1); // the owner sets the focus
    }

    void accidentalKeysAnswerNothing_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("blank") << int{ Qt::Key_Space };
        QTest::newRow("enter") << int{ Qt::Key_Return };
    }

    void accidentalKeysAnswerNothing()
    {
        QFETCH(int, key);
        MessageBar bar;
        bool answered = false;
        bar.askOnce(MessageBar::Kind::Info, QStringLiteral("?"), QStringLiteral("Yes"), [&](bool) { answered = true; });
        QTRY_VERIFY(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
        QVERIFY(!answered);
        QVERIFY(bar.isHidden());
    }

    void escapeDismissesWithoutAnAnswer()
    {
        MessageBar bar;
        bool answered = false;
        bar.ask(MessageBar::Kind::Info, QStringLiteral("?"), QStringLiteral("Yes"), [&] { answered = true; });
        QTest::keyClick(&bar, Qt::Key_Escape);
        QVERIFY(bar.isHidden());
        QVERIFY(!answered);
    }
};

QTEST_MAIN(TestMessageBar)

} // namespace tst_messagebar

#include "tst_messagebar.moc"
