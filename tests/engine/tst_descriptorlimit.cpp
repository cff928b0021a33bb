// SPDX-License-Identifier: MIT
#include "engine/sockets/descriptorlimit.h"
#include "support/testmain.h"

#include <sys/resource.h>

namespace tst_descriptorlimit {

using namespace pipeglass;

class TestDescriptorLimit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void raisesTheSoftLimitToTheHardOne()
    {
        rlimit limit{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        const rlim_t hard = limit.rlim_max;
        limit.rlim_cur = 64;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
        QVERIFY(engine::raiseDescriptorLimit());
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        QCOMPARE(limit.rlim_cur, hard);
        QVERIFY(engine::raiseDescriptorLimit()); // again is fine
    }
};

QTEST_APPLESS_MAIN(TestDescriptorLimit)

} // namespace tst_descriptorlimit

#include "tst_descriptorlimit.moc"
