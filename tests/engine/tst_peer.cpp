// SPDX-License-Identifier: MIT
#include "engine/peer.h"
#include "engine/plainsocket.h"
#include "support/testmain.h"

#include <unistd.h>

namespace tst_peer {

using namespace pipeglass;

class TestPeer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhoIsThere()
    {
        const auto ends = test::connectedPair();
        const ProcessInfo peer = engine::peerOf(ends.first.get());
        QCOMPARE(peer.pid, ::getpid());
        QCOMPARE(peer.uid, ::geteuid());
        QCOMPARE(peer.program, QByteArray("tests_engine"));
        QVERIFY(!peer.user.isEmpty());
    }

    void nobodyIsThereWithoutASocket() { QCOMPARE(engine::peerOf(-1), ProcessInfo()); }
};

QTEST_APPLESS_MAIN(TestPeer)

} // namespace tst_peer

#include "tst_peer.moc"
