// SPDX-License-Identifier: MIT
#include "engine/plainsocket.h"
#include "engine/sockets/channel.h"
#include "support/testmain.h"

#include <QSignalSpy>

#include <array>

#include <fcntl.h>
#include <unistd.h>

namespace tst_channel {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

/// A channel, its peer, and what the channel said.
struct Fixture {
    explicit Fixture(qint64 queueLimit = Channel::defaultQueueLimit)
        : Fixture(connectedPair(), queueLimit)
    {
    }

    Fixture(std::pair<UniqueFd, UniqueFd> ends, qint64 queueLimit)
        : peer(std::move(ends.first))
        , channel(std::move(ends.second))
        , halfClosed(&channel, &Channel::halfClosed)
        , closed(&channel, &Channel::closed)
        , shrank(&channel, &Channel::queueShrank)
    {
        makeNonBlocking(peer);
        channel.setQueueLimit(queueLimit);
        QObject::connect(&channel, &Channel::received, &channel, [this](const Slice &bytes, Timestamp time) {
            received += bytes.toByteArray();
            lastTime = time;
        });
        QObject::connect(&channel, &Channel::taken, &channel, [this](quint64 token) {
            taken += written[static_cast<qsizetype>(token)];
            ++writesTaken;
        });
        QObject::connect(&channel, &Channel::cutOff, &channel, [this](quint64 token, qsizetype size) {
            cutOff += written[static_cast<qsizetype>(token)].first(size);
        });
        channel.start();
    }

    Status write(const QByteArray &bytes)
    {
        written.append(bytes);
        return channel.write(bytes, static_cast<quint64>(written.size()) - 1);
    }
    void readPeer() { atPeer += readAvailable(peer); }

    UniqueFd peer;
    Channel channel;
    QByteArray received;
    QByteArray taken;
    QByteArray cutOff;
    QByteArray atPeer;
    Timestamp lastTime;
    int writesTaken = 0;
    QByteArrayList written; ///< by token
    QSignalSpy halfClosed;
    QSignalSpy closed;
    QSignalSpy shrank;
};

QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(i * 31 + i / 251);
    return bytes;
}

class TestChannel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void carriesBothWays()
    {
        Fixture f;
        const Timestamp before = now();
        writeAll(f.peer, "hello");
        QTRY_COMPARE(f.received, QByteArray("hello"));
        QVERIFY(f.lastTime >= before && f.lastTime <= now());
        QVERIFY(f.write("there"));
        QCOMPARE(f.taken, QByteArray("there")); // at once: the kernel had room
        QCOMPARE(readAvailable(f.peer), QByteArray("there"));
    }

    void readsNothingBeforeTheStart()
    {
        auto ends = connectedPair();
        Channel channel(std::move(ends.second));
        QSignalSpy received(&channel, &Channel::received);
        writeAll(ends.first, "early");
        QTest::qWait(1);
        QCOMPARE(received.count(), 0);
        channel.start();
        QTRY_COMPARE(received.count(), 1);
    }

    void oneByteAtATime()
    {
        Fixture f;
        const QByteArray bytes = pattern(2000);
        qsizetype sent = 0;
        QTRY_VERIFY(([&] {
            while (sent < bytes.size() && ::send(f.peer.get(), bytes.constData() + sent, 1, MSG_DONTWAIT) == 1)
                ++sent;
            return f.received.size() == bytes.size();
        }()));
        QCOMPARE(f.received, bytes);
    }

    void largeMessagesPassWholeAndInOrder()
    {
        Fixture f;
        const QByteArray large = pattern(5'000'000);
        QVERIFY(f.write(large));
        QVERIFY(f.write("tail"));
        QTRY_VERIFY((f.readPeer(), f.writesTaken == 2));
        f.readPeer();
        QCOMPARE(f.atPeer, large + "tail");
        QCOMPARE(f.taken, f.atPeer);
        QCOMPARE(f.channel.queuedBytes(), qint64{ 0 });
    }

    void theQueueIsBounded()
    {
        Fixture f(100'000);
        const QByteArray message(10'000, 'x');
        Status status;
        qint64 written = 0;
        for (int i = 0; i < 1000 && status; ++i) {
            status = f.write(message);
            if (status)
                written += message.size();
            QVERIFY(f.channel.queuedBytes() <= 100'000);
        }
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::QueueFull);
        QTRY_VERIFY((f.readPeer(), f.atPeer.size() == written));
        QVERIFY(f.shrank.count() > 0);
        QVERIFY(f.write(message));
    }

    void oneMessageOverTheLimitPassesAnEmptyQueue()
    {
        Fixture f(1000);
        const QByteArray huge = pattern(1'000'000);
        QVERIFY(f.write(huge));
        QVERIFY(f.channel.queuedBytes() > 1000);
        QCOMPARE(f.write("x").error().code, ErrorCode::QueueFull);
        QTRY_VERIFY((f.readPeer(), f.atPeer.size() == huge.size()));
        QCOMPARE(f.atPeer, huge);
    }

    void endOfFileDoesNotStopWriting()
    {
        Fixture f; // a .NET server opened In shuts its other half at once
        ::shutdown(f.peer.get(), SHUT_WR);
        QTRY_COMPARE(f.halfClosed.count(), 1);
        QCOMPARE(f.channel.incoming(), HalfState::ClosedByPeer);
        QCOMPARE(f.channel.outgoing(), HalfState::Open);
        QVERIFY(f.write("still"));
        QCOMPARE(readAvailable(f.peer), QByteArray("still"));
        QVERIFY(!f.channel.isClosed());
    }

    void aPeerThatReadsNoMoreIsStillReadFrom()
    {
        Fixture f; // a .NET server opened Out
        ::shutdown(f.peer.get(), SHUT_RD);
        QVERIFY(f.write("into the void")); // the write that finds out
        QTRY_COMPARE(f.halfClosed.count(), 1);
        QCOMPARE(f.channel.outgoing(), HalfState::ClosedByPeer);
        QCOMPARE(f.write("more").error().code, ErrorCode::PeerClosed);
        QVERIFY(f.taken.isEmpty());
        writeAll(f.peer, "their data");
        QTRY_COMPARE(f.received, QByteArray("their data"));
        f.peer.reset();
        QTRY_COMPARE(f.closed.count(), 1);
    }

    void aHangUpIsNoticedAfterAHalfClose()
    {
        Fixture f;
        ::shutdown(f.peer.get(), SHUT_WR);
        QTRY_COMPARE(f.halfClosed.count(), 1);
        f.peer.reset();
        QTRY_COMPARE(f.closed.count(), 1);
        QCOMPARE(f.halfClosed.count(), 1);
        QCOMPARE(f.channel.outgoing(), HalfState::ClosedByPeer);
    }

    void whatArrivedBeforeTheEndIsRead()
    {
        Fixture f;
        const QByteArray bytes = pattern(150'000);
        writeAll(f.peer, bytes);
        f.peer.reset();
        QTRY_COMPARE(f.closed.count(), 1);
        QCOMPARE(f.received, bytes);
        QCOMPARE(f.channel.incoming(), HalfState::ClosedByPeer);
        QCOMPARE(f.halfClosed.count(), 0);
    }

    void aResetLosesNothingThatArrived()
    {
        Fixture f;
        writeAll(f.peer, "last words");
        QVERIFY(f.write("never read")); // unread bytes at the peer's close make a reset of it
        f.peer.reset();
        QTRY_COMPARE(f.closed.count(), 1);
        QCOMPARE(f.received, QByteArray("last words"));
    }

    void aBreakInsideAMessageTellsHowMuchWent()
    {
        Fixture f;
        const QByteArray message = pattern(3'000'000);
        QVERIFY(f.write("first"));
        QVERIFY(f.write(message));
        QTRY_VERIFY((f.readPeer(), f.atPeer.size() > 1'000'000));
        const qint64 waiting = f.channel.queuedBytes();
        QVERIFY(waiting > 0);
        f.peer.reset();
        QTRY_COMPARE(f.closed.count(), 1);
        QCOMPARE(f.taken, QByteArray("first"));
        QVERIFY(!f.cutOff.isEmpty());
        QVERIFY(message.startsWith(f.cutOff));
        QVERIFY(f.taken.size() + f.cutOff.size() >= f.atPeer.size());
        QCOMPARE(f.channel.queuedBytes(), qint64{ 0 });
    }

    void finishingWaitsForTheQueue()
    {
        Fixture f;
        const QByteArray message = pattern(2'000'000);
        QVERIFY(f.write(message));
        f.channel.finishWriting();
        QCOMPARE(f.write("too late").error().code, ErrorCode::PeerClosed);
        QTRY_VERIFY((f.readPeer(), f.channel.outgoing() == HalfState::ClosedByUs));
        f.readPeer();
        QCOMPARE(f.atPeer, message);
        QVERIFY(atEnd(f.peer));
        writeAll(f.peer, "but they go on");
        QTRY_COMPARE(f.received, QByteArray("but they go on"));
        ::shutdown(f.peer.get(), SHUT_WR);
        QTRY_COMPARE(f.closed.count(), 1);
    }

    void readingCanBeStopped()
    {
        Fixture f;
        f.channel.setReading(false);
        writeAll(f.peer, "waits");
        QTest::qWait(5);
        QVERIFY(f.received.isEmpty());
        f.channel.setReading(true);
        QTRY_COMPARE(f.received, QByteArray("waits"));
    }

    void stoppingInsideASlotStopsAtThatChunk()
    {
        Fixture f;
        int chunks = 0;
        connect(&f.channel, &Channel::received, this, [&f, &chunks] {
            ++chunks;
            f.channel.setReading(false);
            writeAll(f.peer, "more");
        });
        writeAll(f.peer, "first");
        QTRY_COMPARE(chunks, 1);
        QTest::qWait(5);
        QCOMPARE(chunks, 1);
        QCOMPARE(f.received, QByteArray("first"));
    }

    void writingCanBeStopped()
    {
        Fixture f;
        f.channel.setWriting(false);
        QVERIFY(f.write("waits"));
        QTest::qWait(1);
        QVERIFY(readAvailable(f.peer).isEmpty());
        f.channel.setWriting(true);
        QTRY_COMPARE((f.readPeer(), f.atPeer), QByteArray("waits"));
    }

    void slotsMayWriteAndTheOrderStays()
    {
        Fixture f;
        int answers = 0;
        connect(&f.channel, &Channel::taken, this, [&f, &answers] {
            if (++answers < 50)
                QVERIFY(f.write(QByteArray::number(answers)));
        });
        QVERIFY(f.write("0"));
        QTRY_COMPARE(f.writesTaken, 50);
        QCOMPARE(f.taken, readAvailable(f.peer));
    }

    void closingInsideASlotIsTheEnd()
    {
        Fixture f;
        connect(&f.channel, &Channel::received, this, [&f] {
            writeAll(f.peer, "more");
            f.channel.close();
        });
        writeAll(f.peer, "first");
        QTRY_COMPARE(f.closed.count(), 1);
        QCOMPARE(f.channel.incoming(), HalfState::ClosedByUs);
        QCOMPARE(f.received, QByteArray("first"));
    }

    /// Descriptors come with the byte that they were sent with, and can be passed on.
    void descriptorsArePassedOn()
    {
        Fixture from;
        Fixture to;
        to.written.append(QByteArray()); // what is passed on has the token 0
        connect(&from.channel, &Channel::received, this, [&](const Slice &bytes) {
            QVERIFY(to.channel.writeBeyondLimit({ bytes, 0, from.channel.takePassed() }));
        });
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe2(pipe.data(), O_CLOEXEC), 0);
        const UniqueFd reading(pipe[0]);
        {
            const UniqueFd writing(pipe[1]);
            writeAll(from.peer, "before");
            auto ends = connectedPair();
            Channel sender(UniqueFd(::dup(from.peer.get())));
            std::vector<UniqueFd> passed;
            passed.emplace_back(::dup(writing.get()));
            QVERIFY(sender.writeBeyondLimit({ Slice(QByteArray("with")), 0, std::move(passed) }));
            QVERIFY(sender.write(QByteArray("after"), 0));
        }
        QTRY_COMPARE(from.received, QByteArray("beforewithafter"));
        Channel receiver(UniqueFd(::dup(to.peer.get())));
        std::vector<UniqueFd> arrived;
        connect(&receiver, &Channel::received, this, [&] {
            for (UniqueFd &one : receiver.takePassed())
                arrived.push_back(std::move(one));
        });
        receiver.start();
        QTRY_COMPARE(arrived.size(), size_t{ 1 });
        QCOMPARE(::write(arrived[0].get(), "x", 1), 1);
        char byte = 0;
        QCOMPARE(::read(reading.get(), &byte, 1), 1);
        arrived.clear();
        QCOMPARE(::read(reading.get(), &byte, 1), 0); // nobody else kept one
    }

    void aBusyPeerLeavesATurnToOthers()
    {
        Fixture busy;
        Fixture quiet;
        qsizetype busyBefore = -1;
        connect(&quiet.channel, &Channel::received, this, [&] { busyBefore = busy.received.size(); });
        // The kernel holds about 200 KiB; more is written whenever some of it was read.
        connect(&busy.channel, &Channel::received, this, [&busy] {
            const QByteArray more(65536, 'x');
            ::send(busy.peer.get(), more.constData(), 65536, MSG_DONTWAIT | MSG_NOSIGNAL);
        });
        writeAll(quiet.peer, "me too");
        writeAll(busy.peer, QByteArray(150'000, 'x'));
        QTRY_VERIFY(busyBefore >= 0);
        QVERIFY(busyBefore <= 8 * 65536);
        busy.channel.close();
    }
};

QTEST_GUILESS_MAIN(TestChannel)

} // namespace tst_channel

#include "tst_channel.moc"
