// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

namespace tst_echoserver {

using namespace pipeglass;
using namespace pipeglass::test;

/// `pipeglass send` as the client of .NET servers.
class TestEchoServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendPrintsTheAnswer_data();
    void sendPrintsTheAnswer();
    void manyMessages_data();
    void manyMessages();
};

void TestEchoServer::sendPrintsTheAnswer_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("the classic") << QByteArray("test2");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("not ASCII") << QByteArray("Grüße, 世界");
}

void TestEchoServer::sendPrintsTheAnswer()
{
    QFETCH(const QByteArray, text);
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "echo-server", "pipe_test1" });
    QVERIFY(server);
    const ProgramPtr send = startPipeglass({ "send", "pipe_test1", text });
    QCOMPARE(send->finish(), "Echo: " + text + '\n');
    QCOMPARE(send->exitCode(), 0);
    QVERIFY(server->waitForLine("received " + text));
    // The server's loop waits for the next client.
    QVERIFY(server->waitForLine("listening"));
}

void TestEchoServer::manyMessages_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<double>("steepness"); ///< higher: fewer large messages
    QTest::newRow("whole") << QByteArray("bulk-server") << 10.0;
    QTest::newRow("one byte a write") << QByteArray("dribble-server") << 300.0;
}

void TestEchoServer::manyMessages()
{
    QFETCH(const QByteArray, command);
    QFETCH(const double, steepness);
    constexpr int count = 1000;
    constexpr double largest = 1 << 20;
    QByteArray input;
    QByteArray expected;
    for (int i = 0; i < count; ++i) {
        const auto size = static_cast<qsizetype>(largest * std::pow(i / double(count - 1), steepness));
        const QByteArray text(qMin(size + i % 64, qsizetype{ 1 } << 20U), static_cast<char>('a' + i % 26));
        input += text + '\n';
        expected += "Echo: " + text + '\n';
    }

    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ command, "bulk" });
    QVERIFY(server);
    const ProgramPtr send = startPipeglass({ "send", "bulk", "--replies", "1000", "-" });
    send->feed(input);
    const QByteArray output = send->finish();
    QCOMPARE(send->exitCode(), 0);
    QCOMPARE(output.size(), expected.size());
    QVERIFY(output == expected);
    QVERIFY(server->waitForLine("answered 1000"));
}

PIPEGLASS_PEER_TEST_MAIN(TestEchoServer)

} // namespace tst_echoserver

#include "tst_echoserver.moc"
