// SPDX-License-Identifier: MIT
#include "catalog/networklist.h"
#include "support/identity.h"

#include <QTest>

#include <algorithm>

#include <sched.h>
#include <unistd.h>

using namespace pipeglass::catalog;
using namespace pipeglass::test;

class TestNetworkList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aProcessThatGoesElsewhere()
    {
        const Identity mover(::geteuid(), { ::getegid() }, [] { return ::unshare(CLONE_NEWNET); });
        NetworkList list;
        const auto knows = [&list, &mover](NetworkList::Look how) {
            const auto &networks = list.look(how);
            return std::any_of(networks.begin(), networks.end(), [&mover](const auto &network) {
                const std::vector<pid_t> &members = network.second.members;
                return std::find(members.begin(), members.end(), mover.pid()) != members.end();
            });
        };
        for (int i = 0; i < 3; ++i)
            QVERIFY(!knows(NetworkList::Look::Quick));
        mover.start();
        if (mover.finish() != 0)
            QSKIP("no network namespace can be made here");
        bool isKnown = false;
        for (int i = 0; i < 20 && !isKnown; ++i)
            isKnown = knows(NetworkList::Look::Quick);
        QVERIFY(isKnown);
        QVERIFY(knows(NetworkList::Look::Thorough));
        NetworkList another;
        std::swap(list, another);
        QVERIFY(knows(NetworkList::Look::Quick)); // the first look is at all
    }
};

QTEST_GUILESS_MAIN(TestNetworkList)
#include "tst_networklist.moc"
