// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <csignal>

namespace tst_replay {

using namespace pipeglass;
using namespace pipeglass::test;

/// `pipeglass replay` against .NET programs, of what was recorded with them.
class TestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asClient()
    {
        const PrivateDirectory directory;
        const QByteArray file = directory.filePath("talk");
        const ProgramPtr server = startPeerServer({ "echo-server", "pipe_test1" });
        QVERIFY(server);
        const ProgramPtr send = startPipeglass({ "send", "pipe_test1", "Grüße", "--record", file });
        QCOMPARE(send->finish(), QByteArray("Echo: Grüße\n"));
        QVERIFY(server->waitForLine("listening"));
        const ProgramPtr replay = startPipeglass({ "replay", file, "pipe_test1" });
        QCOMPARE(replay->finish(), QByteArray("1 message sent, 1 answer, all as recorded\n"));
        QCOMPARE(replay->exitCode(), 0);
        QVERIFY(server->waitForLine("received Grüße"));
    }

    void asServer()
    {
        const PrivateDirectory directory;
        const QByteArray file = directory.filePath("talk");
        const ProgramPtr echo = startPipeglass({ "echo", "pipe_test1", "--json", "--record", file });
        QVERIFY(echo->waitForLine("{\"event\":\"listening\""));
        const ProgramPtr client = startPeer({ "echo-client", "pipe_test1", "test2" });
        const QByteArray answer = client->finish();
        QCOMPARE(client->exitCode(), 0);
        echo->signal(SIGINT);
        (void)echo->finish();
        // The client waits for the server.
        const ProgramPtr again = startPeer({ "echo-client", "pipe_test1", "test2" });
        const ProgramPtr replay = startPipeglass({ "replay", file, "pipe_test1", "--as", "server" });
        QCOMPARE(replay->finish(), QByteArray("1 message sent, 1 answer, all as recorded\n"));
        QCOMPARE(again->finish(), answer);
    }
};

PIPEGLASS_PEER_TEST_MAIN(TestReplay)

} // namespace tst_replay

#include "tst_replay.moc"
