// SPDX-License-Identifier: MIT
#include "engine/plainsocket.h"
#include "engine/sockets/hangupwatch.h"
#include "support/testmain.h"

#include <QSignalSpy>

namespace tst_hangupwatch {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

class TestHangupWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceWhenBothHalvesEnded()
    {
        auto [ours, theirs] = connectedPair();
        HangupWatch watch(ours.get());
        const QSignalSpy hungUp(&watch, &HangupWatch::hungUp);
        writeAll(theirs, "data is none of its business");
        ::shutdown(theirs.get(), SHUT_WR);
        QTest::qWait(5);
        QCOMPARE(hungUp.count(), 0);
        theirs.reset();
        QTRY_COMPARE(hungUp.count(), 1);
        QTest::qWait(5);
        QCOMPARE(hungUp.count(), 1);
    }

    void goesWithoutATrace()
    {
        auto [ours, theirs] = connectedPair();
        {
            const HangupWatch watch(ours.get());
        }
        theirs.reset();
        QTest::qWait(1);
    }
};

QTEST_GUILESS_MAIN(TestHangupWatch)

} // namespace tst_hangupwatch

#include "tst_hangupwatch.moc"
