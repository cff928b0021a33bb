// SPDX-License-Identifier: MIT
#include "host/hostdialog.h"
#include "models/pipeentries.h"
#include "models/pipefiltermodel.h"
#include "models/pipelistmodel.h"
#include "pipes/pipespanel.h"
#include "pipes/rowactivity.h"
#include "start/firstpage.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

namespace tst_firstpage {

using namespace pipeglass;
using models::PipeListModel;

class TestFirstPage : public QObject {
    Q_OBJECT

private:
    static QPushButton *button(const test::Window &w, const char *action)
    {
        return w.find<QPushButton>((QByteArray(action) + "Button").constData());
    }

private Q_SLOTS:
    void offersWhatCanBeDoneWithoutPipes()
    {
        test::Window w;
        const ui::FirstPage *page = w.window.pipes().firstPage();
        QTRY_VERIFY(page->isVisible());
        QTRY_COMPARE(w.window.focusWidget(), button(w, "actionStart"));
        for (const char *action : { "actionStart", "actionHostEcho", "actionOpen", "actionExplain" })
            QVERIFY2(button(w, action)->isEnabled(), action);
        QTest::mouseClick(button(w, "actionHostEcho"), Qt::LeftButton);
        const auto *dialog = w.window.findChild<ui::HostDialog *>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("name"))->text(), QStringLiteral("pipe_test1"));
    }

    void givesWayToTheListAndComesBack()
    {
        test::Window w;
        const ui::FirstPage *page = w.window.pipes().firstPage();
        QTRY_VERIFY(page->isVisible());
        const auto *list = w.find<QTreeView>("list");
        test::makeStaleSocket(w.directory.filePath("CoreFxPipe_one"));
        QTRY_VERIFY(list->isVisible());
        QVERIFY(!page->isVisible());
        QCOMPARE(w.window.focusWidget(), list);
        QFile::remove(QString::fromUtf8(w.directory.filePath("CoreFxPipe_one")));
        QTRY_VERIFY(page->isVisible());
        QVERIFY(!list->isVisible());
        QVERIFY(page->isAncestorOf(w.window.focusWidget()));
    }

    void whatCannotWorkSaysWhy()
    {
        test::Window w;
        qputenv("TMPDIR", "/no/such/directory");
        w.find<QAction>("actionRefresh")->trigger();
        QTRY_VERIFY(!button(w, "actionHostEcho")->isEnabled());
        QVERIFY(!button(w, "actionDemo")->isEnabled());
        const auto labels = w.window.pipes().firstPage()->findChildren<QLabel *>();
        // Visible with the first scan, which may come after the tool tips.
        QTRY_VERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QLatin1String("/no/such/directory"));
        }));
    }

    void recentRecordings()
    {
        const test::PrivateDirectory directory;
        const QString file = QFile::decodeName(directory.filePath("settings"));
        ui::Settings(file).addRecentFile("/no/such/recording.pcapng");
        test::Window w(file);
        const auto find = [&w]() -> QPushButton * {
            for (auto *one : w.window.pipes().firstPage()->findChildren<QPushButton *>()) {
                if (one->text() == QLatin1String("recording.pcapng") && one->isVisible())
                    return one;
            }
            return nullptr;
        };
        QTRY_VERIFY(find() != nullptr);
        QTRY_VERIFY(!find()->isEnabled());
        QVERIFY(find()->accessibleDescription().contains(QStringLiteral("not there")));
    }

    /// New and removed rows glow, and no timer runs afterwards.
    void rowsGlow()
    {
        ui::PipesPanel panel;
        panel.show();
        const auto none = test::snapshot({});
        const auto one = test::snapshot({ test::pipe("one", 1) });
        const auto two = test::snapshot({ test::pipe("one", 1), test::pipe("two", 2) });
        const auto *activity = panel.findChild<ui::RowActivity *>();
        panel.apply(one, {});
        QCOMPARE(activity->glow("/tmp/CoreFxPipe_one"), 0.0); // it was there before
        panel.apply(two, catalog::difference(*one, *two));
        QVERIFY(activity->glow("/tmp/CoreFxPipe_two") > 0);
        panel.apply(one, catalog::difference(*two, *one));
        QCOMPARE(panel.shown()->rowCount(), 2); // the removed one is still there, as gone
        QVERIFY(panel.shown()->index(1, 0).data(PipeListModel::GoneRole).toBool());
        QTRY_COMPARE(panel.shown()->rowCount(), 1);
        QTRY_COMPARE(activity->glow("/tmp/CoreFxPipe_two"), 0.0);
        const auto *timer = activity->findChild<QTimer *>();
        QVERIFY(timer == nullptr || !timer->isActive());
        panel.setAnimated(false);
        panel.apply(none, catalog::difference(*one, *none));
        QCOMPARE(panel.shown()->rowCount(), 0);
        panel.apply(two, catalog::difference(*none, *two));
        QCOMPARE(activity->glow("/tmp/CoreFxPipe_two"), 0.0);
    }

    void aRemovedPipeThatComesBackHasOneRow()
    {
        ui::PipesPanel panel;
        panel.show();
        const auto one = test::snapshot({ test::pipe("one", 1) });
        const auto none = test::snapshot({});
        const auto again = test::snapshot({ test::pipe("one", 3) });
        panel.apply(one, {});
        panel.apply(none, catalog::difference(*one, *none));
        QCOMPARE(panel.shown()->rowCount(), 1);
        panel.apply(again, catalog::difference(*none, *again));
        QCOMPARE(panel.shown()->rowCount(), 1);
        QVERIFY(!panel.shown()->index(0, 0).data(PipeListModel::GoneRole).toBool());
        QVERIFY(panel.current() != nullptr);
        QTRY_COMPARE(panel.findChild<ui::RowActivity *>()->glow("/tmp/CoreFxPipe_one"), 0.0);
        QCOMPARE(panel.shown()->rowCount(), 1);
    }

    void unreadBytesAreRemembered()
    {
        ui::PipesPanel panel;
        panel.show();
        auto pipe = test::pipe("one", 1);
        const auto quiet = test::snapshot({ pipe });
        pipe.unreadByServer = 300;
        pipe.unreadByClient = 20;
        const auto busy = test::snapshot({ pipe });
        const auto *activity = panel.findChild<ui::RowActivity *>();
        panel.apply(quiet, {});
        QVERIFY(activity->unread("/tmp/CoreFxPipe_one").empty());
        panel.apply(busy, catalog::difference(*quiet, *busy));
        QCOMPARE(activity->unread("/tmp/CoreFxPipe_one").size(), size_t{ 1 });
        QCOMPARE(activity->unread("/tmp/CoreFxPipe_one").front().unread, quint64{ 320 });
        panel.apply(quiet, catalog::difference(*busy, *quiet));
        QCOMPARE(activity->unread("/tmp/CoreFxPipe_one").size(), size_t{ 2 });
        QVERIFY(!panel.grab().isNull());
    }
};

QTEST_MAIN(TestFirstPage)

} // namespace tst_firstpage

#include "tst_firstpage.moc"
