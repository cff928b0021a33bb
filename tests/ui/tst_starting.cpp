// SPDX-License-Identifier: MIT
#include "conversation/conversationpanel.h"
#include "conversation/conversationtabs.h"
#include "models/conversation/conversationmodel.h"
#include "start/startdialog.h"
#include "support/testmain.h"
#include "ui/windowfixture.h"
#include "widgets/messagebar.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>

namespace tst_starting {

using namespace pipeglass;

/// Server and client of a pipe, then waits for its end. The message is the variable WORD.
const char *const talker = R"(
import os, signal, socket, struct
path = os.path.join(os.environ['TMPDIR'], 'CoreFxPipe_talk')
listener = socket.socket(socket.AF_UNIX)
listener.bind(path)
listener.listen()
client = socket.socket(socket.AF_UNIX)
client.connect(path)
word = os.environ['WORD'].encode()
client.sendall(struct.pack('<i', len(word)) + word)
link, _ = listener.accept()
link.sendall(link.recv(100))
client.recv(100)
signal.pause()
)";

class TestStarting : public QObject {
    Q_OBJECT

    static ui::StartDialog *openDialog(test::Window &w)
    {
        w.find<QAction>("actionStart")->trigger();
        return w.window.findChild<ui::StartDialog *>();
    }
    static void start(ui::StartDialog *dialog, const QString &commandLine, const QString &environment = {})
    {
        dialog->findChild<QComboBox *>(QStringLiteral("commandLine"))->setEditText(commandLine);
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("environment"))->setPlainText(environment);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    }

private Q_SLOTS:
    void showsWhatTheProgramSays()
    {
        test::Window w;
        QFile script(QString::fromUtf8(w.directory.filePath("talker.py")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(talker);
        script.close();
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        const QPointer<ui::StartDialog> dialog = openDialog(w);
        start(dialog, QStringLiteral("python3 \"%1\"").arg(script.fileName()), QStringLiteral("WORD=hello\n"));
        QTRY_COMPARE(opened.count(), 1);
        QTRY_VERIFY(dialog.isNull());
        auto *panel = opened.first().at(1).value<ui::ConversationPanel *>();
        QCOMPARE(w.window.conversations().tabText(0), QStringLiteral("Run python3"));
        auto *stop = panel->findChild<QPushButton *>(QStringLiteral("stopButton"));
        QVERIFY(stop->isVisible());
        QVERIFY(panel->findChild<QPushButton *>(QStringLiteral("leaveButton"))->isHidden());
        const auto messages = [panel] {
            QStringList previews;
            for (int row = 0; row < panel->messages()->rowCount(); ++row)
                previews += panel->messages()->index(row, models::ConversationModel::Preview).data().toString();
            return previews.filter(QStringLiteral("hello")).size();
        };
        QTRY_COMPARE(messages(), 2);
        stop->click();
        QTRY_VERIFY(panel->session().ended);
        QCOMPARE(
            panel->findChild<QLabel *>(QStringLiteral("state"))->text(),
            QStringLiteral("ended by signal 15 (Terminated)"));
        QVERIFY(stop->isHidden());
        QCOMPARE(w.settings.startedPrograms().size(), 0); // a window of a test remembers nothing
    }

    void staysOpenWhereNothingIsStarted()
    {
        test::Window w;
        const QPointer<ui::StartDialog> dialog = openDialog(w);
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled());
        start(dialog, QStringLiteral("no-program-has-this-name"));
        QTRY_VERIFY(dialog->findChild<ui::MessageBar *>()->text().contains(QStringLiteral("no-program-has-this-name")));
        QVERIFY(ok->isEnabled());
        start(dialog, QStringLiteral("true"), QStringLiteral("no variable"));
        QVERIFY(!ok->isEnabled());
        dialog->reject();
    }

    void remembersTheLastTen()
    {
        const test::PrivateDirectory directory;
        ui::Settings settings(QString::fromUtf8(directory.filePath("settings")));
        for (int i = 0; i < 12; ++i)
            settings.addStartedProgram({ QStringLiteral("program %1").arg(i), {}, {}, QStringLiteral("line") });
        settings.addStartedProgram({ QStringLiteral("program 5"), QStringLiteral("/tmp"), {}, {} });
        const QList<ui::Settings::StartedProgram> programs = settings.startedPrograms();
        QCOMPARE(programs.size(), 10);
        QCOMPARE(programs[0].commandLine, QStringLiteral("program 5"));
        QCOMPARE(programs[0].directory, QStringLiteral("/tmp"));
        QCOMPARE(programs[1].commandLine, QStringLiteral("program 11"));
        QCOMPARE(programs[9].commandLine, QStringLiteral("program 2"));
    }
};

QTEST_MAIN(TestStarting)

} // namespace tst_starting

#include "tst_starting.moc"
