// SPDX-License-Identifier: MIT
#include "models/pipeentries.h"
#include "models/pipefiltermodel.h"
#include "models/pipelistmodel.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"

#include <QTreeView>

namespace tst_listselection {

using namespace pipeglass;

/// The selection while the list changes, tested through the panel.
class TestListSelection : public QObject {
    Q_OBJECT

private:
    static std::vector<catalog::PipeEntry> pipes(int first, int last, const QByteArray &directory = "/tmp")
    {
        std::vector<catalog::PipeEntry> all;
        for (int number = first; number <= last; ++number) {
            all.push_back(
                test::pipe("p" + QByteArray::number(number).rightJustified(4, '0'), static_cast<quint64>(number) + 1));
            all.back().directory = directory;
        }
        return all;
    }

    static bool isInSight(const QTreeView &list)
    {
        return list.viewport()->rect().contains(list.visualRect(list.currentIndex().siblingAtColumn(0)).center());
    }

private Q_SLOTS:
    void theChosenRowStaysInSight()
    {
        ui::PipesPanel panel;
        panel.resize(600, 500);
        panel.show();
        auto *list = panel.findChild<QTreeView *>(QStringLiteral("list"));
        const auto none = test::snapshot({});
        const auto some = test::snapshot(pipes(100, 200));
        panel.apply(none, {});
        panel.apply(some, catalog::difference(*none, *some));
        QVERIFY(panel.select("/tmp/CoreFxPipe_p0112"));
        QTRY_VERIFY(isInSight(*list));
        panel.resize(600, 180); // a conversation is opened below
        QTRY_VERIFY(isInSight(*list));
        const auto more = test::snapshot(pipes(0, 200)); // rows are inserted above it
        panel.apply(more, catalog::difference(*some, *more));
        QTRY_VERIFY(isInSight(*list));
        list->scrollToBottom(); // by the user
        QVERIFY(!isInSight(*list));
        panel.resize(600, 220);
        QCoreApplication::processEvents();
        QVERIFY(!isInSight(*list));
        const auto fewer = test::snapshot(pipes(50, 200));
        panel.setScanOptions({});
        panel.apply(fewer, catalog::difference(*more, *fewer), true);
        QVERIFY(isInSight(*list));
        QCOMPARE(panel.current()->path(), QByteArray("/tmp/CoreFxPipe_p0112"));
    }

    void theColumnDirectoryFollowsWhatIsListed()
    {
        ui::PipesPanel panel;
        auto *list = panel.findChild<QTreeView *>(QStringLiteral("list"));
        const auto isShown = [list] { return !list->isColumnHidden(models::PipeListModel::Directory); };
        const auto none = test::snapshot({});
        const auto one = test::snapshot(pipes(1, 3));
        auto both = pipes(1, 3);
        both.push_back(test::pipe("other", 99));
        both.back().directory = "/run";
        const auto two = test::snapshot(std::move(both));
        panel.apply(none, {});
        panel.apply(one, catalog::difference(*none, *one));
        QVERIFY(!isShown());
        panel.setScanOptions({ {}, catalog::Scope::All });
        QVERIFY(isShown());
        panel.apply(two, catalog::difference(*one, *two), true);
        QVERIFY(isShown());
        panel.setScanOptions({});
        panel.apply(one, catalog::difference(*two, *one), true);
        QVERIFY(!isShown());
        panel.apply(two, catalog::difference(*one, *two));
        QVERIFY(isShown());
        panel.apply(one, catalog::difference(*two, *one)); // the column does not change with each row
        QVERIFY(isShown());
    }
};

QTEST_MAIN(TestListSelection)

} // namespace tst_listselection

#include "tst_listselection.moc"
