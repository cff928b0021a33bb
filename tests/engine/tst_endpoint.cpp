// SPDX-License-Identifier: MIT
#include "engine/disklimit.h"
#include "engine/recorded.h"
#include "engine/sessionfixture.h"
#include "engine/sessions/endpoint.h"
#include "support/testmain.h"

#include <QSignalSpy>

namespace tst_endpoint {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

struct Fixture {
    explicit Fixture(const QByteArray &early = {}, const char *framing = "int32le")
        : Fixture(connectedPair(), early, framing)
    {
    }

    Fixture(std::pair<UniqueFd, UniqueFd> ends, const QByteArray &early, const char *framing)
        : peer(std::move(ends.first))
        , recorder(*capture::Recording::create(), DiskPolicy::Wait)
        , id(*recorder.addConnection({}))
        , connection(
              { id, Side::Client, {}, talking(framing).framing, 1 << 20 }, std::move(ends.second), early, recorder)
        , messages(&recorder, &Recorder::recorded)
        , changed(&connection, &Connection::changed)
    {
        makeNonBlocking(peer);
        connection.start();
    }

    Status send(const QByteArray &payload)
    {
        return connection.send(*framings().defaultFraming()->encode(payload, Side::Client));
    }
    [[nodiscard]] QByteArray stream(Side from) const { return streamOf(*recorder.recording(), id, from); }

    UniqueFd peer;
    Recorder recorder;
    ConnectionId id;
    Endpoint connection;
    QSignalSpy messages;
    QSignalSpy changed;
};

class TestEndpoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void framesAndRecordsBothWays()
    {
        Fixture f;
        writeAll(f.peer, framed("hello") + framed(""));
        QTRY_COMPARE(f.messages.count(), 2);
        QCOMPARE(f.messages.first().first().value<MessageEvent>().record.payload().toByteArray(), QByteArray("hello"));
        QVERIFY(f.send("there"));
        QCOMPARE(readAvailable(f.peer), framed("there"));
        QCOMPARE(f.messages.count(), 3);
        QCOMPARE(f.stream(Side::Server), framed("hello") + framed(""));
        QCOMPARE(f.stream(Side::Client), framed("there"));
        QCOMPARE(f.connection.stream(Side::Server).messages(), quint64{ 2 });
    }

    void earlyBytesComeFirst()
    {
        const QByteArray wire = framed("early and late");
        Fixture f(wire.first(7));
        writeAll(f.peer, wire.sliced(7));
        QTRY_COMPARE(f.messages.count(), 1);
        QCOMPARE(f.stream(Side::Server), wire);
    }

    void oneByteAtATime()
    {
        Fixture f;
        QByteArray wire;
        for (int i = 0; i < 100; ++i)
            wire += framed(QByteArray(i % 7, 'x'));
        for (qsizetype i = 0; i < wire.size(); ++i) {
            QVERIFY(::send(f.peer.get(), wire.constData() + i, 1, MSG_NOSIGNAL) == 1);
            if (i % 100 == 0)
                QTest::qWait(0);
        }
        QTRY_COMPARE(f.messages.count(), 100);
        QCOMPARE(f.stream(Side::Server), wire);
    }

    void theEndInsideAMessageIsRecorded()
    {
        Fixture f;
        const QByteArray wire = framed("whole") + framed("cut off").first(6);
        writeAll(f.peer, wire);
        ::shutdown(f.peer.get(), SHUT_WR);
        QTRY_COMPARE(f.connection.state().ends.server, StreamEnd::ByWriter);
        QCOMPARE(f.stream(Side::Server), wire);
        QCOMPARE(malformedIn(*f.recorder.recording()), qsizetype{ 1 });
        QVERIFY(f.send("but we go on"));
        f.peer.reset();
        QTRY_VERIFY(f.connection.state().closed);
        QCOMPARE(malformedIn(*f.recorder.recording()), qsizetype{ 1 });
    }

    void malformedInputIsRecordedAsItCame()
    {
        Fixture f;
        const QByteArray wire = framed("good") + QByteArray("\xff\xff\xff\xff rubbish", 12);
        writeAll(f.peer, wire);
        f.peer.reset();
        QTRY_VERIFY(f.connection.state().closed);
        QCOMPARE(f.stream(Side::Server), wire);
        QVERIFY(malformedIn(*f.recorder.recording()) > 0);
    }

    void aBreakInsideOurMessageIsRecordedAsFarAsItWent()
    {
        Fixture f;
        const framing::Frame large{ Slice(framed(QByteArray(3'000'000, 'x'))), 4, 0, FrameProblem::None };
        QVERIFY(f.connection.send(large));
        QByteArray read;
        QTRY_VERIFY((read += readAvailable(f.peer), read.size() > 500'000));
        QVERIFY(f.connection.queuedBytes() > 0);
        const qint64 went = large.wire.size() - f.connection.queuedBytes();
        f.peer.reset();
        QTRY_VERIFY(f.connection.state().closed);
        QCOMPARE(f.stream(Side::Client), large.wire.toByteArray().first(went));
        QCOMPARE(malformedIn(*f.recorder.recording()), qsizetype{ 1 });
    }

    void closingInsideOurMessageIsRecordedAsFarAsItWent()
    {
        Fixture f;
        QVERIFY(f.send(QByteArray(1'000'000, 'x')));
        const qint64 went = 1'000'004 - f.connection.queuedBytes();
        f.connection.close();
        QCOMPARE(f.stream(Side::Client).size(), went);
        QCOMPARE(readAvailable(f.peer), f.stream(Side::Client));
        QCOMPARE(f.connection.state().ends.server, StreamEnd::ByReader);
    }

    void stopsWhileTheDiskIsFull()
    {
        Fixture f;
        {
            const DiskLimit full;
            writeAll(f.peer, framed("first"));
            QTRY_VERIFY(f.recorder.isStalled());
            writeAll(f.peer, framed("second"));
            QVERIFY(f.send("ours")); // queued, not sent
            QTest::qWait(20);
            QVERIFY(readAvailable(f.peer).isEmpty());
            QCOMPARE(f.messages.count(), 0);
        }
        QTRY_COMPARE(f.messages.count(), 3);
        QCOMPARE(f.stream(Side::Server), framed("first") + framed("second"));
        QCOMPARE(f.stream(Side::Client), framed("ours"));
    }

    void saysWhenThereIsRoomAgain()
    {
        Fixture f;
        QSignalSpy writable(&f.connection, &Connection::writable);
        Status status;
        while (status)
            status = f.send(QByteArray(500'000, 'x'));
        QCOMPARE(status.error().code, ErrorCode::QueueFull);
        QVERIFY(f.connection.queuedBytes() <= Channel::defaultQueueLimit);
        QTRY_VERIFY((readAvailable(f.peer), writable.count() == 1));
        QVERIFY(f.send("x"));
    }

    void everyChangeIsAnEvent()
    {
        Fixture f;
        ::shutdown(f.peer.get(), SHUT_WR);
        QTRY_COMPARE(f.changed.count(), 1);
        QVERIFY(!f.connection.state().closed);
        f.connection.finishSending();
        QTRY_COMPARE(f.changed.count(), 2);
        QVERIFY(f.connection.state().closed);
        QCOMPARE(f.connection.state().ends.client, StreamEnd::ByWriter);
        QCOMPARE(eventsIn(*f.recorder.recording()), qsizetype{ 3 }); // connected, half closed, closed
    }
};

QTEST_GUILESS_MAIN(TestEndpoint)

} // namespace tst_endpoint

#include "tst_endpoint.moc"
