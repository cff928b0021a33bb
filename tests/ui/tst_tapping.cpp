// SPDX-License-Identifier: MIT
#include "conversation/conversationpanel.h"
#include "conversation/conversationtabs.h"
#include "models/conversation/conversationmodel.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"
#include "widgets/messagebar.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>

#include <thread>

#include <sys/socket.h>
#include <sys/stat.h>

namespace tst_tapping {

using namespace pipeglass;

quint64 inodeAt(const QByteArray &path)
{
    struct stat facts { };
    return ::lstat(path.constData(), &facts) == 0 ? facts.st_ino : 0;
}

class TestTapping : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Tap a pipe from the list, see what both sides say, and leave.
    void showsBothSidesAndLeaves()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_talk");
        const UniqueFd listener = test::listeningSocket(path);
        const quint64 inode = inodeAt(path);
        QTRY_VERIFY(w.window.pipes().select(path));
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        w.find<QAction>("actionTap")->trigger();
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(inodeAt(path) != inode);
        auto *panel = opened.first().at(1).value<ui::ConversationPanel *>();
        auto *leave = panel->findChild<QPushButton *>(QStringLiteral("leaveButton"));
        QVERIFY(leave->isVisible());
        QVERIFY(panel->findChild<QWidget *>(QStringLiteral("compose"))->isVisible());
        QCOMPARE(w.window.conversations().tabText(0), QStringLiteral("Tap talk"));

        const UniqueFd client = test::connectedSocket(path);
        QVERIFY(client.isValid());
        std::thread server([&listener] {
            const UniqueFd accepted(::accept(listener.get(), nullptr, nullptr));
            char bytes[64];
            const ssize_t size = ::recv(accepted.get(), bytes, sizeof bytes, 0);
            (void)::send(accepted.get(), bytes, static_cast<size_t>(size), MSG_NOSIGNAL);
            (void)::recv(accepted.get(), bytes, sizeof bytes, 0); // until the client ends
        });
        const QByteArray wire("\x02\0\0\0hi", 6);
        QCOMPARE(::send(client.get(), wire.constData(), static_cast<size_t>(wire.size()), 0), ssize_t{ wire.size() });
        models::ConversationModel *messages = panel->messages();
        const auto shown = [messages](const QString &side) {
            int count = 0;
            for (int row = 0; row < messages->rowCount(); ++row) {
                const QString direction = messages->index(row, models::ConversationModel::Direction).data().toString();
                count += direction.contains(side, Qt::CaseInsensitive) ? 1 : 0;
            }
            return count;
        };
        QTRY_VERIFY(shown(QStringLiteral("server")) > 0);
        QVERIFY(shown(QStringLiteral("client")) > 0);

        leave->click();
        QTRY_COMPARE(inodeAt(path), inode);
        QTRY_VERIFY(leave->isHidden());
        QVERIFY(!panel->session().ended); // the connection goes on
        ::shutdown(client.get(), SHUT_RDWR);
        server.join();
        QTRY_VERIFY(panel->session().ended);
    }

    /// Closing the window leaves the taps, says so, and then closes it.
    void closingTheWindowLeavesFirst()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_open");
        const UniqueFd listener = test::listeningSocket(path);
        const quint64 inode = inodeAt(path);
        QTRY_VERIFY(w.window.pipes().select(path));
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        QSignalSpy closed(&w.window, &ui::MainWindow::closed);
        w.find<QAction>("actionTap")->trigger();
        QTRY_COMPARE(opened.count(), 1);
        const UniqueFd client = test::connectedSocket(path); // goes on meanwhile
        QVERIFY(inodeAt(path) != inode);
        quint64 atTheEnd = 0;
        connect(&w.window, &ui::MainWindow::closed, this, [&] { atTheEnd = inodeAt(path); });
        connect(&w.window, &ui::MainWindow::closed, &w.workers, &ui::Workers::shutDown); // as main() does
        QVERIFY(!w.window.close());
        const auto *bar = w.find<ui::MessageBar>("windowBar");
        QVERIFY(bar->isVisible());
        QVERIFY(bar->text().startsWith(QStringLiteral("Leaving all taps")));
        QVERIFY(!w.window.close()); // once more makes no difference
        QTRY_COMPARE(closed.count(), 1);
        QCOMPARE(atTheEnd, inode);
        QVERIFY(!w.window.isVisible());
    }

    /// Closing the tab of a tap gives the name back.
    void closingTheTabLeaves()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_closed");
        const UniqueFd listener = test::listeningSocket(path);
        const quint64 inode = inodeAt(path);
        QTRY_VERIFY(w.window.pipes().select(path));
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        w.find<QAction>("actionTap")->trigger();
        QTRY_COMPARE(opened.count(), 1);
        w.find<QAction>("actionClose")->trigger();
        QTRY_COMPARE(inodeAt(path), inode);
    }
};

QTEST_MAIN(TestTapping)

} // namespace tst_tapping

#include "tst_tapping.moc"
