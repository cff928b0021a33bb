// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

namespace tst_oneway {

using namespace pipeglass;
using namespace pipeglass::test;

/// `pipeglass send` with .NET servers of one direction, whose other direction is shut down.
class TestOneWay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inServerReceivesAll_data();
    void inServerReceivesAll();
    void outServerIsPrinted();
};

void TestOneWay::inServerReceivesAll_data()
{
    QTest::addColumn<QByteArrayList>("more");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("no answer wanted") << QByteArrayList{ "--replies", "0" } << 0;
    QTest::newRow("answers wanted that cannot come") << QByteArrayList{} << 1;
}

void TestOneWay::inServerReceivesAll()
{
    QFETCH(const QByteArrayList, more);
    QFETCH(const int, exitCode);
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "in-server", "jobs" });
    QVERIFY(server);
    const ProgramPtr send = startPipeglass(QByteArrayList{ "send", "jobs", "one", "two", "three" } + more);
    QCOMPARE(send->finish(), QByteArray());
    QCOMPARE(send->exitCode(), exitCode);
    QVERIFY(server->waitForLine("connected"));
    QVERIFY(server->waitForLine("received one"));
    QVERIFY(server->waitForLine("received two"));
    QVERIFY(server->waitForLine("received three"));
    QVERIFY(server->waitForLine("closed"));
}

void TestOneWay::outServerIsPrinted()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "out-server", "news", "first", "", "third" });
    QVERIFY(server);
    const ProgramPtr read = startPipeglass({ "send", "news" });
    QCOMPARE(read->finish(), QByteArray("first\n\nthird\n"));
    QCOMPARE(read->exitCode(), 0);
}

PIPEGLASS_PEER_TEST_MAIN(TestOneWay)

} // namespace tst_oneway

#include "tst_oneway.moc"
