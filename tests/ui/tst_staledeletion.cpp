// SPDX-License-Identifier: MIT
#include "models/pipefiltermodel.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"
#include "widgets/messagebar.h"
#include "widgets/tabledialog.h"

#include <QAction>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QTreeWidget>

namespace tst_staledeletion {

using namespace pipeglass;

class TestStaleDeletion : public QObject {
    Q_OBJECT

private:
    static QAction *one(const test::Window &w) { return w.find<QAction>("actionDeleteStale"); }
    static QAction *all(const test::Window &w) { return w.find<QAction>("actionDeleteAllStale"); }
    static ui::MessageBar *bar(const test::Window &w) { return w.window.pipes().bar(); }

    static bool isThere(const test::Window &w, const char *leaf)
    {
        return QFileInfo::exists(QString::fromUtf8(w.directory.filePath(leaf)));
    }

    static void answer(const test::Window &w)
    {
        auto *dialog = w.find<ui::TableDialog>("deleteStale");
        QVERIFY(dialog != nullptr);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("answer")), Qt::LeftButton);
    }

private Q_SLOTS:
    void offeredForStalePipesOnly()
    {
        test::Window w;
        const UniqueFd living = test::listeningSocket(w.directory.filePath("CoreFxPipe_living"));
        QTRY_VERIFY(w.window.pipes().select(w.directory.filePath("CoreFxPipe_living")));
        QVERIFY(!one(w)->isEnabled());
        QVERIFY2(one(w)->toolTip().contains(QStringLiteral("alive")), qPrintable(one(w)->toolTip()));
        QVERIFY(!all(w)->isEnabled());
        test::makeStaleSocket(w.directory.filePath("CoreFxPipe_dead"));
        QTRY_VERIFY(w.window.pipes().select(w.directory.filePath("CoreFxPipe_dead")));
        QTRY_VERIFY(one(w)->isEnabled());
        QVERIFY(all(w)->isEnabled());
    }

    void delAsksAndDeletes()
    {
        test::Window w;
        test::makeStaleSocket(w.directory.filePath("CoreFxPipe_dead"));
        QTRY_VERIFY(w.window.pipes().current());
        QTRY_VERIFY(one(w)->isEnabled());
        QTest::keyClick(w.find<QTreeView>("list"), Qt::Key_Delete);
        auto *dialog = w.find<ui::TableDialog>("deleteStale");
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->findChild<QTreeWidget *>()->topLevelItem(0)->text(0), QStringLiteral("dead"));
        QVERIFY(isThere(w, "CoreFxPipe_dead")); // nothing before the answer
        answer(w);
        QTRY_COMPARE(bar(w)->text(), QStringLiteral("1 stale file deleted."));
        QVERIFY(!isThere(w, "CoreFxPipe_dead"));
        QTRY_COMPARE(w.window.pipes().shown()->rowCount(), 0);
    }

    /// The overview's button applies to its pipe, not to the selection of the list.
    void theOverviewsButtonMeansWhatItShows()
    {
        const test::Window w;
        test::makeStaleSocket(w.directory.filePath("CoreFxPipe_one"));
        test::makeStaleSocket(w.directory.filePath("CoreFxPipe_two"));
        QTRY_VERIFY(w.window.pipes().select(w.directory.filePath("CoreFxPipe_one")));
        w.find<QTreeView>("list")->clearSelection();
        QTRY_VERIFY(!w.find<QPushButton>("deleteButton")->isHidden());
        w.find<QPushButton>("deleteButton")->click();
        auto *dialog = w.find<ui::TableDialog>("deleteStale");
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->findChild<QTreeWidget *>()->topLevelItemCount(), 1);
        QCOMPARE(dialog->findChild<QTreeWidget *>()->topLevelItem(0)->text(0), QStringLiteral("one"));
        dialog->reject();
    }

    void keepsAFileThatIsServedMeanwhile()
    {
        test::Window w;
        for (const char *leaf : { "CoreFxPipe_a", "CoreFxPipe_b", "CoreFxPipe_c" })
            test::makeStaleSocket(w.directory.filePath(leaf));
        QTRY_COMPARE(w.window.pipes().ownStale().size(), size_t{ 3 });
        QVERIFY(all(w)->text().contains(u'3'));
        w.find<QLineEdit>("filter")->setText(QStringLiteral("hides all"));
        QVERIFY2(all(w)->text().contains(QStringLiteral("filtered out or not (3)")), qPrintable(all(w)->text()));
        all(w)->trigger();
        // A server starts between question and answer.
        QCOMPARE(::unlink(w.directory.filePath("CoreFxPipe_b").constData()), 0);
        const UniqueFd back = test::listeningSocket(w.directory.filePath("CoreFxPipe_b"));
        answer(w);
        QTRY_VERIFY2(
            bar(w)->text().startsWith(QStringLiteral("2 stale files deleted. 1 left. ")), qPrintable(bar(w)->text()));
        QVERIFY(isThere(w, "CoreFxPipe_b"));
        QVERIFY(!isThere(w, "CoreFxPipe_a") && !isThere(w, "CoreFxPipe_c"));
        QTest::mouseClick(bar(w)->findChild<QPushButton *>(QStringLiteral("messageAnswer")), Qt::LeftButton);
        auto *details = w.find<ui::TableDialog>("deletionDetails");
        QVERIFY(details != nullptr);
        const auto *table = details->findChild<QTreeWidget *>();
        QCOMPARE(table->topLevelItemCount(), 3);
        QCOMPARE(table->topLevelItem(0)->text(1), QStringLiteral("deleted"));
        QVERIFY(table->topLevelItem(1)->text(1).contains(QStringLiteral("CoreFxPipe_b")));
    }

    void cancelledMeansNothing()
    {
        test::Window w;
        test::makeStaleSocket(w.directory.filePath("CoreFxPipe_dead"));
        QTRY_VERIFY(all(w)->isEnabled());
        all(w)->trigger();
        w.find<ui::TableDialog>("deleteStale")->reject();
        QVERIFY(isThere(w, "CoreFxPipe_dead"));
        QVERIFY(all(w)->isEnabled());
    }
};

QTEST_MAIN(TestStaleDeletion)

} // namespace tst_staledeletion

#include "tst_staledeletion.moc"
