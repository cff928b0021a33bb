// SPDX-License-Identifier: MIT
#include "exchange/echoing.h"
#include "exchange/tapfixture.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <filesystem>
#include <functional>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_exchangedname {

using namespace pipeglass;
using namespace pipeglass::exchange;
using namespace pipeglass::test;

using Maker = std::function<UniqueFd(const QByteArray &)>;

class TestExchangedName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noClientFailsWhileWeEnterAndLeave()
    {
        const TapFixture taps;
        const QByteArray path = taps.path();
        EchoServer server(path);
        const ino_t inode = statusOf(path).st_ino;
        EchoRelay relay;
        EchoClients clients(path, 8);
        const int rounds =
            qEnvironmentVariableIsSet("PIPEGLASS_ROUNDS") ? qEnvironmentVariableIntValue("PIPEGLASS_ROUNDS") : 1000;
        for (int i = 0; i < rounds; ++i) {
            auto name = prepared(path);
            QVERIFY(name);
            auto entered = (*name)->enter();
            QVERIFY(entered && *entered);
            QCOMPARE(quint64{ (*entered)->serverFile.id.inode }, quint64{ inode });
            QVERIFY((*name)->leadsToUs());
            QVERIFY(statusOf(path).st_ino != inode);
            const auto again = (*name)->enter();
            QVERIFY(again && !*again);
            relay.add(**std::move(entered));
            QVERIFY((*name)->leave());
            QCOMPARE(statusOf(path).st_ino, inode);
        }
        clients.end();
        QCOMPARE(clients.failures(), QByteArray());
        QVERIFY(relay.relayed() > 0);
        QCOMPARE(server.served(), clients.talked());
        QCOMPARE(filesIn(taps.pipes.path()), std::vector<QByteArray>{ "CoreFxPipe_a" });
        QVERIFY(filesIn(taps.journals()).empty());
    }
};

QTEST_GUILESS_MAIN(TestExchangedName)

} // namespace tst_exchangedname

#include "tst_exchangedname.moc"
