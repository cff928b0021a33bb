// SPDX-License-Identifier: MIT
#include "models/pipeentries.h"
#include "models/pipefiltermodel.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTreeView>

namespace tst_manypipes {

using namespace pipeglass;

/// Ten thousand pipes in the real list. Does not measure time; a list that compares every row with every other would
/// exceed the test's time limit.
class TestManyPipes : public QObject {
    Q_OBJECT

private:
    static constexpr int many = 10'000;

    static std::vector<catalog::PipeEntry> pipes(quint32 clients)
    {
        std::vector<catalog::PipeEntry> all;
        for (int number = 0; number < many; ++number) {
            all.push_back(test::pipe("pipe" + QByteArray::number(number), static_cast<quint64>(number) + 1));
            all.back().clients = clients;
        }
        return all;
    }

private Q_SLOTS:
    void insertFilterSortChangeAndRemove()
    {
        ui::PipesPanel panel;
        panel.resize(600, 400);
        panel.show();
        auto *list = panel.findChild<QTreeView *>(QStringLiteral("list"));
        const auto none = test::snapshot({});
        const auto quiet = test::snapshot(pipes(0));
        panel.apply(none, {});
        panel.apply(quiet, catalog::difference(*none, *quiet));
        QCOMPARE(panel.shown()->rowCount(), many);
        QVERIFY(panel.select("/tmp/CoreFxPipe_pipe5000"));
        auto *filter = panel.findChild<QLineEdit *>(QStringLiteral("filter"));
        filter->setText(QStringLiteral("pipe50"));
        QCOMPARE(panel.shown()->rowCount(), 111);
        filter->clear();
        list->sortByColumn(0, Qt::DescendingOrder);
        const auto busy = test::snapshot(pipes(1));
        panel.apply(busy, catalog::difference(*quiet, *busy));
        QCOMPARE(panel.current()->name(), QByteArray("pipe5000"));
        QVERIFY(!panel.grab().isNull());
        panel.apply(none, catalog::difference(*busy, *none));
        QCOMPARE(panel.shown()->rowCount(), 0);
    }
};

QTEST_MAIN(TestManyPipes)

} // namespace tst_manypipes

#include "tst_manypipes.moc"
