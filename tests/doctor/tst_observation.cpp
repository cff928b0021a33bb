// SPDX-License-Identifier: MIT
#include "doctor/observation.h"
#include "support/testmain.h"

namespace tst_observation {

using namespace pipeglass;
using namespace pipeglass::doctor;

/// One look at one pipe.
struct Step {
    qint64 atMs = 0;
    quint64 unread = 0; ///< by the server of one connection
    bool waits = false; ///< a second client
    catalog::PipeState state = catalog::PipeState::Listening;
    QByteArray front = "first"; ///< of the unread bytes
};
using Steps = std::vector<Step>;

catalog::ConnectedSnapshot lookAt(const Step &step)
{
    auto pipe = std::make_shared<catalog::PipeEntry>();
    pipe->directory = "/tmp";
    pipe->fileName = "CoreFxPipe_x";
    pipe->kind = catalog::FileKind::Socket;
    pipe->state = step.state;
    pipe->socketCookie = 7;
    auto snapshot = std::make_shared<catalog::Snapshot>();
    snapshot->entries.push_back(pipe);
    std::vector<catalog::Connection> connections(1);
    connections[0].cookie = 1;
    connections[0].clientInode = 10;
    connections[0].unreadByServer = step.unread;
    if (step.waits) {
        connections.emplace_back();
        connections[1].isWaiting = true;
        connections[1].clientInode = 11;
    }
    return { snapshot, { connections } };
}

struct Seen {
    Observation observation;
    catalog::ConnectedSnapshot last;
};

Seen observe(const Steps &steps)
{
    Seen seen;
    for (const Step &step : steps) {
        seen.last = lookAt(step);
        seen.observation.add(
            seen.last, step.atMs, [&step](const catalog::PipeEntry &, const catalog::Connection &, bool) {
                return std::optional(step.front);
            });
    }
    return seen;
}

class TestObservation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unreadBytes_data()
    {
        QTest::addColumn<Steps>("steps");
        QTest::addColumn<bool>("unread");
        QTest::addColumn<bool>("pending");
        QTest::newRow("one look") << Steps{ { 0, 5 } } << false << true;
        QTest::newRow("nothing") << Steps{ { 0, 0 } } << false << false;
        QTest::newRow("too short") << Steps{ { 0, 5 }, { 9'999, 5 } } << false << true;
        QTest::newRow("10 s") << Steps{ { 0, 5 }, { 1'000, 5 }, { 10'000, 5 } } << true << false;
        QTest::newRow("more arrives") << Steps{ { 0, 5 }, { 1'000, 9 }, { 10'000, 12 } } << true << false;
        QTest::newRow("some were read") << Steps{ { 0, 5 }, { 5'000, 4 }, { 10'000, 4 } } << false << true;
        QTest::newRow("all were read between") << Steps{ { 0, 5 }, { 5'000, 0 }, { 10'000, 5 } } << false << true;
        QTest::newRow("other bytes of the same number")
            << Steps{ { 0, 5 }, { 1'000, 5 }, { 10'000, 5, false, catalog::PipeState::Listening, "others" } } << false
            << true;
    }

    void unreadBytes()
    {
        QFETCH(const Steps, steps);
        const Seen seen = observe(steps);
        QTEST(seen.observation.isUnread(seen.last.connections[0][0], true), "unread");
        QVERIFY(!seen.observation.isUnread(seen.last.connections[0][0], false));
        QTEST(seen.observation.isPending(), "pending");
    }

    void waitingClients_data()
    {
        QTest::addColumn<Steps>("steps");
        QTest::addColumn<bool>("waits");
        QTest::newRow("one look") << Steps{ { 0, 0, true } } << false;
        QTest::newRow("5 s") << Steps{ { 0, 0, true }, { 5'000, 0, true } } << true;
        QTest::newRow("accepted between") << Steps{ { 0, 0, true }, { 2'000, 0, false }, { 5'000, 0, true } } << false;
    }

    void waitingClients()
    {
        QFETCH(const Steps, steps);
        const Seen seen = observe(steps);
        QTEST(seen.observation.isWaiting(seen.last.connections[0].back()), "waits");
    }

    /// A server that is re-created for each client has no file for a moment.
    void states_data()
    {
        QTest::addColumn<Steps>("steps");
        QTest::addColumn<bool>("lasts");
        const auto orphaned = catalog::PipeState::Orphaned;
        QTest::newRow("one look") << Steps{ { 0, 0, false, orphaned } } << false;
        QTest::newRow("lasting") << Steps{ { 0, 0, false, orphaned }, { 1'000, 0, false, orphaned } } << true;
        QTest::newRow("changed") << Steps{ { 0, 0, false, catalog::PipeState::TakenOver },
                                           { 1'000, 0, false, orphaned } }
                                 << false;
    }

    void states()
    {
        QFETCH(const Steps, steps);
        const Seen seen = observe(steps);
        QTEST(seen.observation.hasLasted(*seen.last.snapshot->entries[0]), "lasts");
    }
};

QTEST_APPLESS_MAIN(TestObservation)

} // namespace tst_observation

#include "tst_observation.moc"
