// SPDX-License-Identifier: MIT
#include "models/pipeentries.h"
#include "models/pipefiltermodel.h"
#include "models/pipelistmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>

namespace tst_pipefiltermodel {

using namespace pipeglass;
using models::PipeFilterModel;
using models::PipeListModel;
using test::pipe;
using test::snapshot;

class TestPipeFilterModel : public QObject {
    Q_OBJECT

private:
    [[nodiscard]] static QString shown(const PipeFilterModel &filter)
    {
        QStringList names;
        for (int row = 0; row < filter.rowCount(); ++row)
            names.append(filter.index(row, PipeListModel::Name).data().toString());
        return names.join(u' ');
    }

    [[nodiscard]] static catalog::SnapshotPtr someHouse()
    {
        catalog::PipeEntry jobs = pipe("Jobs");
        jobs.owner = QStringLiteral("root");
        jobs.server = { ProcessInfo{ 991, "worker", 0, QStringLiteral("root") } };
        jobs.clients = 12;
        catalog::PipeEntry old = pipe("old_pipe");
        old.state = catalog::PipeState::Stale;
        old.server->clear();
        old.clients.reset();
        catalog::PipeEntry echo = pipe("echo_pipe");
        echo.clients = 2;
        return snapshot({ jobs, old, echo });
    }

private Q_SLOTS:
    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("result");
        QTest::newRow("nothing") << QString() << QStringLiteral("Jobs echo_pipe old_pipe");
        QTest::newRow("name, any case") << QStringLiteral("jobs") << QStringLiteral("Jobs");
        QTest::newRow("owner") << QStringLiteral("root") << QStringLiteral("Jobs");
        QTest::newRow("program") << QStringLiteral("worker") << QStringLiteral("Jobs");
        QTest::newRow("pid") << QStringLiteral("4242") << QStringLiteral("echo_pipe");
        QTest::newRow("state") << QStringLiteral("stale") << QStringLiteral("old_pipe");
        QTest::newRow("every word") << QStringLiteral(" pipe  user ") << QStringLiteral("echo_pipe old_pipe");
        QTest::newRow("no pattern") << QStringLiteral("e.*o") << QString();
    }

    void filters()
    {
        QFETCH(QString, text);
        QFETCH(QString, result);
        PipeListModel list;
        list.apply(someHouse(), {});
        PipeFilterModel filter;
        filter.setSourceModel(&list);
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        filter.setFilterText(text);
        QCOMPARE(shown(filter), result);
    }

    void sorts_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("result");
        QTest::newRow("name") << int(PipeListModel::Name) << QStringLiteral("echo_pipe Jobs old_pipe");
        QTest::newRow("clients as numbers") << int(PipeListModel::Clients) << QStringLiteral("old_pipe echo_pipe Jobs");
        QTest::newRow("equals by path") << int(PipeListModel::Mode) << QStringLiteral("Jobs echo_pipe old_pipe");
        QTest::newRow("state") << int(PipeListModel::State) << QStringLiteral("Jobs echo_pipe old_pipe");
    }

    void sorts()
    {
        QFETCH(int, column);
        QFETCH(QString, result);
        PipeListModel list;
        list.apply(someHouse(), {});
        PipeFilterModel filter;
        filter.setSourceModel(&list);
        filter.sort(column);
        QCOMPARE(shown(filter), result);
    }

    void aChangedRowMoves()
    {
        PipeListModel list;
        const auto before = someHouse();
        list.apply(before, {});
        PipeFilterModel filter;
        filter.setSourceModel(&list);
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        filter.sort(PipeListModel::Clients, Qt::DescendingOrder);
        catalog::PipeEntry busy = pipe("echo_pipe");
        busy.clients = 50;
        const auto after = snapshot({ *before->entries[0], busy, *before->entries[2] });
        list.apply(after, catalog::difference(*before, *after));
        QCOMPARE(shown(filter), QStringLiteral("echo_pipe Jobs old_pipe"));
    }
};

QTEST_GUILESS_MAIN(TestPipeFilterModel)

} // namespace tst_pipefiltermodel

#include "tst_pipefiltermodel.moc"
