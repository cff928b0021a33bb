// SPDX-License-Identifier: MIT
#include "catalog/namespaces/networknamespaces.h"
#include "support/identity.h"
#include "support/testmain.h"

#include <algorithm>

#include <sched.h>
#include <unistd.h>

namespace tst_networknamespaces {

using namespace pipeglass::catalog;
using namespace pipeglass::test;

class TestNetworkNamespaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void processThatChangesItsNamespace()
    {
        const Identity mover(::geteuid(), { ::getegid() }, [] { return ::unshare(CLONE_NEWNET); });
        NetworkNamespaces list;
        const auto knows = [&list, &mover](NetworkNamespaces::ScanMode how) {
            const auto &networks = list.scan(how);
            return std::any_of(networks.begin(), networks.end(), [&mover](const auto &network) {
                const std::vector<pid_t> &members = network.second.members;
                return std::find(members.begin(), members.end(), mover.pid()) != members.end();
            });
        };
        for (int i = 0; i < 3; ++i)
            QVERIFY(!knows(NetworkNamespaces::ScanMode::Quick));
        mover.start();
        if (mover.finish() != 0)
            QSKIP("no network namespace can be made here");
        bool isKnown = false;
        for (int i = 0; i < 20 && !isKnown; ++i)
            isKnown = knows(NetworkNamespaces::ScanMode::Quick);
        QVERIFY(isKnown);
        QVERIFY(knows(NetworkNamespaces::ScanMode::Thorough));
        NetworkNamespaces another;
        std::swap(list, another);
        QVERIFY(knows(NetworkNamespaces::ScanMode::Quick)); // the first scan is a full one
    }
};

QTEST_GUILESS_MAIN(TestNetworkNamespaces)

} // namespace tst_networknamespaces

#include "tst_networknamespaces.moc"
