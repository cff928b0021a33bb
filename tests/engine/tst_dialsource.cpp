// SPDX-License-Identifier: MIT
#include "catalog/entries/pipename.h"
#include "core/files/fileaside.h"
#include "engine/recorded.h"
#include "engine/sessionfixture.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_dialsource {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

class TestDialSource : public QObject {
    Q_OBJECT

private:
    PrivateDirectory m_directory;

    [[nodiscard]] QByteArray pipePath(const QByteArray &name) const
    {
        return m_directory.filePath("CoreFxPipe_" + name);
    }

    [[nodiscard]] catalog::PipeEntryPtr entryFor(const QByteArray &leaf, catalog::SocketType type) const
    {
        auto entry = std::make_shared<catalog::PipeEntry>();
        entry->directory = m_directory.path();
        entry->fileName = leaf;
        entry->kind = catalog::FileKind::Socket;
        entry->socketType = type;
        const UniqueFd file(::open(m_directory.filePath(leaf).constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
        entry->file = factsOf(file.get())->file;
        entry->uid = ::geteuid();
        return entry;
    }

private Q_SLOTS:
    void talksByName()
    {
        const UniqueFd listener = listeningAt(pipePath("talk"));
        SessionFixture f(attaching("talk"));
        QTRY_COMPARE(f.opened.count(), 1);
        QCOMPARE(f.path(), pipePath("talk"));
        QCOMPARE(f.session.connections().front().peer().pid, ::getpid());
        const UniqueFd server = accepted(listener);
        QVERIFY(f.session.send("test2"));
        QCOMPARE(readAvailable(server), framed("test2"));
        writeAll(server, framed("Echo: test2"));
        QTRY_COMPARE(f.messages.count(), 2);
        f.session.close();
        QCOMPARE(f.ended.count(), 1);
        QVERIFY(atEnd(server));
        QCOMPARE(payloadsOf(*f.session.recording(), Side::Server), QByteArrayList{ "Echo: test2" });
        const auto info = f.session.recording()->connections();
        QCOMPARE(info.size(), size_t{ 1 });
        QCOMPARE(info[0].pipe, pipePath("talk"));
        QVERIFY(info[0].ours == Side::Client);
    }

    void theServerClosesBeforeItAnswers()
    {
        const UniqueFd listener = listeningAt(pipePath("mute"));
        SessionFixture f(attaching("mute"));
        QTRY_COMPARE(f.opened.count(), 1);
        QVERIFY(f.session.send("anybody?"));
        accepted(listener).reset();
        QTRY_COMPARE(f.ended.count(), 1);
        QVERIFY(f.changed.last().first().value<ConnectionState>().closed);
        QCOMPARE(f.session.send("hello?").error().code, ErrorCode::PeerClosed);
    }

    void aServerOpenedIn()
    {
        const UniqueFd listener = listeningAt(pipePath("in"));
        SessionFixture f(attaching("in"));
        QTRY_COMPARE(f.opened.count(), 1);
        const UniqueFd server = accepted(listener);
        ::shutdown(server.get(), SHUT_WR);
        QTRY_COMPARE(f.session.connections().front().ends.server, StreamEnd::ByWriter);
        QVERIFY(f.session.send("one"));
        QVERIFY(f.session.send("two"));
        QCOMPARE(readAvailable(server), framed("one") + framed("two"));
        QCOMPARE(f.ended.count(), 0);
        f.session.finishSending();
        QTRY_COMPARE(f.ended.count(), 1);
    }

    void aServerOpenedOut()
    {
        const UniqueFd listener = listeningAt(pipePath("out"));
        SessionFixture f(attaching("out"));
        QTRY_COMPARE(f.opened.count(), 1);
        const UniqueFd server = accepted(listener);
        ::shutdown(server.get(), SHUT_RD);
        QVERIFY(f.session.send("lost"));
        QTRY_COMPARE(f.session.connections().front().ends.client, StreamEnd::ByReader);
        writeAll(server, framed("what it says"));
        QTRY_COMPARE(f.messages.count(), 1);
        QCOMPARE(payloadsOf(*f.session.recording(), Side::Client), QByteArrayList());
    }

    void largeAndSmallMessagesBothWays()
    {
        const UniqueFd listener = listeningAt(pipePath("large"));
        SessionFixture f(attaching("large"));
        QTRY_COMPARE(f.opened.count(), 1);
        const UniqueFd server = accepted(listener);
        QByteArrayList payloads;
        QByteArray stream;
        for (int i = 0; i < 1000; ++i) {
            payloads.append(QByteArray(i % 100 == 0 ? (1 << 20) - i : i, static_cast<char>(i)));
            stream += framed(payloads.last());
        }
        qsizetype next = 0;
        const auto sendMore = [&] {
            while (next < payloads.size() && f.session.send(payloads[next]))
                ++next;
        };
        connect(&f.session, &Session::writable, this, sendMore);
        sendMore();
        QByteArray toWrite = stream;
        QByteArray atServer;
        QTRY_VERIFY_WITH_TIMEOUT(
            (writePossible(server, toWrite), atServer += readAvailable(server),
             f.messages.count() == 2 * payloads.size() && atServer.size() == stream.size()),
            60'000);
        QCOMPARE(atServer, stream);
        QCOMPARE(payloadsOf(*f.session.recording(), Side::Server), payloads);
        QCOMPARE(payloadsOf(*f.session.recording(), Side::Client), payloads);
    }

    void aRowIsDialledByItsFile()
    {
        const QByteArray path = m_directory.filePath("by row \xff");
        const UniqueFd listener = listeningAt(path);
        AttachRequest request = attaching({});
        request.entry = entryFor("by row \xff", catalog::SocketType::Stream);
        SessionFixture f(request);
        QTRY_COMPARE(f.opened.count(), 1);
    }

    void aRowWhoseNameWasBoundAnewIsReplaced()
    {
        const QByteArray path = m_directory.filePath("rebound");
        UniqueFd listener = listeningAt(path);
        AttachRequest request = attaching({});
        request.entry = entryFor("rebound", catalog::SocketType::Stream);
        QCOMPARE(::unlink(path.constData()), 0);
        const UniqueFd other = listeningAt(path);
        SessionFixture f(request);
        QCOMPARE(f.failure(), ErrorCode::Replaced);
    }

    void saysAtOnceWhatIsWrong()
    {
        QCOMPARE(SessionFixture(attaching("nothing")).failure(), ErrorCode::NoSuchPipe);
        QCOMPARE(::mkfifo(pipePath("fifo").constData(), 0600), 0);
        QCOMPARE(SessionFixture(attaching("fifo")).failure(), ErrorCode::NotASocket);
        AttachRequest request = attaching({});
        const UniqueFd packets = listeningAt(m_directory.filePath("packets"), 1, SOCK_SEQPACKET);
        request.entry = entryFor("packets", catalog::SocketType::SeqPacket);
        QCOMPARE(SessionFixture(request).failure(), ErrorCode::WrongSocketType);
    }

    void saysLaterWhatIsWrong_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("listens");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("stale") << int{ SOCK_STREAM } << false << ErrorCode::NobodyListening;
        QTest::newRow("seqpacket") << int{ SOCK_SEQPACKET } << true << ErrorCode::WrongSocketType;
        QTest::newRow("busy") << int{ SOCK_STREAM } << true << ErrorCode::BacklogFull;
    }

    void saysLaterWhatIsWrong()
    {
        QFETCH(int, type);
        QFETCH(bool, listens);
        QFETCH(ErrorCode, code);
        const QByteArray path = pipePath(QTest::currentDataTag());
        const UniqueFd listener = listens ? listeningAt(path, 0, type) : UniqueFd();
        if (!listens)
            boundAt(path).reset();
        const UniqueFd first = code == ErrorCode::BacklogFull ? dialed(path) : UniqueFd();
        AttachRequest request = attaching(QTest::currentDataTag());
        request.timeoutMs = 100;
        SessionFixture f(request);
        QTRY_COMPARE(f.ended.count(), 1);
        QCOMPARE(f.errors.size(), size_t{ 1 });
        QCOMPARE(f.errors[0].code, code);
        QCOMPARE(f.errors[0].subject, path);
        QCOMPARE(f.opened.count(), 0);
    }

    void aServerThatDoesNotListenIsNotTakenForADeadOne()
    {
        const UniqueFd bound = boundAt(pipePath("bound"));
        SessionFixture byTheName(attaching("bound"));
        QTRY_COMPARE(byTheName.errors.size(), size_t{ 1 });
        QCOMPARE(byTheName.errors[0].code, ErrorCode::NotListening);
        QCOMPARE(byTheName.errors[0].subject, pipePath("bound"));
        AttachRequest request = attaching({});
        request.entry = entryFor("CoreFxPipe_bound", catalog::SocketType::Stream);
        SessionFixture byTheRow(request);
        QTRY_COMPARE(byTheRow.errors.size(), size_t{ 1 });
        QCOMPARE(byTheRow.errors[0].code, ErrorCode::NotListening);
    }

    void aServerThatComesAnewIsDialledAnew()
    {
        const QByteArray path = pipePath("loop");
        boundAt(path).reset(); // the incarnation that we find has just ended
        SessionFixture f(attaching("loop"));
        QCOMPARE(::unlink(path.constData()), 0);
        const UniqueFd next = listeningAt(path);
        QTRY_COMPARE(f.opened.count(), 1);
        QVERIFY(f.errors.empty());
    }

    /// A length that is none, and bytes that never are so many.
    void aMessageThatDoesNotComeIsTold()
    {
        const UniqueFd listener = listeningAt(pipePath("other framing"));
        SessionFixture f(attaching("other framing"));
        QTRY_COMPARE(f.opened.count(), 1);
        const UniqueFd server = accepted(listener);
        const QByteArray bytes("\0\3a\0\2bc", 7); // lengths of two bytes, big-endian
        writeAll(server, bytes);
        QTRY_COMPARE(f.changed.count(), 1);
        const auto state = f.changed.last().first().value<ConnectionState>();
        QCOMPARE(state.awaited.server.have, bytes.size());
        QCOMPARE(state.awaited.server.total, 4 + 0x00610300);
        QCOMPARE(f.messages.count(), 0);
        f.session.setFraming(Side::Server, framings().find("raw"));
        QCOMPARE(f.messages.count(), 1);
        QCOMPARE(f.changed.last().first().value<ConnectionState>().awaited.server.have, 0);
        writeAll(server, "more");
        QTRY_COMPARE(f.messages.count(), 2);
        QCOMPARE(streamOf(*f.session.recording(), ConnectionId{ 1 }, Side::Server), bytes + "more");
    }

    /// What is whole within half a second is not told of.
    void aSlowMessageIsNotTold()
    {
        const UniqueFd listener = listeningAt(pipePath("slow"));
        SessionFixture f(attaching("slow"));
        QTRY_COMPARE(f.opened.count(), 1);
        const UniqueFd server = accepted(listener);
        for (int i = 0; i < 15; ++i) {
            const QByteArray wire = framed("in two parts");
            writeAll(server, wire.first(7));
            QTest::qWait(25);
            writeAll(server, wire.sliced(7));
            QTest::qWait(25);
        }
        QTRY_COMPARE(f.messages.count(), 15);
        QCOMPARE(f.changed.count(), 0);
    }

    void messagesThatCannotBe()
    {
        const UniqueFd listener = listeningAt(pipePath("lines"));
        AttachRequest request = attaching("lines");
        request.talk = talking("line");
        request.talk.limit = 100;
        SessionFixture f(request);
        QCOMPARE(f.session.send("x").error().code, ErrorCode::PeerClosed); // not connected yet
        QTRY_COMPARE(f.opened.count(), 1);
        QCOMPARE(f.session.send("two\nlines").error().code, ErrorCode::MessageNotEncodable);
        QCOMPARE(f.session.send(QByteArray(101, 'x')).error().code, ErrorCode::MessageTooLarge);
        QCOMPARE(f.session.send(QByteArray(101, 'x')).error().subject, pipePath("lines"));
    }

    void closingWhileItConnects_data()
    {
        QTest::addColumn<int>("turns");
        for (int turns = 0; turns < 6; ++turns)
            QTest::addRow("%d turns", turns) << turns;
    }

    void closingWhileItConnects()
    {
        QFETCH(int, turns);
        const QByteArray name = "early " + QByteArray::number(turns);
        const UniqueFd listener = listeningAt(pipePath(name));
        SessionFixture f(attaching(name));
        for (int turn = 0; turn < turns && f.opened.isEmpty(); ++turn)
            QTest::qWait(0);
        if (!f.opened.isEmpty())
            return;
        f.session.close();
        QCOMPARE(f.ended.count(), 1);
        QTest::qWait(5);
        QCOMPARE(f.opened.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestDialSource)

} // namespace tst_dialsource

#include "tst_dialsource.moc"
