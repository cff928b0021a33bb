// SPDX-License-Identifier: MIT
#include "conversation/conversationpanel.h"
#include "conversation/conversationtabs.h"
#include "models/conversation/conversationmodel.h"
#include "models/pipefiltermodel.h"
#include "models/pipelistmodel.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"
#include "widgets/colors.h"
#include "widgets/messagebar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTreeView>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace tst_mainwindow {

using namespace pipeglass;
using models::ConversationModel;
using models::PipeListModel;

class TestMainWindow : public QObject {
    Q_OBJECT

private:
    static void host(test::Window &w, const QByteArray &name)
    {
        engine::HostRequest request;
        request.talk.framing = w.window.initialFraming();
        request.name = name;
        request.responder = std::make_shared<engine::EchoResponder>();
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        w.window.host(request);
        QTRY_COMPARE(opened.count(), 1);
        const QByteArray path = w.directory.filePath("CoreFxPipe_" + name);
        QTRY_VERIFY(w.window.pipes().select(path));
    }

    static const ui::MessageBar *overviewBar(const test::Window &w)
    {
        return w.find<QWidget>("overview")->findChild<ui::MessageBar *>(QStringLiteral("bar"));
    }

    static QAction *action(const test::Window &w, const char *name) { return w.find<QAction>(name); }

private Q_SLOTS:
    void startsWithTheListAndSaysWhatToDo()
    {
        test::Window w;
        QVERIFY(w.window.screen()->availableGeometry().contains(w.window.frameGeometry()));
        QVERIFY(w.window.pipes().isAncestorOf(w.window.focusWidget()));
        QVERIFY(!action(w, "actionAttach")->isEnabled());
        QVERIFY(action(w, "actionHost")->isEnabled());
        QVERIFY(w.window.conversations().isHidden());
    }

    void aPipeAppearsAndGoes()
    {
        test::Window w;
        host(w, "one");
        QCOMPARE(w.window.pipes().shown()->rowCount(), 1);
        QVERIFY(action(w, "actionAttach")->isEnabled());
        action(w, "actionCopyName")->trigger();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("one"));
        action(w, "actionClose")->trigger();
        QTRY_COMPARE(w.window.pipes().shown()->rowCount(), 0);
        QTRY_VERIFY(w.find<QLabel>("emptyText")->text().contains(QStringLiteral("one was removed")));
        QVERIFY(w.window.conversations().isHidden());
    }

    void automaticSelectionMovesOn()
    {
        test::Window w;
        for (const char *leaf : { "CoreFxPipe_a", "CoreFxPipe_b", "CoreFxPipe_c" })
            test::makeStaleSocket(w.directory.filePath(leaf));
        QTRY_COMPARE(w.window.pipes().shown()->rowCount(), 3);
        const QByteArray first = w.window.pipes().current()->path();
        QCOMPARE(::unlink(first.constData()), 0);
        QTRY_VERIFY(w.window.pipes().current() && w.window.pipes().current()->path() != first);
        auto *list = w.find<QTreeView>("list");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->currentIndex()).center());
        QCOMPARE(::unlink(w.window.pipes().current()->path().constData()), 0);
        QTRY_VERIFY(w.find<QLabel>("emptyText")->text().contains(QStringLiteral("was removed")));
    }

    void filters()
    {
        test::Window w;
        host(w, "alpha");
        host(w, "beta");
        QTest::keyClick(&w.window, Qt::Key_F, Qt::ControlModifier);
        auto *filter = w.find<QLineEdit>("filter");
        QTest::keyClicks(filter, QStringLiteral("bet"));
        QCOMPARE(w.window.pipes().shown()->rowCount(), 1);
        QCOMPARE(w.window.pipes().current()->name(), QByteArray("beta"));
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(w.window.pipes().shown()->rowCount(), 2);
    }

    void asksThenAttachesSendsAndShowsTheAnswer()
    {
        test::Window w;
        host(w, "echo");
        QTest::keyClick(w.find<QTreeView>("list"), Qt::Key_Return);
        QVERIFY(overviewBar(w)->text().contains(QStringLiteral("as a client")));
        QCOMPARE(w.window.conversations().count(), 1);
        QTest::mouseClick(overviewBar(w)->findChild<QPushButton *>(QStringLiteral("messageAnswer")), Qt::LeftButton);
        QTRY_COMPARE(w.window.conversations().count(), 2);
        QCOMPARE(overviewBar(w)->text(), QString());
        ui::ConversationPanel *talk = w.window.conversations().current();
        auto *field = talk->findChild<QLineEdit *>(QStringLiteral("field"));
        QTest::keyClicks(field, QStringLiteral("test2"));
        QTest::keyClick(field, Qt::Key_Return);
        const auto last = [&](int column) {
            return talk->messages()->index(talk->messages()->rowCount() - 1, column).data().toString();
        };
        QTRY_COMPARE(last(ConversationModel::Preview), QStringLiteral("Echo: test2"));
        QCOMPARE(last(ConversationModel::Direction), QStringLiteral("← received"));
        QTRY_COMPARE(field->text(), QString());
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(field->text(), QStringLiteral("test2"));
    }

    /// Bytes in another framing are reported, and one click shows them raw.
    void anotherFramingIsTold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a length that does not come") << QByteArray("\0\3a\0\2bc", 7);
        QTest::newRow("a length that cannot be") << QByteArray("\xff\xff\xff\xff");
    }

    void anotherFramingIsTold()
    {
        QFETCH(QByteArray, bytes);
        test::Window w;
        const UniqueFd listener = test::listeningSocket(w.directory.filePath("CoreFxPipe_other"));
        QTRY_VERIFY(w.window.pipes().select(w.directory.filePath("CoreFxPipe_other")));
        w.window.attach(w.window.pipes().current());
        QTRY_COMPARE(w.window.conversations().count(), 1);
        const UniqueFd server(::accept(listener.get(), nullptr, nullptr));
        QCOMPARE(::write(server.get(), bytes.constData(), static_cast<size_t>(bytes.size())), bytes.size());
        ui::ConversationPanel *talk = w.window.conversations().current();
        auto *bar = talk->findChild<ui::MessageBar *>(QStringLiteral("awaited"));
        QTRY_VERIFY(bar->isVisible());
        QTest::mouseClick(bar->findChild<QPushButton *>(QStringLiteral("messageAnswer")), Qt::LeftButton);
        QTRY_VERIFY(!bar->isVisible());
        const auto rowsWithBytes = [talk] {
            int rows = 0;
            for (int row = 0; row < talk->messages()->rowCount(); ++row)
                rows += talk->messages()->list()->summary(static_cast<quint64>(row)).wireSize > 0 ? 1 : 0;
            return rows;
        };
        QTRY_COMPARE(rowsWithBytes(), 1);
        QCOMPARE(::write(server.get(), "more", 4), 4);
        QTRY_COMPARE(rowsWithBytes(), 2);
        QTRY_COMPARE(
            talk->messages()->index(talk->messages()->rowCount() - 1, ConversationModel::Preview).data().toString(),
            QStringLiteral("more"));
    }

    void anEndedLinkSaysSoAndBlocksTheLine()
    {
        test::Window w;
        host(w, "ends");
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        w.window.attach(w.window.pipes().current());
        QTRY_COMPARE(opened.count(), 1);
        ui::ConversationPanel *talk = w.window.conversations().current();
        w.window.conversations().setCurrentIndex(0);
        action(w, "actionClose")->trigger();
        QTRY_VERIFY(!talk->findChild<QLineEdit *>(QStringLiteral("field"))->isEnabled());
    }

    void refusalIsShownInTheBar()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_dead");
        const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
        QCOMPARE(::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        ::close(fd);
        QTRY_VERIFY(w.window.pipes().select(path));
        w.window.attachToCurrent();
        QTest::mouseClick(overviewBar(w)->findChild<QPushButton *>(QStringLiteral("messageAnswer")), Qt::LeftButton);
        QTRY_VERIFY(overviewBar(w)->text().contains(QStringLiteral("Nobody listens")));
        QVERIFY(w.window.conversations().isHidden());
    }

    void oddNamesAreShownAndAttached()
    {
        test::Window w;
        const QByteArray name("o\n\xff\xe2\x80\xae<b>&");
        host(w, name);
        const auto *list = w.find<QTreeView>("list");
        QCOMPARE(
            list->currentIndex().siblingAtColumn(PipeListModel::Name).data().toString(),
            QStringLiteral("o\\x0a\\xff\\xe2\\x80\\xae<b>&"));
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        w.window.attach(w.window.pipes().current());
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(w.window.conversations().tabText(1).contains(QStringLiteral("<b>&&")));
    }

    void lightAndDarkDiffer()
    {
        test::Window w;
        host(w, "look");
        // The left margin of the list; widgets get the new colours from the event loop.
        const auto ground = [&w] {
            const QImage picture = w.window.grab().toImage();
            return qGray(picture.pixel(2, picture.height() / 4));
        };
        w.theme.apply(QStringLiteral("light"));
        QTRY_VERIFY(ground() > 180);
        QVERIFY(!ui::isDark(QApplication::palette()));
        w.theme.apply(QStringLiteral("dark"));
        QTRY_VERIFY(ground() < 80);
        QVERIFY(ui::isDark(QApplication::palette()));
        w.theme.apply(QStringLiteral("system"));
    }

    void shutdownRemovesOurFiles()
    {
        test::Window w;
        host(w, "mine");
        const QString path = QString::fromUtf8(w.directory.filePath("CoreFxPipe_mine"));
        QVERIFY(QFileInfo::exists(path));
        w.workers.shutDown();
        QTRY_COMPARE(w.finished.count(), 1);
        QVERIFY(!QFileInfo::exists(path));
    }
};

QTEST_MAIN(TestMainWindow)

} // namespace tst_mainwindow

#include "tst_mainwindow.moc"
