// SPDX-License-Identifier: MIT
#include "conversation/conversationpanel.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "takingpart/editdialog.h"
#include "takingpart/relaybar.h"
#include "ui/windowfixture.h"
#include "widgets/framingbox.h"

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

#include <array>

#include <fcntl.h>
#include <sys/socket.h>

namespace tst_takingpart {

using namespace pipeglass;

/// A tapped pipe in the window, with a client and a server that the test plays.
struct Tapped {
    enum class Framing { Int32, Guessed };

    explicit Tapped(Framing framing = Framing::Int32)
        : listener(test::listeningSocket(window.directory.filePath("CoreFxPipe_talk")))
        , opened(&window.window, &ui::MainWindow::conversationOpened)
    {
        ::fcntl(listener.get(), F_SETFL, O_NONBLOCK);
        const QByteArray path = window.directory.filePath("CoreFxPipe_talk");
        const auto isListed = [&] { return window.window.pipes().select(path); };
        if (!QTest::qWaitFor(isListed))
            return;
        if (framing == Framing::Int32) {
            auto *box = window.find<ui::FramingBox>("framing");
            box->setFramingId("int32le");
            Q_EMIT box->activated(box->currentIndex());
        }
        window.find<QAction>("actionTap")->trigger();
        if (!QTest::qWaitFor([this] { return opened.count() == 1; }))
            return;
        panel = opened.first().at(1).value<ui::ConversationPanel *>();
        client = test::connectedSocket(path);
        (void)QTest::qWaitFor([this] {
            if (!server.isValid())
                server = UniqueFd(::accept4(listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
            return server.isValid() && !panel->session().connections.empty();
        });
    }

    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return panel->findChild<Widget *>(QLatin1String(name));
    }
    void say(const QByteArray &text) const
    {
        const QByteArray wire = QByteArray(1, static_cast<char>(text.size())) + QByteArray(3, '\0') + text;
        QCOMPARE(::send(client.get(), wire.constData(), static_cast<size_t>(wire.size()), 0), ssize_t{ wire.size() });
    }
    /// Payloads that came so far, of messages below 256 bytes.
    QByteArrayList heard(const UniqueFd &socket)
    {
        std::array<char, 4096> buffer{};
        const ssize_t size = ::recv(socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        QByteArray &all = socket.get() == server.get() ? m_atServer : m_atClient;
        all.append(buffer.data(), qMax<ssize_t>(0, size));
        QByteArrayList messages;
        for (qsizetype at = 0; at + 4 <= all.size(); at += 4 + messages.last().size())
            messages += all.mid(at + 4, static_cast<quint8>(all[at]));
        return messages;
    }

    test::Window window;
    UniqueFd listener;
    QSignalSpy opened;
    ui::ConversationPanel *panel = nullptr;
    UniqueFd client;
    UniqueFd server;

private:
    QByteArray m_atServer;
    QByteArray m_atClient;
};

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
