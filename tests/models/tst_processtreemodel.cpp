// SPDX-License-Identifier: MIT
#include "models/dotnetprocesses.h"
#include "models/processes/processtreemodel.h"
#include "support/testmain.h"
#include "text/processtext.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

namespace tst_processtreemodel {

using namespace pipeglass;
using namespace pipeglass::test;
using catalog::DotNetProcess;
using models::ProcessTreeModel;

QString shown(const ProcessTreeModel &model, const QModelIndex &parent, int column)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row)
        rows.append(model.index(row, column, parent).data().toString());
    return rows.join(u'|');
}

QString names(const ProcessTreeModel &model, const QModelIndex &parent = {})
{
    return shown(model, parent, ProcessTreeModel::Name);
}

class TestProcessTreeModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void processWithAllDetails()
    {
        DotNetProcess worker = dotNetProcess(991, "worker");
        worker.serves = { sharedPipe("jobs") };
        worker.clientOf = { clientOf("pipe_test1", 12, 1) };
        worker.anonymousPipes = { { 7, { worker.process }, { { 992, "child", 0, QStringLiteral("root") } } } };
        ProcessTreeModel model;
        model.apply({ worker });
        const QModelIndex row = model.index(0, 0);
        QCOMPARE(row.data().toString(), QStringLiteral("worker"));
        QCOMPARE(
            row.siblingAtColumn(ProcessTreeModel::What).data().toString(),
            QStringLiteral("serves 1 pipe, client of 1, 1 anonymous pipe"));
        QCOMPARE(names(model, row), QStringLiteral("jobs|pipe_test1|Anonymous pipe|TMPDIR"));
        QCOMPARE(
            shown(model, row, ProcessTreeModel::What),
            QStringLiteral(
                "serves: listening|"
                "client of echo 4242: 12 bytes not yet read by the server, 1 byte not yet read by the client|"
                "worker 991 → child 992|/tmp (not set)"));
        QCOMPARE(shown(model, row, ProcessTreeModel::Pid), QStringLiteral("|4242|992|"));
        QCOMPARE(shown(model, row, ProcessTreeModel::User), QStringLiteral("|root|root|"));
        const QModelIndex jobs = model.index(0, 0, row);
        QCOMPARE(jobs.data(ProcessTreeModel::EntryRole).value<catalog::PipeEntryPtr>(), worker.serves.front());
        QCOMPARE(model.process(jobs)->process.pid, 991);
        QVERIFY(model.fact(row) == nullptr);
    }

    void aDiagnosticsSocket()
    {
        DotNetProcess one = dotNetProcess(1, "one");
        QCOMPARE(text::diagnosticsText(one), QStringLiteral("none found"));
        catalog::PipeEntry socket = pipe("x");
        socket.fileName = "dotnet-diagnostic-1-2-socket";
        one.diagnostics = std::make_shared<catalog::PipeEntry>(socket);
        const models::ProcessFact fact = models::processFacts(one).front();
        QCOMPARE(fact.title, QStringLiteral("Diagnostics socket"));
        QCOMPARE(fact.what, QStringLiteral("listening: /tmp/dotnet-diagnostic-1-2-socket"));
        QCOMPARE(fact.pipe, one.diagnostics);
    }

    void unreadInWords_data()
    {
        QTest::addColumn<int>("byServer");
        QTest::addColumn<int>("byClient");
        QTest::addColumn<QString>("words");
        QTest::newRow("all read") << 0 << 0 << QStringLiteral("all read");
        QTest::newRow("one way") << 3 << 0 << QStringLiteral("3 bytes not yet read by the server");
        QTest::newRow("other way") << 0 << 1 << QStringLiteral("1 byte not yet read by the client");
        QTest::newRow("half known")
            << 3 << -1
            << QStringLiteral(
                   "3 bytes not yet read by the server, an unknown number of bytes not yet read by the client");
    }

    void unreadInWords()
    {
        QFETCH(int, byServer);
        QFETCH(int, byClient);
        QFETCH(QString, words);
        const auto known = [](int bytes) { return bytes < 0 ? std::nullopt : std::optional<quint64>(bytes); };
        DotNetProcess one = dotNetProcess(1, "one");
        one.clientOf = { clientOf("a", known(byServer), known(byClient)) };
        QCOMPARE(models::processFacts(one).front().what, QStringLiteral("client of echo 4242: ") + words);
        one.clientOf.front().connection.isWaiting = true;
        QCOMPARE(models::processFacts(one).front().what, QStringLiteral("client of echo 4242: waiting to be accepted"));
    }

    void temporaryDirectories()
    {
        QCOMPARE(text::temporaryDirectoryText(QByteArray()), QStringLiteral("/tmp (not set)"));
        QCOMPARE(text::temporaryDirectoryText(QByteArray("/run/\n")), QStringLiteral("/run/\\x0a"));
        QVERIFY(text::temporaryDirectoryText({}).startsWith(QStringLiteral("unknown")));
    }

    void rowsSurviveWhatHappensToOthers()
    {
        ProcessTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        DotNetProcess first = dotNetProcess(10, "first");
        DotNetProcess second = dotNetProcess(20, "second");
        second.serves = { sharedPipe("b") };
        model.apply({ first, second });
        const QPersistentModelIndex row = model.index(1, 0);
        const QPersistentModelIndex pipe = model.index(0, 0, row);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

        second.serves = { sharedPipe("a"), sharedPipe("b", 99), sharedPipe("c") }; // "b" was bound again
        model.apply({ dotNetProcess(5, "zero"), second, dotNetProcess(30, "third") });
        QCOMPARE(names(model), QStringLiteral("zero|second|third"));
        QCOMPARE(row.row(), 1);
        QCOMPARE(pipe.row(), 1);
        QCOMPARE(pipe.data().toString(), QStringLiteral("b"));
        QCOMPARE(pipe.data(ProcessTreeModel::EntryRole).value<catalog::PipeEntryPtr>()->file.id.inode, 99U);
        second.serves = { sharedPipe("c") };
        model.apply({ second });
        QVERIFY(!pipe.isValid());
        QCOMPARE(row.row(), 0);
        model.apply({ dotNetProcess(20, "another") });
        QVERIFY(!row.isValid());
        model.apply({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(resets.count(), 0);
    }

    void neighboursComeAndGoTogether()
    {
        ProcessTreeModel model;
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        DotNetProcess one = dotNetProcess(5, "one");
        model.apply({ one });
        for (int number = 0; number < 100; ++number)
            one.serves.push_back(sharedPipe("p" + QByteArray::number(number)));
        model.apply({ dotNetProcess(1, "a"), dotNetProcess(2, "b"), one, dotNetProcess(6, "c") });
        QCOMPARE(inserted.count(), 4); // the first one; two before it; one after it; its pipes
        one.serves.clear();
        model.apply({ one });
        QCOMPARE(removed.count(), 3);
        QCOMPARE(names(model), QStringLiteral("one"));
    }

    void whatDoesNotChangeIsNotSaidToChange()
    {
        ProcessTreeModel model;
        DotNetProcess one = dotNetProcess(1, "one");
        one.serves = { sharedPipe("a"), sharedPipe("b") };
        model.apply({ one });
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        one.serves = { sharedPipe("a"), sharedPipe("b") };
        model.apply({ one });
        QCOMPARE(changes.count(), 0);
        catalog::PipeEntry busy = pipe("b");
        busy.clients = 2;
        one.serves.back() = std::make_shared<catalog::PipeEntry>(busy);
        model.apply({ one });
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.front().front().toModelIndex(), model.index(1, 0, model.index(0, 0)));
        QCOMPARE(
            model.index(1, ProcessTreeModel::What, model.index(0, 0)).data().toString(),
            QStringLiteral("serves: listening, 2 clients"));
    }

    void twoConnectionsToOnePipeAreTwoRows()
    {
        ProcessTreeModel model;
        DotNetProcess one = dotNetProcess(1, "one");
        one.clientOf = { clientOf("a", 1), clientOf("a", 2) };
        model.apply({ one });
        const QPersistentModelIndex first = model.index(0, 0, model.index(0, 0));
        QCOMPARE(names(model, first.parent()), QStringLiteral("a|a|TMPDIR"));
        one.clientOf = { clientOf("a", 2) };
        model.apply({ one });
        QVERIFY(first.isValid());
        QVERIFY(first.sibling(0, ProcessTreeModel::What).data().toString().contains(QStringLiteral("2 bytes")));
    }

    void anyOrderOfChangesKeepsTheTreeSound()
    {
        ProcessTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QRandomGenerator dice(4);
        for (int round = 0; round < 60; ++round) {
            std::vector<DotNetProcess> processes;
            for (pid_t pid = 1; pid < 9; ++pid) {
                if (dice.bounded(2) == 0)
                    continue;
                processes.push_back(dotNetProcess(pid, "p" + QByteArray::number(dice.bounded(2))));
                for (char name = 'a'; name < 'f'; ++name) {
                    if (dice.bounded(2) == 0)
                        processes.back().serves.push_back(sharedPipe(QByteArray(1, name), dice.bounded(3U)));
                    for (int times = dice.bounded(3); times > 0; --times)
                        processes.back().clientOf.push_back(clientOf(QByteArray(1, name)));
                }
            }
            model.apply(processes);
            QCOMPARE(model.rowCount(), static_cast<int>(processes.size()));
            for (int row = 0; row < model.rowCount(); ++row) {
                const DotNetProcess &wanted = processes[static_cast<size_t>(row)];
                QCOMPARE(model.process(model.index(row, 0))->process, wanted.process);
                QCOMPARE(
                    model.rowCount(model.index(row, 0)),
                    static_cast<int>(wanted.serves.size() + wanted.clientOf.size()) + 1);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestProcessTreeModel)

} // namespace tst_processtreemodel

#include "tst_processtreemodel.moc"
