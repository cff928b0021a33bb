// SPDX-License-Identifier: MIT
#include "engine/disklimit.h"
#include "engine/host.h"
#include "engine/plainsocket.h"
#include "engine/recorded.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QFile>
#include <QSignalSpy>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_host {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

HostRequest requestFor(const QByteArray &name)
{
    HostRequest request;
    request.name = name;
    return request;
}

struct Fixture {
    explicit Fixture(const HostRequest &request)
        : host(request)
        , opened(&host, &Session::connectionOpened)
        , changed(&host, &Session::connectionChanged)
        , messages(&host, &Session::message)
        , problems(&host, &Session::problem)
        , ended(&host, &Session::ended)
        , status(host.start())
    {
    }

    [[nodiscard]] UniqueFd client() const
    {
        UniqueFd socket = dialed(host.path());
        makeNonBlocking(socket);
        return socket;
    }

    Host host;
    QSignalSpy opened;
    QSignalSpy changed;
    QSignalSpy messages;
    QSignalSpy problems;
    QSignalSpy ended;
    Status status;
};

class TestHost : public QObject {
    Q_OBJECT

private:
    PrivateDirectory m_directory;

private Q_SLOTS:
    void echoesWithItsPrefix()
    {
        Fixture f(requestFor("echo"));
        QVERIFY(f.status);
        QCOMPARE(f.host.path(), m_directory.filePath("CoreFxPipe_echo"));
        const UniqueFd client = f.client();
        QTRY_COMPARE(f.opened.count(), 1);
        const auto state = f.opened.first().first().value<ConnectionState>();
        QCOMPARE(state.peer.pid, ::getpid());
        QCOMPARE(state.peer.program, QByteArray("tests_engine"));
        QByteArray read;
        writeAll(client, framed("test2") + framed("") + framed("x").first(2));
        QTRY_COMPARE((read += readAvailable(client), read), framed("Echo: test2") + framed("Echo: "));
        // The question is told before its answer.
        QCOMPARE(f.messages.at(0).first().value<MessageEvent>().record.from, Side::Client);
        QCOMPARE(f.messages.at(1).first().value<MessageEvent>().record.from, Side::Server);
        writeAll(client, framed("x").sliced(2));
        QTRY_COMPARE((read += readAvailable(client), read.right(11)), framed("Echo: x"));
        f.host.close();
        QCOMPARE(f.ended.count(), 1);
        QVERIFY(atEnd(client));
        QVERIFY(!QFile::exists(QString::fromLatin1(f.host.path())));
        QCOMPARE(payloadsOf(*f.host.recording(), Side::Server), QByteArrayList({ "Echo: test2", "Echo: ", "Echo: x" }));
    }

    void theModeIsWhatWasAskedFor()
    {
        HostRequest request = requestFor("mode");
        request.mode = FileMode(0666);
        Fixture f(request);
        struct stat status { };
        QCOMPARE(::stat(f.host.path().constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0666U);
    }

    void malformedMessagesAreNotEchoed()
    {
        Fixture f(requestFor("malformed"));
        const UniqueFd client = f.client();
        writeAll(client, framed("good") + QByteArray("\xff\xff\xff\xff", 4) + "and more");
        ::shutdown(client.get(), SHUT_WR);
        QTRY_VERIFY(!f.changed.isEmpty());
        QByteArray read;
        QTRY_VERIFY((read += readAvailable(client), atEnd(client)));
        QCOMPARE(read, framed("Echo: good"));
        QVERIFY(malformedIn(*f.host.recording()) > 0);
    }

    void whoAskedAndEndedIsAnsweredAndEnded()
    {
        Fixture f(requestFor("nc"));
        const UniqueFd client = f.client();
        writeAll(client, framed(QByteArray(100'000, 'x')));
        ::shutdown(client.get(), SHUT_WR);
        QByteArray read;
        QTRY_VERIFY((read += readAvailable(client), atEnd(client)));
        QCOMPARE(read.size(), 100'010);
        QTRY_VERIFY(f.host.connections().empty());
    }

    void whoOnlyListensIsKept()
    {
        Fixture f(requestFor("listener")); // a .NET client opened In
        const UniqueFd client = f.client();
        ::shutdown(client.get(), SHUT_WR);
        QTRY_COMPARE(f.changed.count(), 1);
        QVERIFY(!atEnd(client));
        QVERIFY(f.host.send("news"));
        QCOMPARE(readAvailable(client), framed("news"));
    }

    void aSilentHostSaysNothingByItself()
    {
        HostRequest request = requestFor("silent");
        request.responder.kind = Responder::Kind::Silent;
        Fixture f(request);
        const UniqueFd one = f.client();
        const UniqueFd two = f.client();
        QTRY_COMPARE(f.opened.count(), 2);
        writeAll(one, framed("hello"));
        QTRY_COMPARE(f.messages.count(), 1);
        QVERIFY(readAvailable(one).isEmpty());
        const ConnectionId first = f.opened.at(0).first().value<ConnectionState>().id;
        QVERIFY(f.host.send("to one", first));
        QVERIFY(f.host.send("to all"));
        QCOMPARE(readAvailable(one), framed("to one") + framed("to all"));
        QCOMPARE(readAvailable(two), framed("to all"));
        f.host.closeConnection(first);
        QVERIFY(atEnd(one));
        QCOMPARE(f.host.send("gone", first).error().code, ErrorCode::PeerClosed);
        QCOMPARE(f.host.connections().size(), size_t{ 1 });
        f.host.finishSending();
        QVERIFY(atEnd(two));
    }

    void nobodyToSendTo()
    {
        Fixture f(requestFor("lonely"));
        QCOMPARE(f.host.send("hello").error().code, ErrorCode::PeerClosed);
    }

    void aClientThatNeverReadsIsBounded()
    {
        Fixture f(requestFor("deaf"));
        const UniqueFd deaf = f.client();
        const UniqueFd other = f.client();
        QByteArray flood;
        for (int i = 0; i < 2000; ++i)
            flood += framed(QByteArray(i % 50, 'x'));
        qint64 most = 0;
        qsizetype written = 0;
        int idle = 0;
        while (idle < 50) { // until we are not read from any more
            QByteArray bytes = flood;
            writePossible(deaf, bytes);
            idle = bytes.size() == flood.size() ? idle + 1 : 0;
            written += flood.size() - bytes.size();
            QTest::qWait(0);
            most = qMax(most, f.host.queuedBytes());
        }
        QVERIFY2(most < 1'000'000, qPrintable(QString::number(most)));
        QVERIFY(written < 5'000'000);
        writeAll(other, framed("me"));
        QByteArray read;
        QTRY_COMPARE((read += readAvailable(other), read), framed("Echo: me"));
        // It reads after all: everything comes.
        QTRY_VERIFY((readAvailable(deaf), f.host.queuedBytes() == 0));
    }

    void largeAndSmallMessagesComeBackWholeAndInOrder()
    {
        Fixture f(requestFor("large"));
        const UniqueFd client = f.client();
        QByteArray toWrite;
        QByteArray expected;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray payload(i % 100 == 0 ? (1 << 20) - i : i, static_cast<char>(i));
            toWrite += framed(payload);
            expected += framed("Echo: " + payload);
        }
        QByteArray read;
        QTRY_VERIFY_WITH_TIMEOUT(
            (writePossible(client, toWrite), read += readAvailable(client), read.size() == expected.size()), 60'000);
        QCOMPARE(read, expected);
        const ConnectionId id{ 1 };
        QCOMPARE(streamOf(*f.host.recording(), id, Side::Server), expected);
    }

    void aFullDiskStopsTheEchoAndLosesNothing()
    {
        Fixture f(requestFor("disk"));
        const UniqueFd client = f.client();
        QTRY_COMPARE(f.opened.count(), 1);
        {
            const DiskLimit full;
            writeAll(client, framed("one") + framed("two"));
            QTRY_COMPARE(f.problems.count(), 1);
            QTest::qWait(10);
            QVERIFY(readAvailable(client).isEmpty());
        }
        QByteArray read;
        QTRY_COMPARE((read += readAvailable(client), read), framed("Echo: one") + framed("Echo: two"));
        QCOMPARE(f.problems.count(), 1);
    }

    void refusals()
    {
        const UniqueFd live = listeningAt(m_directory.filePath("CoreFxPipe_live"));
        QCOMPARE(Fixture(requestFor("live")).status.error().code, ErrorCode::InUse);
        boundAt(m_directory.filePath("CoreFxPipe_stale")).reset();
        QCOMPARE(Fixture(requestFor("stale")).status.error().code, ErrorCode::StaleSocket);
        QCOMPARE(Fixture(requestFor("a/b")).status.error().code, ErrorCode::InvalidName);
        QCOMPARE(Fixture(requestFor(QByteArray(108, 'n'))).status.error().code, ErrorCode::PathTooLong);
        HostRequest request = requestFor("stale");
        request.replaceStale = true;
        Fixture f(request);
        QVERIFY(f.status);
        QVERIFY(f.host.replacedStale());
        QVERIFY(dialed(f.host.path()).isValid());
    }

    void withoutARecordingNothingIsLeft()
    {
        HostRequest request = requestFor("norecord");
        request.recordTo = m_directory.filePath("none/file.pcapng");
        Fixture f(request);
        QVERIFY(!f.status);
        QVERIFY(!QFile::exists(QString::fromLatin1(m_directory.filePath("CoreFxPipe_norecord"))));
    }

    void whatTookItsNameIsKept()
    {
        Fixture f(requestFor("taken"));
        QCOMPARE(::unlink(f.host.path().constData()), 0);
        const UniqueFd other = listeningAt(f.host.path());
        f.host.close();
        QVERIFY(dialed(f.host.path()).isValid());
        QVERIFY(f.problems.isEmpty());
    }

    void closingInsideAMessageIsTheEnd()
    {
        Fixture f(requestFor("inside"));
        connect(&f.host, &Session::message, &f.host, [&f] { f.host.close(); });
        const UniqueFd client = f.client();
        writeAll(client, framed("one") + framed("two"));
        QTRY_COMPARE(f.ended.count(), 1);
        QTRY_VERIFY((readAvailable(client), atEnd(client)));
    }
};

QTEST_GUILESS_MAIN(TestHost)

} // namespace tst_host

#include "tst_host.moc"
