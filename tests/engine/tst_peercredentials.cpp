// SPDX-License-Identifier: MIT
#include "engine/plainsocket.h"
#include "engine/sockets/peercredentials.h"
#include "support/testmain.h"

#include <unistd.h>

namespace tst_peercredentials {

using namespace pipeglass;

class TestPeerCredentials : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhoIsThere()
    {
        const auto ends = test::connectedPair();
        const ProcessInfo numbers = engine::peerNumbersOf(ends.first.get());
        QCOMPARE(numbers.pid, ::getpid());
        QCOMPARE(numbers.uid, ::geteuid());
        QVERIFY(numbers.program.isEmpty() && numbers.user.isEmpty());
        const ProcessInfo peer = engine::withNames(numbers);
        QCOMPARE(peer.pid, ::getpid());
        QCOMPARE(peer.program, QByteArray("tests_engine"));
        QVERIFY(!peer.user.isEmpty());
    }

    void nobodyIsThereWithoutASocket() { QCOMPARE(engine::peerNumbersOf(-1), ProcessInfo()); }
};

QTEST_APPLESS_MAIN(TestPeerCredentials)

} // namespace tst_peercredentials

#include "tst_peercredentials.moc"
