// SPDX-License-Identifier: MIT
#include "engine/plainsocket.h"
#include "engine/sockets/poller.h"
#include "support/testmain.h"

#include <functional>

#include <sys/epoll.h>
#include <unistd.h>

namespace tst_poller {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

struct Watcher : Poller::Watcher {
    void ready(quint32 events) override
    {
        ++calls;
        all |= events;
        if (act)
            act();
    }
    std::function<void()> act;
    quint32 all = 0;
    int calls = 0;
};

class TestPoller : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneForAThread()
    {
        const auto first = Poller::ofThread();
        QCOMPARE(Poller::ofThread(), first);
    }

    void withoutInterestsTellsOnceOfAHangup()
    {
        auto [peer, ours] = connectedPair();
        const auto poller = Poller::ofThread();
        Watcher watcher;
        QVERIFY(poller->watch(ours.get(), watcher, Poller::Nothing));
        QCOMPARE(::write(peer.get(), "x", 1), ssize_t{ 1 });
        ::shutdown(peer.get(), SHUT_WR);
        QTest::qWait(20);
        QCOMPARE(watcher.calls, 0);
        peer.reset();
        QTRY_VERIFY((watcher.all & EPOLLHUP) != 0);
        QTest::qWait(20);
        QCOMPARE(watcher.calls, 1);
        poller->unwatch(ours.get());
    }

    void tellsOfInputUntilItIsReadOrNotAskedFor()
    {
        auto [peer, ours] = connectedPair();
        const auto poller = Poller::ofThread();
        Watcher watcher;
        QVERIFY(poller->watch(ours.get(), watcher, Poller::Input));
        QCOMPARE(::write(peer.get(), "x", 1), ssize_t{ 1 });
        QTRY_VERIFY(watcher.calls > 3);
        QCOMPARE(watcher.all, quint32{ EPOLLIN });
        poller->setInterests(ours.get(), Poller::Nothing);
        const int calls = watcher.calls;
        QTest::qWait(20);
        QCOMPARE(watcher.calls, calls);
        poller->setInterests(ours.get(), Poller::Room);
        QTRY_VERIFY((watcher.all & EPOLLOUT) != 0);
        poller->unwatch(ours.get());
    }

    void againComesAfterTheOthers()
    {
        auto [peer, ours] = connectedPair();
        const auto poller = Poller::ofThread();
        Watcher watcher;
        QVERIFY(poller->watch(ours.get(), watcher, Poller::Nothing));
        int callsBeforePosted = 0;
        watcher.act = [&, poller = poller.get(), socket = ours.get()] {
            if (watcher.calls == 1)
                QMetaObject::invokeMethod(
                    this, [&] { callsBeforePosted = watcher.calls; }, Qt::QueuedConnection);
            if (watcher.calls < 1000)
                poller->again(socket);
        };
        poller->again(ours.get());
        QTRY_COMPARE(watcher.calls, 1000);
        QVERIFY(callsBeforePosted > 0);
        QVERIFY(callsBeforePosted < 1000); // posted events have their turn
        poller->unwatch(ours.get());
    }

    void anOldEventDoesNotReachTheNextSocketOfThatNumber()
    {
        auto [peer, ours] = connectedPair();
        auto [otherPeer, other] = connectedPair();
        const auto poller = Poller::ofThread();
        Watcher first;
        Watcher second;
        Watcher third;
        QVERIFY(poller->watch(ours.get(), first, Poller::Input));
        QVERIFY(poller->watch(other.get(), second, Poller::Input));
        // Whichever is told first closes the other one and gives its number to a third.
        const auto replace = [&](UniqueFd &socket) {
            const int number = socket.get();
            poller->unwatch(number);
            auto [unused, fresh] = connectedPair();
            QCOMPARE(::dup2(fresh.get(), number), number);
            QVERIFY(poller->watch(number, third, Poller::Nothing));
        };
        const auto readFrom = [](const UniqueFd &socket) {
            char byte = 0;
            (void)!::read(socket.get(), &byte, 1);
        };
        first.act = [&] {
            readFrom(ours);
            if (third.calls == 0 && second.calls == 0)
                replace(other);
        };
        second.act = [&] {
            readFrom(other);
            if (third.calls == 0 && first.calls == 0)
                replace(ours);
        };
        QCOMPARE(::write(peer.get(), "x", 1), ssize_t{ 1 });
        QCOMPARE(::write(otherPeer.get(), "x", 1), ssize_t{ 1 });
        QTRY_VERIFY(first.calls + second.calls > 0);
        QCOMPARE(first.calls + second.calls, 1);
        QVERIFY((third.all & EPOLLIN) == 0);
        poller->unwatch(ours.get());
        poller->unwatch(other.get());
    }

    void aWatcherMayEndThePoller()
    {
        auto [peer, ours] = connectedPair();
        auto poller = Poller::ofThread();
        const std::weak_ptr<Poller> seen = poller;
        Watcher watcher;
        QVERIFY(poller->watch(ours.get(), watcher, Poller::Input));
        watcher.act = [&] {
            poller->unwatch(ours.get());
            poller.reset();
        };
        QCOMPARE(::write(peer.get(), "x", 1), ssize_t{ 1 });
        QTRY_VERIFY(seen.expired());
    }
};

QTEST_GUILESS_MAIN(TestPoller)

} // namespace tst_poller

#include "tst_poller.moc"
