// SPDX-License-Identifier: MIT
#include "conversation/conversationpanel.h"
#include "models/conversation/heldlistmodel.h"
#include "support/testmain.h"
#include "takingpart/editdialog.h"
#include "takingpart/relaybar.h"
#include "ui/tappedpipe.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace tst_takingpart {

using namespace pipeglass;
using test::Tapped;

class TestTakingPart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsEditsAndSendsOn()
    {
        Tapped t;
        QVERIFY(t.server.isValid());
        auto *view = t.find<QTreeView>("heldMessages");
        QVERIFY(!view->isVisible());
        t.find<QCheckBox>("hold")->click();
        QVERIFY(view->isVisible());
        t.find<QLineEdit>("holdText")->setText(QStringLiteral("text contains \"o\""));
        Q_EMIT t.find<QLineEdit>("holdText")->editingFinished();
        for (const char *text : { "one", "e", "two", "foo" })
            t.say(text);
        QTRY_COMPARE(view->model()->rowCount(), 3);
        QTRY_VERIFY(t.find<QToolButton>("edit")->isEnabled());
        t.find<QToolButton>("edit")->click();
        auto *dialog = t.panel->findChild<ui::EditDialog *>();
        QVERIFY(dialog != nullptr);
        dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("1"));
        dialog->accept();
        QTRY_COMPARE(view->model()->index(0, 2).data().toString(), QStringLiteral("1"));
        QVERIFY(t.heard(t.server).isEmpty());
        t.find<QToolButton>("sendOn")->click();
        QTRY_COMPARE(t.heard(t.server), QByteArrayList({ "1", "e" }));
        QTRY_COMPARE(view->model()->rowCount(), 2);
        view->setCurrentIndex(view->model()->index(0, 0));
        t.find<QToolButton>("drop")->click();
        QTRY_COMPARE(view->model()->rowCount(), 1);
        t.find<QCheckBox>("hold")->click(); // sends the rest on
        QTRY_COMPARE(t.heard(t.server), QByteArrayList({ "1", "e", "foo" }));
        QTRY_VERIFY(!view->isVisible());
    }

    void pausesADirection()
    {
        Tapped t;
        QVERIFY(t.server.isValid());
        t.find<QCheckBox>("pauseClients")->click();
        QTRY_VERIFY(t.panel->session().rules.from.client.paused);
        t.say("later");
        QTest::qWait(20);
        QVERIFY(t.heard(t.server).isEmpty());
        t.find<QCheckBox>("pauseClients")->click();
        QTRY_COMPARE(t.heard(t.server), QByteArrayList({ "later" }));
    }

    /// Nobody could release it any more.
    void closingTheTabReleasesWhatWaits()
    {
        Tapped t;
        QVERIFY(t.server.isValid());
        t.find<QCheckBox>("hold")->click();
        t.find<QCheckBox>("pauseClients")->click();
        t.say("later");
        QTRY_COMPARE(t.panel->session().connections.front().held.size(), size_t{ 1 });
        t.window.find<QAction>("actionClose")->trigger();
        QTRY_COMPARE(t.heard(t.server), QByteArrayList({ "later" }));
    }

    void sendsAsGuessed()
    {
        Tapped t(Tapped::Framing::Guessed);
        QVERIFY(t.server.isValid());
        t.say("a message");
        QTRY_COMPARE(t.heard(t.server), QByteArrayList({ "a message" }));
        QTRY_COMPARE(t.panel->session().connections.front().guessedFraming.client, QByteArray("int32le"));
        t.panel->sendText(QStringLiteral("another"));
        QTRY_COMPARE(t.heard(t.server), QByteArrayList({ "a message", "another" }));
        // Where nothing was seen yet, as the other side.
        t.find<QComboBox>("sideBox")->setCurrentIndex(1);
        QTRY_VERIFY(t.find<QLineEdit>("field")->text().isEmpty());
        t.panel->sendText(QStringLiteral("to client"));
        QTRY_COMPARE(t.heard(t.client), QByteArrayList({ "to client" }));
        t.find<QCheckBox>("hold")->click();
        t.say("held back");
        auto *view = t.find<QTreeView>("heldMessages");
        QTRY_COMPARE(view->model()->rowCount(), 1);
        QTRY_VERIFY(t.find<QToolButton>("edit")->isEnabled());
        t.find<QToolButton>("edit")->click();
        auto *dialog = t.panel->findChild<ui::EditDialog *>();
        dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("changed"));
        dialog->accept();
        QTRY_COMPARE(view->model()->index(0, 2).data().toString(), QStringLiteral("changed"));
        t.find<QToolButton>("sendOn")->click();
        QTRY_COMPARE(t.heard(t.server), QByteArrayList({ "a message", "another", "changed" }));
    }

    void injectsBothWays()
    {
        Tapped t;
        QVERIFY(t.server.isValid());
        t.panel->sendText(QStringLiteral("to server"));
        QTRY_COMPARE(t.heard(t.server), QByteArrayList({ "to server" }));
        t.find<QComboBox>("sideBox")->setCurrentIndex(1);
        QTRY_VERIFY(t.find<QLineEdit>("field")->text().isEmpty());
        t.panel->sendText(QStringLiteral("to client"));
        QTRY_COMPARE(t.heard(t.client), QByteArrayList({ "to client" }));
    }

    /// By all controls of the window, in the order of this conversation.
    void everyActIsRecorded()
    {
        Tapped t;
        QVERIFY(t.server.isValid());
        t.find<QCheckBox>("slow")->click();
        t.find<QSpinBox>("delay")->setValue(1);
        t.find<QCheckBox>("hold")->click();
        for (const char *text : { "a", "b", "c", "d", "e" })
            t.say(text);
        auto *view = t.find<QTreeView>("heldMessages");
        QTRY_COMPARE(view->model()->rowCount(), 5);
        const auto press = [&t, view](int row, const char *name) {
            view->setCurrentIndex(view->model()->index(row, 0));
            t.find<QToolButton>(name)->click();
        };
        const auto edit = [&](int row, int mode, const QString &text) {
            press(row, "edit");
            auto *dialog = t.panel->findChildren<ui::EditDialog *>().last();
            dialog->findChild<QComboBox *>()->setCurrentIndex(mode);
            dialog->findChild<QPlainTextEdit *>()->setPlainText(text);
            dialog->accept();
        };
        const auto textOf = [view](int row) { return view->model()->index(row, 2).data().toString(); };
        edit(0, 0, QStringLiteral("as text"));
        QTRY_COMPARE(textOf(0), QStringLiteral("as text"));
        edit(1, 1, QStringLiteral("68 65 78"));
        QTRY_COMPARE(textOf(1), QStringLiteral("hex"));
        press(2, "duplicate");
        QTRY_COMPARE(view->model()->rowCount(), 6);
        press(4, "drop"); // d
        QTRY_COMPARE(view->model()->rowCount(), 5);
        t.find<QDoubleSpinBox>("delaySeconds")->setValue(0.1);
        press(4, "delayHeld"); // e
        const auto isUndecided = [view] {
            const QString sender = view->model()->index(0, models::HeldListModel::Sender).data().toString();
            return !sender.isEmpty() && !sender.contains(QStringLiteral("delayed"));
        };
        while (isUndecided()) {
            press(0, "sendOn"); // once more makes no difference
            QTest::qWait(10);
        }
        QTRY_COMPARE(t.heard(t.server), QByteArrayList({ "as text", "hex", "c", "c", "e" }));
        t.find<QCheckBox>("hold")->click();
        t.panel->sendText(QStringLiteral("injected"));
        QTRY_COMPARE(t.heard(t.server).last(), QByteArray("injected"));
        t.find<QCheckBox>("pauseServer")->click();
        QTRY_VERIFY(t.panel->session().rules.from.server.paused);
        t.find<QCheckBox>("pauseServer")->click();
        QTRY_VERIFY(!t.panel->session().rules.from.server.paused);
        const capture::RecordingPtr recording = t.panel->session().recording;
        const auto count = [&recording](capture::EventKind kind) {
            int found = 0;
            for (quint64 n = 0; n < recording->count(); ++n) {
                const capture::RecordSummary one = recording->summary(n);
                found += one.isEvent && one.eventKind == kind ? 1 : 0;
            }
            return found;
        };
        using Kind = capture::EventKind;
        QVERIFY(count(Kind::Slowed) > 0);
        QCOMPARE(count(Kind::Held), 5);
        QCOMPARE(count(Kind::Edited), 2);
        QCOMPARE(count(Kind::Duplicated), 1);
        QCOMPARE(count(Kind::Dropped), 1);
        QCOMPARE(count(Kind::Delayed), 1);
        QCOMPARE(count(Kind::SentOn), 4);
        QCOMPARE(count(Kind::Injected), 1);
        QCOMPARE(count(Kind::Paused), 1);
        QCOMPARE(count(Kind::Resumed), 1);
    }

    void cutsAfterAQuestion()
    {
        Tapped t;
        QVERIFY(t.server.isValid());
        t.find<QToolButton>("cut")->click();
        QVERIFY(!t.panel->session().connections.empty());
        const auto buttons = t.panel->findChildren<QPushButton *>();
        const auto answer = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
            return button->isVisible() && button->text().remove(u'&') == QLatin1String("Cut");
        });
        QVERIFY(answer != buttons.end());
        (*answer)->click();
        QTRY_VERIFY(t.panel->session().connections.empty());
        const capture::RecordingPtr recording = t.panel->session().recording;
        bool isMarked = false;
        for (quint64 n = 0; n < recording->count(); ++n) {
            const capture::RecordSummary one = recording->summary(n);
            isMarked = isMarked || (one.isEvent && one.eventKind == capture::EventKind::Cut);
        }
        QVERIFY(isMarked);
    }

    /// What the controls say is what they were given.
    void theBarShowsRules()
    {
        engine::RelayRules rules;
        rules.cutAfterBytes = 5;
        rules.from.client = { .paused = true, .bytesPerSecond = 1000, .delayMs = 20 };
        rules.from.server = { .hold =
                                  engine::HoldRule{ QStringLiteral("malformed"),
                                                    filter::Filter::parse(QStringLiteral("malformed")).value(), false },
                              .bytesPerSecond = 1000,
                              .delayMs = 20 };
        ui::RelayBar bar;
        bar.setRules(rules);
        QVERIFY(bar.rules() == rules);
        QSignalSpy changed(&bar, &ui::RelayBar::rulesChanged);
        bar.findChild<QSpinBox *>(QStringLiteral("jitter"))->setValue(3);
        QCOMPARE(changed.count(), 1);
        rules.from.client.jitterMs = rules.from.server.jitterMs = 3;
        QVERIFY(bar.rules() == rules);
        // A filter that is not valid changes nothing.
        QSignalSpy refused(&bar, &ui::RelayBar::errorOccurred);
        auto *filter = bar.findChild<QLineEdit *>(QStringLiteral("holdText"));
        filter->setText(QStringLiteral("text contains"));
        Q_EMIT filter->editingFinished();
        QCOMPARE(refused.count(), 1);
        QVERIFY(bar.rules() == rules);
    }

    void textThatCannotBeEditedIsHex_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("mode");
        QTest::newRow("text") << QByteArray("a\nb") << 0;
        QTest::newRow("carriage return") << QByteArray("a\r\n") << 1;
        QTest::newRow("bytes") << QByteArray("\xff\x00", 2) << 1;
    }

    void textThatCannotBeEditedIsHex()
    {
        QFETCH(QByteArray, payload);
        QFETCH(int, mode);
        auto *dialog = new ui::EditDialog(payload);
        auto *box = dialog->findChild<QComboBox *>();
        auto *field = dialog->findChild<QPlainTextEdit *>();
        QCOMPARE(box->currentIndex(), mode);
        box->setCurrentIndex(1 - mode);
        QCOMPARE(box->currentIndex(), 1); // never as a text that would change it
        QCOMPARE(field->toPlainText(), QString::fromLatin1(payload.toHex(' ')));
        QSignalSpy accepted(dialog, &QDialog::accepted);
        field->setPlainText(QStringLiteral("0"));
        dialog->accept();
        QCOMPARE(accepted.count(), 0);
        field->setPlainText(QStringLiteral("00 ff"));
        dialog->accept();
        QCOMPARE(accepted.count(), 1);
        QCOMPARE(dialog->payload(), QByteArray("\x00\xff", 2));
        delete dialog;
    }

    void valuesAreEncodedAgain()
    {
        const auto decoders = std::make_shared<const decoding::DecoderRegistry>();
        auto *dialog = new ui::EditDialog(QByteArray::fromHex("82a161c3a16205"), decoders); // {"a": true, "b": 5}
        auto *box = dialog->findChild<QComboBox *>();
        auto *field = dialog->findChild<QPlainTextEdit *>();
        auto *problem = dialog->findChild<QLabel *>(QStringLiteral("editProblem"));
        QCOMPARE(box->currentText(), QStringLiteral("MessagePack"));
        QCOMPARE(field->toPlainText(), QStringLiteral("{\"a\": true, \"b\": 5}"));
        QSignalSpy accepted(dialog, &QDialog::accepted);
        field->setPlainText(QStringLiteral("{\"a\": true,\n \"b\" 6}"));
        QVERIFY(!problem->isHidden());
        QVERIFY2(problem->text().startsWith(QLatin1String("Line 2, column 6: ")), qPrintable(problem->text()));
        dialog->accept();
        QCOMPARE(accepted.count(), 0);
        field->setPlainText(QStringLiteral("{\"a\": false,\n \"b\": 6}"));
        QVERIFY(problem->isHidden());
        box->setCurrentIndex(box->findText(QStringLiteral("Hex")));
        QCOMPARE(field->toPlainText(), QStringLiteral("82 a1 61 c2 a1 62 06"));
        box->setCurrentIndex(box->findText(QStringLiteral("BSON"))); // it is none
        QCOMPARE(box->currentText(), QStringLiteral("Hex"));
        QVERIFY(!problem->isHidden());
        dialog->accept();
        QCOMPARE(accepted.count(), 1);
        QCOMPARE(dialog->payload(), QByteArray::fromHex("82a161c2a16206"));
        delete dialog;
    }
};

QTEST_MAIN(TestTakingPart)

} // namespace tst_takingpart

#include "tst_takingpart.moc"
