// SPDX-License-Identifier: MIT
#include "models/dotnetprocesses.h"
#include "models/processes/processfiltermodel.h"
#include "models/processes/processtreemodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>

namespace tst_processfiltermodel {

using namespace pipeglass;
using namespace pipeglass::test;
using models::ProcessFilterModel;
using models::ProcessTreeModel;

QString names(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString below = names(model, index);
        rows.append(index.data().toString() + (below.isEmpty() ? QString() : QStringLiteral("(%1)").arg(below)));
    }
    return rows.join(u' ');
}

class TestProcessFilterModel : public QObject {
    Q_OBJECT

private:
    ProcessTreeModel m_tree;

private Q_SLOTS:
    void initTestCase()
    {
        catalog::DotNetProcess first = dotNetProcess(9, "echo");
        first.serves = { sharedPipe("alpha"), sharedPipe("beta") };
        catalog::DotNetProcess second = dotNetProcess(10, "Build");
        second.serves = { sharedPipe("beta") };
        m_tree.apply({ first, second });
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rows");
        const QString facts = QStringLiteral("TMPDIR");
        QTest::newRow("nothing") << QString() << QStringLiteral("echo(alpha beta %1) Build(beta %1)").arg(facts);
        QTest::newRow("a process") << QStringLiteral("ECHO") << QStringLiteral("echo(alpha beta %1)").arg(facts);
        QTest::newRow("a pid") << QStringLiteral("10") << QStringLiteral("Build(beta %1)").arg(facts);
        QTest::newRow("a pipe") << QStringLiteral("beta") << QStringLiteral("echo(beta) Build(beta)");
        QTest::newRow("a pipe of a process") << QStringLiteral("beta build") << QStringLiteral("Build(beta)");
        QTest::newRow("none") << QStringLiteral("gamma") << QString();
    }

    void filters()
    {
        QFETCH(QString, text);
        QFETCH(QString, rows);
        ProcessFilterModel filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        filter.setSourceModel(&m_tree);
        filter.setFilterText(text);
        QCOMPARE(names(filter), rows);
    }

    void onlyProcessesAreSorted()
    {
        ProcessFilterModel filter;
        filter.setSourceModel(&m_tree);
        filter.sort(ProcessTreeModel::Name);
        QVERIFY(names(filter).startsWith(QStringLiteral("Build(")));
        filter.sort(ProcessTreeModel::Pid, Qt::DescendingOrder);
        QVERIFY(names(filter).startsWith(QStringLiteral("Build(")));
        QVERIFY(names(filter).contains(QStringLiteral("(alpha beta ")));
        filter.sort(ProcessTreeModel::Name, Qt::DescendingOrder);
        QVERIFY(names(filter).startsWith(QStringLiteral("echo(alpha beta TMPDIR)")));
    }
};

QTEST_GUILESS_MAIN(TestProcessFilterModel)

} // namespace tst_processfiltermodel

#include "tst_processfiltermodel.moc"
