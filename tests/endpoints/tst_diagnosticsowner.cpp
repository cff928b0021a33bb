// SPDX-License-Identifier: MIT
#include "endpoints/diagnosticsowner.h"
#include "support/testmain.h"

#include <QFile>

#include <unistd.h>

namespace tst_diagnosticsowner {

using namespace pipeglass::endpoints;

class TestDiagnosticsOwner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<std::optional<DiagnosticsOwner>>("owner");
        const std::optional<DiagnosticsOwner> none;
        const std::optional<DiagnosticsOwner> some = DiagnosticsOwner{ 12, 345 };
        QTest::newRow("socket") << QByteArray("dotnet-diagnostic-12-345-socket") << some;
        QTest::newRow("router") << QByteArray("dotnet-diagnostic-dsrouter-12-345-socket") << some;
        QTest::newRow("in") << QByteArray("clr-debug-pipe-12-345-in") << some;
        QTest::newRow("out") << QByteArray("clr-debug-pipe-12-345-out") << some;
        QTest::newRow("no key") << QByteArray("dotnet-diagnostic-12-socket") << none;
        QTest::newRow("no pid") << QByteArray("dotnet-diagnostic--345-socket") << none;
        QTest::newRow("signs") << QByteArray("dotnet-diagnostic-12-+345-socket") << none;
        QTest::newRow("hex") << QByteArray("dotnet-diagnostic-12-3f-socket") << none;
        QTest::newRow("too large") << QByteArray("dotnet-diagnostic-12-99999999999999999999999-socket") << none;
        QTest::newRow("overlap") << QByteArray("dotnet-diagnostic-socket") << none;
        QTest::newRow("newline") << QByteArray("dotnet-diagnostic-12-345-socket\n") << none;
        QTest::newRow("empty") << QByteArray() << none;
    }

    void readsNames()
    {
        QFETCH(QByteArray, name);
        QFETCH(std::optional<DiagnosticsOwner>, owner);
        QCOMPARE(diagnosticsOwner(name), owner);
    }

    void readsStartTimes_data()
    {
        QTest::addColumn<QByteArray>("stat");
        QTest::addColumn<qint64>("time");
        const QByteArray rest(" S 1 7 7 0 -1 4194560 100 0 0 0 1 2 0 0 20 0 1 0 987654 1000 10 18446744073709551615\n");
        QTest::newRow("plain") << QByteArray("7 (cat)") + rest << qint64(987654);
        QTest::newRow("hostile name") << QByteArray("7 (a) R 1 1 1 (b)") + rest << qint64(987654);
        QTest::newRow("newline in name") << QByteArray("7 (a\n)") + rest << qint64(987654);
        QTest::newRow("cut") << QByteArray("7 (cat) S 1 7 7 0 -1") << qint64(-1);
        QTest::newRow("no name") << QByteArray("7 cat S 1") << qint64(-1);
        QTest::newRow("empty") << QByteArray() << qint64(-1);
        QTest::newRow("words") << QByteArray("7 (x) ") + QByteArray("y ").repeated(30) << qint64(-1);
    }

    void readsStartTimes()
    {
        QFETCH(QByteArray, stat);
        QFETCH(qint64, time);
        const std::optional<quint64> found = startTimeOf(stat);
        QCOMPARE(found ? static_cast<qint64>(*found) : -1, time);
    }

    void readsNamespacePids()
    {
        QCOMPARE(
            namespacePids("Name:\tx\nPid:\t70\nNSpid:\t70\t12\t1\nNSpgid:\t70\n"), (std::vector<quint64>{ 70, 12, 1 }));
        QCOMPARE(namespacePids("Name:\tx\nNSpid:\t70"), (std::vector<quint64>{ 70 }));
        QCOMPARE(namespacePids("Name:\tx\nNSpid:\t70 x\n"), std::vector<quint64>());
        QCOMPARE(namespacePids("Name:\tx\n"), std::vector<quint64>());
    }

    void judges()
    {
        const std::vector<RunningProcess> processes{ { { 1 }, 5 }, { { 500, 12 }, 345 }, { { 12 }, 999 } };
        QCOMPARE(ownerState({ 12, 345 }, processes, true), OwnerState::Running); // in one of our containers
        QCOMPARE(ownerState({ 12, 999 }, processes, true), OwnerState::Running);
        QCOMPARE(ownerState({ 12, 346 }, processes, true), OwnerState::Gone); // the pid was reused
        QCOMPARE(ownerState({ 13, 345 }, processes, true), OwnerState::Gone);
        const std::vector<RunningProcess> elsewhere{ { { 500, 12 }, std::nullopt }, { { 13 }, 7 } };
        QCOMPARE(ownerState({ 12, 345 }, elsewhere, true), OwnerState::Unknown); // another time namespace
        QCOMPARE(ownerState({ 13, 345 }, elsewhere, true), OwnerState::Gone);
        QCOMPARE(ownerState({ 13, 345 }, processes, false), OwnerState::Unknown);
        QCOMPARE(ownerState({ 12, 346 }, processes, false), OwnerState::Unknown);
    }

    void knowsThisProcess()
    {
        QFile stat(QStringLiteral("/proc/self/stat"));
        QFile status(QStringLiteral("/proc/self/status"));
        QVERIFY(stat.open(QIODevice::ReadOnly) && status.open(QIODevice::ReadOnly));
        const std::optional<quint64> start = startTimeOf(stat.readAll());
        const std::vector<quint64> pids = namespacePids(status.readAll());
        QVERIFY(start.has_value());
        QVERIFY(!pids.empty());
        QCOMPARE(pids.back(), static_cast<quint64>(::getpid()));
        QCOMPARE(ownerState({ pids.back(), *start }, { { pids, *start } }, true), OwnerState::Running);
    }
};

QTEST_GUILESS_MAIN(TestDiagnosticsOwner)

} // namespace tst_diagnosticsowner

#include "tst_diagnosticsowner.moc"
