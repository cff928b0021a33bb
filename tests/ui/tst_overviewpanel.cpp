// SPDX-License-Identifier: MIT
#include "conversation/conversationtabs.h"
#include "models/pipeconnectionsmodel.h"
#include "models/pipefiltermodel.h"
#include "overview/connectiontable.h"
#include "overview/overviewpanel.h"
#include "overview/pipedrawing.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"
#include "widgets/framingbox.h"
#include "widgets/messagebar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <sys/socket.h>
#include <unistd.h>

namespace tst_overviewpanel {

using namespace pipeglass;
using models::PipeConnectionsModel;

class TestOverviewPanel : public QObject {
    Q_OBJECT

private:
    static void choose(const test::Window &w, const QByteArray &path) { QTRY_VERIFY(w.window.pipes().select(path)); }

    static bool isShown(const test::Window &w, const char *name) { return !w.find<QWidget>(name)->isHidden(); }

    static QString fact(const test::Window &w, const char *name)
    {
        const auto *label = w.find<QLabel>(name);
        return label->isHidden() ? QString() : label->text();
    }

    static const ui::PipeDrawing *drawing(const test::Window &w) { return w.find<ui::PipeDrawing>("drawing"); }

    static QString cell(const ui::ConnectionTable *table, int row, int column)
    {
        return table->model()->index(row, column).data().toString();
    }

    static void send(const UniqueFd &fd, const QByteArray &bytes)
    {
        QCOMPARE(::send(fd.get(), bytes.constData(), static_cast<size_t>(bytes.size()), 0), bytes.size());
    }

private Q_SLOTS:
    void showsWhatIsQueuedAndWhoWaits()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_queued");
        const UniqueFd listener = test::listeningSocket(path);
        const UniqueFd first = test::connectedSocket(path);
        const UniqueFd served = test::acceptedSocket(listener);
        const UniqueFd second = test::connectedSocket(path);
        send(first, "twelve bytes");
        choose(w, path);
        const auto *table = w.find<ui::ConnectionTable>("connections");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(isShown(w, "connections"));
        QCOMPARE(cell(table, 0, PipeConnectionsModel::UnreadByServer), QStringLiteral("12"));
        QCOMPARE(cell(table, 0, PipeConnectionsModel::Pid), QString::number(::getpid()));
        QCOMPARE(cell(table, 1, PipeConnectionsModel::State), QStringLiteral("waiting"));
        QVERIFY(drawing(w)->accessibleDescription().contains(QStringLiteral("12 bytes not yet read by the server")));
        QTRY_COMPARE(drawing(w)->drawn().boxes.size(), size_t{ 4 });
        QCOMPARE(drawing(w)->drawn().boxes[1].role, ui::DrawingLayout::Role::Waiting);
        // It refreshes by itself, on a slow machine after some time.
        char drop[32];
        QCOMPARE(::read(served.get(), drop, sizeof drop), 12);
        w.find<QAction>("actionRefresh")->trigger();
        QTRY_COMPARE(cell(table, 0, PipeConnectionsModel::State), QStringLiteral("all read"));
        const UniqueFd servedToo = test::acceptedSocket(listener);
        QTRY_COMPARE(cell(table, 1, PipeConnectionsModel::State), QStringLiteral("all read"));
    }

    void copiesConnections()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_copied");
        const UniqueFd listener = test::listeningSocket(path);
        const UniqueFd client = test::connectedSocket(path);
        choose(w, path);
        auto *table = w.find<ui::ConnectionTable>("connections");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->setFocus();
        table->selectAll();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith(QStringLiteral("Client\tPID\tUser\tUnread by server\t")));
        QCOMPARE(lines[1].split(u'\t').at(1), QString::number(::getpid()));
    }

    void aStaleFileCanBeDeleted()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_dead");
        test::makeStaleSocket(path);
        choose(w, path);
        auto *panel = w.find<ui::OverviewPanel>("overview");
        QSignalSpy wanted(panel, &ui::OverviewPanel::deleteRequested);
        QTRY_VERIFY(isShown(w, "deleteButton"));
        Q_EMIT w.find<QPushButton>("deleteButton")->clicked();
        QCOMPARE(wanted.count(), 1);
        const QString nobody = QStringLiteral("Nobody can connect, because nobody listens");
        QVERIFY(w.find<QLabel>("access")->text().startsWith(nobody));
        QVERIFY(!isShown(w, "connections"));
        QVERIFY(!isShown(w, "otherPipeButton"));
        QVERIFY(drawing(w)->accessibleDescription().contains(QStringLiteral("No server.")));
        Q_EMIT w.find<QPushButton>("accessButton")->clicked(); // opens the tab next to it
        QTRY_VERIFY(w.find<QLabel>("whoSentence")->text().startsWith(nobody));
    }

    void buttonShowsTheOtherPipe()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_contested");
        test::ChildProcess first;
        test::ChildProcess second;
        UniqueFd kept;
        const auto serve = [&kept, &path] {
            ::unlink(path.constData());
            kept = test::listeningSocket(path);
            return true;
        };
        QVERIFY(first.start(serve));
        QVERIFY(second.start(serve));
        QTRY_COMPARE(w.window.pipes().shown()->rowCount(), 2);
        QTRY_VERIFY(w.window.pipes().selectServedBy(path, first.pid()));
        QTRY_VERIFY(
            w.find<QLabel>("state")->text().contains(QStringLiteral("Process %1 has the name now.").arg(second.pid())));
        QCOMPARE(fact(w, "factMode"), QString());
        QCOMPARE(fact(w, "factOwner"), QString());
        QCOMPARE(fact(w, "factModified"), QString());
        QVERIFY(w.find<QLabel>("access")->text().startsWith(QStringLiteral("Nobody can connect")));
        QVERIFY(isShown(w, "otherPipeButton"));
        Q_EMIT w.find<QPushButton>("otherPipeButton")->clicked();
        QTRY_COMPARE(w.window.pipes().current()->server->front().pid, second.pid());
        QVERIFY(w.find<QLabel>("state")->text().contains(
            QStringLiteral("took the name over from process %1").arg(first.pid())));
        QVERIFY(!fact(w, "factMode").isEmpty());
        w.find<QLineEdit>("filter")->setText(QStringLiteral("hides all"));
        QVERIFY(w.window.pipes().selectServedBy(path, first.pid()));
        QCOMPARE(w.find<QLineEdit>("filter")->text(), QString());
        QVERIFY(!w.window.pipes().selectServedBy(path, 1));
        QVERIFY(w.window.pipes().bar()->text().contains(QStringLiteral("Process 1 no longer serves")));
    }

    void aKnownEndpointIsExplainedAndAsksBeforeItIsHarmed()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_PSHost.1DA.42.App.pwsh");
        const UniqueFd listener = test::listeningSocket(path);
        const QByteArray other = w.directory.filePath("CoreFxPipe_own");
        const UniqueFd otherListener = test::listeningSocket(other);
        w.settings.setAttachHintWanted(false);
        choose(w, path);
        QVERIFY(w.find<QLabel>("endpoint")->text().startsWith(QStringLiteral("Perhaps: PowerShell host. ")));
        QVERIFY(w.find<QLabel>("harms")->text().contains(QStringLiteral("only connection")));
        QCOMPARE(fact(w, "factSpeaks"), QStringLiteral("PowerShell remoting"));
        auto *panel = w.find<ui::OverviewPanel>("overview");
        QCOMPARE(panel->framing()->id(), QByteArray("psrp"));
        w.window.attachToCurrent();
        QVERIFY(panel->bar()->text().contains(QStringLiteral("only connection")));
        QCOMPARE(w.window.conversations().count(), 0);
        choose(w, other);
        QCOMPARE(panel->framing()->id(), QByteArray("int32le"));
        QCOMPARE(panel->bar()->text(), QString());
        QVERIFY(!isShown(w, "endpoint"));
        QVERIFY(!isShown(w, "harms"));
    }

    void tellsTheHistory()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_old");
        const UniqueFd listener = test::listeningSocket(path);
        choose(w, path);
        auto *panel = w.find<ui::OverviewPanel>("overview");
        panel->setHistory(catalog::PipeHistory::Record{ now(), {}, 14, {} });
        QVERIFY(fact(w, "factHistory").contains(QStringLiteral("re-created 14 times")));
        panel->setHistory({});
        QCOMPARE(fact(w, "factHistory"), QString());
        QVERIFY(QFile::remove(QString::fromUtf8(path)));
        QTRY_VERIFY(w.find<QLabel>("emptyHistory")->text().contains(QStringLiteral("gone since")));
    }

    void fitsIntoASmallWindow()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_" + QByteArray(60, 'n'));
        const UniqueFd listener = test::listeningSocket(path);
        const UniqueFd client = test::connectedSocket(path);
        w.window.resize(w.window.minimumSize());
        choose(w, path);
        const auto *scroll = w.find<QScrollArea>("scroll");
        QTRY_VERIFY(isShown(w, "connections"));
        QTRY_COMPARE(w.window.width(), 720);
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
        QVERIFY(drawing(w)->drawn().size.width() <= scroll->viewport()->width());
    }

    void asksNothingWhileItIsHidden()
    {
        test::Window w;
        const QByteArray path = w.directory.filePath("CoreFxPipe_hidden");
        const UniqueFd listener = test::listeningSocket(path);
        const UniqueFd client = test::connectedSocket(path);
        choose(w, path);
        const auto *table = w.find<ui::ConnectionTable>("connections");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        w.window.showMinimized();
        QTRY_VERIFY(!drawing(w)->isVisible() || w.window.isMinimized());
        const UniqueFd served = test::acceptedSocket(listener);
        QTest::qWait(1500);
        QCOMPARE(cell(table, 0, PipeConnectionsModel::State), QStringLiteral("waiting"));
        w.window.showNormal();
        QTRY_COMPARE(cell(table, 0, PipeConnectionsModel::State), QStringLiteral("all read"));
    }
};

QTEST_MAIN(TestOverviewPanel)

} // namespace tst_overviewpanel

#include "tst_overviewpanel.moc"
