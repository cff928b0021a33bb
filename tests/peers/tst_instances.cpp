// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QSet>

namespace tst_instances {

using namespace pipeglass;
using namespace pipeglass::test;

/// Servers with several instances, and with CurrentUserOnly.
class TestInstances : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyInstanceTakesAClient();
    void currentUserOnlyAcceptsOurs();
};

void TestInstances::everyInstanceTakesAClient()
{
    constexpr int instances = 4;
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "multi-server", "many", QByteArray::number(instances) });
    QVERIFY(server);

    // All are connected at the same time, so each needs its own instance.
    std::vector<ProgramPtr> clients;
    QSet<QByteArray> answers;
    for (int i = 0; i < instances; ++i) {
        clients.push_back(startPipeglass({ "send", "many", "-", "--timeout", "0", "--replies", "2" }));
        clients.back()->write("hello\n");
        QVERIFY(clients.back()->waitForLine(""));
        QVERIFY(clients.back()->line().endsWith(": hello"));
        answers.insert(clients.back()->line());
    }
    QCOMPARE(answers.size(), instances);
    for (const ProgramPtr &client : clients) {
        client->feed("bye\n");
        QVERIFY(client->finish().endsWith(": bye\n"));
        QCOMPARE(client->exitCode(), 0);
    }
}

void TestInstances::currentUserOnlyAcceptsOurs()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "current-user-server", "mine" });
    QVERIFY(server);
    const ProgramPtr send = startPipeglass({ "send", "mine", "test2" });
    QCOMPARE(send->finish(), QByteArray("Echo: test2\n"));
    QCOMPARE(send->exitCode(), 0);
}

PIPEGLASS_PEER_TEST_MAIN(TestInstances)

} // namespace tst_instances

#include "tst_instances.moc"
