// SPDX-License-Identifier: MIT
#include "capture/recording.h"
#include "conversation/conversationpanel.h"
#include "conversation/conversationtabs.h"
#include "framings/directionsdialog.h"
#include "framings/framingbutton.h"
#include "models/conversation/conversationmodel.h"
#include "support/testmain.h"
#include "ui/windowfixture.h"
#include "widgets/framingbox.h"

#include <QAction>
#include <QMenu>

namespace tst_framings {

using namespace pipeglass;
using ui::FramingButton;

/// The framing of a conversation in the window: guessed, chosen for both directions, for each.
class TestFramings : public QObject {
    Q_OBJECT

    /// A client that writes int32le, a server that writes lines; recorded as `framing` without cutting.
    static QByteArray makeRecording(const test::PrivateDirectory &directory, const QByteArray &framing)
    {
        const QByteArray path = directory.filePath("a.pcapng");
        const capture::RecordingPtr recording = capture::Recording::create(path).value();
        capture::ConnectionInfo info;
        info.pipe = "/tmp/CoreFxPipe_jobs";
        info.framing = { framing, framing };
        const ConnectionId connection = recording->addConnection(info).value();
        const auto add = [&](Side from, const QByteArray &wire) {
            capture::Record record;
            record.time = now();
            record.connection = connection;
            record.from = from;
            record.wire = wire;
            (void)recording->append(record);
        };
        add(Side::Client, QByteArray("\5\0\0\0hello\3\0\0\0you", 16));
        add(Side::Server, "one\ntwo\nth");
        add(Side::Server, "ree\n");
        return path;
    }
    static ui::ConversationPanel *open(test::Window &w, const QByteArray &path)
    {
        w.window.openFile(path);
        [&] { QTRY_COMPARE(w.window.conversations().count(), 1); }();
        auto *panel = qobject_cast<ui::ConversationPanel *>(w.window.conversations().widget(0));
        [&] { QTRY_VERIFY(panel->session().ended); }();
        return panel;
    }
    static FramingButton *button(const ui::ConversationPanel *panel)
    {
        return panel->findChild<FramingButton *>(QStringLiteral("framing"));
    }
    static QAction *actionFor(const QMenu *menu, const QByteArray &id)
    {
        for (QAction *action : menu->actions()) {
            if (action->data().toByteArray() == id)
                return action;
        }
        return nullptr;
    }

private Q_SLOTS:
    void guessIsOffered()
    {
        test::Window w;
        auto *panel = open(w, makeRecording(w.directory, "raw"));
        FramingButton *framing = button(panel);
        QTRY_VERIFY(!framing->guesses()->both().empty());
        QCOMPARE(framing->guesses()->both().front().framing->id(), QByteArray("int32le/line"));
        QVERIFY(framing->toolTip().contains(framing->guesses()->both().front().reason.toHtmlEscaped()));
        Q_EMIT framing->menu()->aboutToShow();
        QAction *best = actionFor(framing->menu(), "int32le/line");
        QVERIFY(best != nullptr);
        QVERIFY(best->text().contains(u'\t')); // the reason
        best->trigger();
        QTRY_COMPARE(panel->messages()->rowCount(), 5);
        QCOMPARE(framing->inUse().client->id(), QByteArray("int32le"));
        QCOMPARE(framing->inUse().server->id(), QByteArray("line"));
    }

    void guessedAutomatically()
    {
        test::Window w;
        auto *panel = open(w, makeRecording(w.directory, "raw"));
        FramingButton *framing = button(panel);
        const framing::FramingPtr guess = w.framings.parse("auto").value();
        Q_EMIT framing->chosen({ guess, guess });
        QTRY_COMPARE(panel->messages()->rowCount(), 5);
        QTRY_VERIFY(framing->text().contains(w.framings.find("line")->title()));
        QVERIFY(framing->text().contains(QStringLiteral("(guessed)")));
    }

    void eachDirection()
    {
        test::Window w;
        auto *panel = open(w, makeRecording(w.directory, "raw"));
        FramingButton *framing = button(panel);
        for (QAction *action : framing->menu()->actions()) {
            if (action->text().startsWith(QStringLiteral("&Each")))
                action->trigger();
        }
        auto *dialog = w.window.findChild<ui::DirectionsDialog *>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->framings().client->id(), QByteArray("raw"));
        dialog->findChild<ui::FramingBox *>(QStringLiteral("serverFraming"))->setFramingId("line");
        dialog->accept();
        QTRY_COMPARE(panel->messages()->rowCount(), 4); // the client's read, three lines
        QCOMPARE(framing->inUse().client->id(), QByteArray("raw"));
        // The stored bytes are the same, so they can be cut again.
        Q_EMIT framing->chosen(w.framings.sidesOf(w.framings.raw()));
        QTRY_COMPARE(panel->messages()->rowCount(), 3);
    }

    void guessIsRecorded()
    {
        test::Window w;
        auto *panel = open(w, makeRecording(w.directory, "auto"));
        QCOMPARE(button(panel)->inUse().client->id(), QByteArray("auto"));
    }
};

QTEST_MAIN(TestFramings)

} // namespace tst_framings

#include "tst_framings.moc"
