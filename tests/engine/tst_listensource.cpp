// SPDX-License-Identifier: MIT
#include "engine/disklimit.h"
#include "engine/recorded.h"
#include "engine/sessionfixture.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_listensource {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

class TestListenSource : public QObject {
    Q_OBJECT

private:
    PrivateDirectory m_directory;

private Q_SLOTS:
    void echoesWithItsPrefix()
    {
        SessionFixture f(hosting("echo"));
        QVERIFY(f.wait());
        QCOMPARE(f.path(), m_directory.filePath("CoreFxPipe_echo"));
        const UniqueFd client = f.client();
        QTRY_COMPARE(f.opened.count(), 1);
        const auto state = f.opened.first().first().value<ConnectionState>();
        QCOMPARE(state.peer().pid, ::getpid());
        QCOMPARE(state.peer().program, QByteArray("tests_engine"));
        QByteArray read;
        writeAll(client, framed("test2") + framed("") + framed("x").first(2));
        QTRY_COMPARE((read += readAvailable(client), read), framed("Echo: test2") + framed("Echo: "));
        // The question is told before its answer.
        QCOMPARE(f.messages.at(0).first().value<MessageEvent>().record.from, Side::Client);
        QCOMPARE(f.messages.at(1).first().value<MessageEvent>().record.from, Side::Server);
        writeAll(client, framed("x").sliced(2));
        QTRY_COMPARE((read += readAvailable(client), read.right(11)), framed("Echo: x"));
        f.session.close();
        QCOMPARE(f.ended.count(), 1);
        QVERIFY(atEnd(client));
        QVERIFY(!QFile::exists(QString::fromLatin1(f.path())));
        QCOMPARE(
            payloadsOf(*f.session.recording(), Side::Server), QByteArrayList({ "Echo: test2", "Echo: ", "Echo: x" }));
    }

    void theModeIsWhatWasAskedFor()
    {
        HostRequest request = hosting("mode");
        request.mode = FileMode(0666);
        SessionFixture f(request);
        QVERIFY(f.wait());
        struct stat status { };
        QCOMPARE(::stat(f.path().constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0666U);
    }

    void malformedMessagesAreNotEchoed()
    {
        SessionFixture f(hosting("malformed"));
        QVERIFY(f.wait());
        const UniqueFd client = f.client();
        writeAll(client, framed("good") + QByteArray("\xff\xff\xff\xff", 4) + "and more");
        ::shutdown(client.get(), SHUT_WR);
        QTRY_VERIFY(!f.changed.isEmpty());
        QByteArray read;
        QTRY_VERIFY((read += readAvailable(client), atEnd(client)));
        QCOMPARE(read, framed("Echo: good"));
        QVERIFY(malformedIn(*f.session.recording()) > 0);
    }

    void whoAskedAndEndedIsAnsweredAndEnded()
    {
        SessionFixture f(hosting("nc"));
        QVERIFY(f.wait());
        const UniqueFd client = f.client();
        writeAll(client, framed(QByteArray(100'000, 'x')));
        ::shutdown(client.get(), SHUT_WR);
        QByteArray read;
        QTRY_VERIFY((read += readAvailable(client), atEnd(client)));
        QCOMPARE(read.size(), 100'010);
        QTRY_VERIFY(f.session.connections().empty());
    }

    void whoOnlyListensIsKept()
    {
        SessionFixture f(hosting("listener")); // a .NET client opened In
        QVERIFY(f.wait());
        const UniqueFd client = f.client();
        ::shutdown(client.get(), SHUT_WR);
        QTRY_COMPARE(f.changed.count(), 1);
        QVERIFY(!atEnd(client));
        QVERIFY(f.session.send("news"));
        QCOMPARE(readAvailable(client), framed("news"));
    }

    void aSilentHostSaysNothingByItself()
    {
        HostRequest request = hosting("silent");
        request.responder = nullptr;
        SessionFixture f(request);
        QVERIFY(f.wait());
        const UniqueFd one = f.client();
        const UniqueFd two = f.client();
        QTRY_COMPARE(f.opened.count(), 2);
        writeAll(one, framed("hello"));
        QTRY_COMPARE(f.messages.count(), 1);
        QVERIFY(readAvailable(one).isEmpty());
        const ConnectionId first = f.opened.at(0).first().value<ConnectionState>().id;
        QVERIFY(f.session.send("to one", first));
        QVERIFY(f.session.send("to all"));
        QCOMPARE(readAvailable(one), framed("to one") + framed("to all"));
        QCOMPARE(readAvailable(two), framed("to all"));
        f.session.closeConnection(first);
        QVERIFY(atEnd(one));
        QCOMPARE(f.session.send("gone", first).error().code, ErrorCode::PeerClosed);
        QCOMPARE(f.session.connections().size(), size_t{ 1 });
        f.session.finishSending();
        QVERIFY(atEnd(two));
    }

    void nobodyToSendTo()
    {
        SessionFixture f(hosting("lonely"));
        QVERIFY(f.wait());
        QCOMPARE(f.session.send("hello").error().code, ErrorCode::PeerClosed);
    }

    void aClientThatNeverReadsIsBounded()
    {
        SessionFixture f(hosting("deaf"));
        QVERIFY(f.wait());
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
            most = qMax(most, f.session.queuedBytes());
        }
        QVERIFY2(most < 1'000'000, qPrintable(QString::number(most)));
        QVERIFY(written < 5'000'000);
        writeAll(other, framed("me"));
        QByteArray read;
        QTRY_COMPARE((read += readAvailable(other), read), framed("Echo: me"));
        // It reads after all: everything comes.
        QTRY_VERIFY((readAvailable(deaf), f.session.queuedBytes() == 0));
    }

    void largeAndSmallMessagesComeBackWholeAndInOrder()
    {
        SessionFixture f(hosting("large"));
        QVERIFY(f.wait());
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
        QCOMPARE(streamOf(*f.session.recording(), id, Side::Server), expected);
    }

    void aFullDiskStopsTheEchoAndLosesNothing()
    {
        SessionFixture f(hosting("disk"));
        QVERIFY(f.wait());
        const UniqueFd client = f.client();
        QTRY_COMPARE(f.opened.count(), 1);
        {
            const DiskLimit full;
            writeAll(client, framed("one") + framed("two"));
            QTRY_COMPARE(f.stalled.count(), 1);
            QTest::qWait(10);
            QVERIFY(readAvailable(client).isEmpty());
        }
        QByteArray read;
        QTRY_COMPARE((read += readAvailable(client), read), framed("Echo: one") + framed("Echo: two"));
        QCOMPARE(f.stalled.count(), 1);
    }

    /// The other policy: the echo goes on, and what is missing is counted, told, and stands in the recording.
    void aFullDiskDoesNotStopTheEcho()
    {
        HostRequest request = hosting("go on");
        request.talk.diskPolicy = DiskPolicy::GoOn;
        SessionFixture f(request);
        QVERIFY(f.wait());
        const UniqueFd client = f.client();
        QTRY_COMPARE(f.opened.count(), 1);
        QByteArray read;
        {
            const DiskLimit full;
            writeAll(client, framed("one") + framed("two"));
            QTRY_COMPARE((read += readAvailable(client), read), framed("Echo: one") + framed("Echo: two"));
            const UniqueFd another = f.client(); // it is served too
            writeAll(another, framed("x"));
            QByteArray other;
            QTRY_COMPARE((other += readAvailable(another), other), framed("Echo: x"));
        }
        QCOMPARE(f.losing.count(), 1);
        QCOMPARE(f.session.lost().messages, quint64{ 6 });
        QVERIFY(!f.messages.last().first().value<MessageEvent>().isRecorded);
        QTest::qWait(1200); // it tries again once a second
        writeAll(client, framed("three"));
        QTRY_COMPARE((read += readAvailable(client), read.right(15)), framed("Echo: three"));
        quint64 told = 0;
        const auto recording = f.session.recording();
        for (quint64 number = 0; number < recording->count(); ++number) {
            const auto event = recording->summary(number).isEvent ? recording->event(number).value() : capture::Event();
            told += event.kind == capture::EventKind::Lost ? event.messages : 0;
        }
        QCOMPARE(told, quint64{ 6 });
        QCOMPARE(payloadsOf(*recording, Side::Server), QByteArrayList{ "Echo: three" });
        QCOMPARE(recording->connections().size(), size_t{ 2 });
    }

    void refusals()
    {
        const UniqueFd live = listeningAt(m_directory.filePath("CoreFxPipe_live"));
        QCOMPARE(SessionFixture(hosting("live")).failure(), ErrorCode::InUse);
        boundAt(m_directory.filePath("CoreFxPipe_stale")).reset();
        QCOMPARE(SessionFixture(hosting("stale")).failure(), ErrorCode::StaleSocket);
        QCOMPARE(SessionFixture(hosting("a/b")).failure(), ErrorCode::InvalidName);
        QCOMPARE(SessionFixture(hosting(QByteArray(108, 'n'))).failure(), ErrorCode::PathTooLong);
        HostRequest request = hosting("stale");
        request.replaceStale = true;
        SessionFixture f(request);
        QVERIFY(f.wait());
        QVERIFY(f.session.facts().replacedStale);
        QVERIFY(dialed(f.path()).isValid());
    }

    void withoutARecordingNothingIsLeft()
    {
        HostRequest request = hosting("norecord");
        request.talk.recordTo = m_directory.filePath("none/file.pcapng");
        SessionFixture f(request);
        QCOMPARE(f.failure(), ErrorCode::NoSuchFile);
        QVERIFY(!QFile::exists(QString::fromLatin1(m_directory.filePath("CoreFxPipe_norecord"))));
    }

    void whatTookItsNameIsKept()
    {
        SessionFixture f(hosting("taken"));
        QVERIFY(f.wait());
        QCOMPARE(::unlink(f.path().constData()), 0);
        const UniqueFd other = listeningAt(f.path());
        f.session.close();
        QVERIFY(dialed(f.path()).isValid());
        QVERIFY(f.problems.isEmpty());
    }

    /// What a slot of `message` asks for does not overtake messages that came in the same piece.
    void whatASlotAsksForKeepsTheOrder_data()
    {
        QTest::addColumn<bool>("closes");
        QTest::newRow("close") << true;
        QTest::newRow("framing") << false;
    }

    void whatASlotAsksForKeepsTheOrder()
    {
        QFETCH(bool, closes);
        HostRequest request = hosting("order");
        request.talk = talking("line");
        request.responder = nullptr;
        SessionFixture f(request);
        QVERIFY(f.wait());
        bool asked = false;
        connect(&f.session, &Session::message, &f.session, [&] {
            if (std::exchange(asked, true))
                return;
            if (closes)
                f.session.close();
            else
                f.session.setFraming(Side::Client, framings().find("raw"));
        });
        const UniqueFd client = f.client();
        writeAll(client, "1\n2\n3\nrest");
        const auto stream = [&f] { return streamOf(*f.session.recording(), ConnectionId{ 1 }, Side::Client); };
        QTRY_COMPARE(stream(), QByteArray("1\n2\n3\nrest"));
        if (closes)
            QTRY_COMPARE(f.ended.count(), 1);
    }

    void closingInsideAMessageIsTheEnd()
    {
        SessionFixture f(hosting("inside"));
        QVERIFY(f.wait());
        // Nothing follows the last signal, though a second message is in hand.
        connect(&f.session, &Session::message, &f.session, [&f] {
            QCOMPARE(f.ended.count(), 0);
            f.session.close();
        });
        const UniqueFd client = f.client();
        writeAll(client, framed("one") + framed("two"));
        QTRY_COMPARE(f.ended.count(), 1);
        QTRY_VERIFY((readAvailable(client), atEnd(client)));
    }
};

QTEST_GUILESS_MAIN(TestListenSource)

} // namespace tst_listensource

#include "tst_listensource.moc"
