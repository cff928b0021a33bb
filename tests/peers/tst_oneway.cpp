// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/privatedirectory.h"

#include <QtTest>

using namespace pipeglass;
using namespace pipeglass::test;

/// `pipeglass send` on .NET servers of one direction, whose other half is shut from the start.
class TestOneWay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inServerReceivesAll();
    void outServerIsPrinted();
};

void TestOneWay::inServerReceivesAll()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "in-server", "jobs" });
    QVERIFY(server);
    const ProgramPtr send = startPipeglass({ "send", "jobs", "one", "two", "three", "--replies", "0" });
    QCOMPARE(send->finish(), QByteArray());
    QCOMPARE(send->exitCode(), 0);
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

#include "tst_oneway.moc"
