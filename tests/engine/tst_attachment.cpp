// SPDX-License-Identifier: MIT
#include "catalog/entries/pipename.h"
#include "core/fileaside.h"
#include "engine/attachment.h"
#include "engine/plainsocket.h"
#include "engine/recorded.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QSignalSpy>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_attachment {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

AttachRequest byName(const QByteArray &name)
{
    AttachRequest request;
    request.name = name;
    return request;
}

struct Fixture {
    explicit Fixture(const AttachRequest &request)
        : attachment(request)
        , opened(&attachment, &Session::connectionOpened)
        , messages(&attachment, &Session::message)
        , ended(&attachment, &Session::ended)
        , status(attachment.start())
    {
        QObject::connect(
            &attachment, &Attachment::failed, &attachment, [this](const Error &error) { errors.push_back(error); });
    }

    Attachment attachment;
    QSignalSpy opened;
    QSignalSpy messages;
    QSignalSpy ended;
    Status status;
    std::vector<Error> errors;
};

class TestAttachment : public QObject {
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
        Fixture f(byName("talk"));
        QVERIFY(f.status);
        QTRY_COMPARE(f.opened.count(), 1);
        QCOMPARE(f.attachment.path(), pipePath("talk"));
        QCOMPARE(f.attachment.connections().front().peer.pid, ::getpid());
        const UniqueFd server = accepted(listener);
        QVERIFY(f.attachment.send("test2"));
        QCOMPARE(readAvailable(server), framed("test2"));
        writeAll(server, framed("Echo: test2"));
        QTRY_COMPARE(f.messages.count(), 2);
        f.attachment.close();
        QCOMPARE(f.ended.count(), 1);
        QVERIFY(atEnd(server));
        QCOMPARE(payloadsOf(*f.attachment.recording(), Side::Server), QByteArrayList{ "Echo: test2" });
        const auto info = f.attachment.recording()->connections();
        QCOMPARE(info.size(), size_t{ 1 });
        QCOMPARE(info[0].pipe, pipePath("talk"));
        QVERIFY(info[0].ours == Side::Client);
    }

    void theServerClosesBeforeItAnswers()
    {
        const UniqueFd listener = listeningAt(pipePath("mute"));
        Fixture f(byName("mute"));
        QTRY_COMPARE(f.opened.count(), 1);
        QVERIFY(f.attachment.send("anybody?"));
        accepted(listener).reset();
        QTRY_COMPARE(f.ended.count(), 1);
        QVERIFY(f.attachment.connections().front().closed);
        QCOMPARE(f.attachment.send("hello?").error().code, ErrorCode::PeerClosed);
    }

    void aServerOpenedIn()
    {
        const UniqueFd listener = listeningAt(pipePath("in"));
        Fixture f(byName("in"));
        QTRY_COMPARE(f.opened.count(), 1);
        const UniqueFd server = accepted(listener);
        ::shutdown(server.get(), SHUT_WR);
        QTRY_COMPARE(f.attachment.connections().front().incoming, HalfState::ClosedByPeer);
        QVERIFY(f.attachment.send("one"));
        QVERIFY(f.attachment.send("two"));
        QCOMPARE(readAvailable(server), framed("one") + framed("two"));
        QCOMPARE(f.ended.count(), 0);
        f.attachment.finishSending();
        QTRY_COMPARE(f.ended.count(), 1);
    }

    void aServerOpenedOut()
    {
        const UniqueFd listener = listeningAt(pipePath("out"));
        Fixture f(byName("out"));
        QTRY_COMPARE(f.opened.count(), 1);
        const UniqueFd server = accepted(listener);
        ::shutdown(server.get(), SHUT_RD);
        QVERIFY(f.attachment.send("lost"));
        QTRY_COMPARE(f.attachment.connections().front().outgoing, HalfState::ClosedByPeer);
        writeAll(server, framed("what it says"));
        QTRY_COMPARE(f.messages.count(), 1);
        QCOMPARE(payloadsOf(*f.attachment.recording(), Side::Client), QByteArrayList());
    }

    void largeAndSmallMessagesBothWays()
    {
        const UniqueFd listener = listeningAt(pipePath("large"));
        Fixture f(byName("large"));
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
            while (next < payloads.size() && f.attachment.send(payloads[next]))
                ++next;
        };
        connect(&f.attachment, &Session::writable, this, sendMore);
        sendMore();
        QByteArray toWrite = stream;
        QByteArray atServer;
        QTRY_VERIFY_WITH_TIMEOUT(
            (writePossible(server, toWrite), atServer += readAvailable(server),
             f.messages.count() == 2 * payloads.size() && atServer.size() == stream.size()),
            60'000);
        QCOMPARE(atServer, stream);
        QCOMPARE(payloadsOf(*f.attachment.recording(), Side::Server), payloads);
        QCOMPARE(payloadsOf(*f.attachment.recording(), Side::Client), payloads);
    }

    void aRowIsDialledByItsFile()
    {
        const QByteArray path = m_directory.filePath("by row \xff");
        const UniqueFd listener = listeningAt(path);
        AttachRequest request;
        request.entry = entryFor("by row \xff", catalog::SocketType::Stream);
        Fixture f(request);
        QVERIFY(f.status);
        QTRY_COMPARE(f.opened.count(), 1);
    }

    void aRowWhoseNameWasBoundAnewIsReplaced()
    {
        const QByteArray path = m_directory.filePath("rebound");
        UniqueFd listener = listeningAt(path);
        AttachRequest request;
        request.entry = entryFor("rebound", catalog::SocketType::Stream);
        QCOMPARE(::unlink(path.constData()), 0);
        const UniqueFd other = listeningAt(path);
        Fixture f(request);
        QVERIFY(!f.status);
        QCOMPARE(f.status.error().code, ErrorCode::Replaced);
    }

    void saysAtOnceWhatIsWrong()
    {
        QCOMPARE(Fixture(byName("nothing")).status.error().code, ErrorCode::NoSuchPipe);
        QCOMPARE(::mkfifo(pipePath("fifo").constData(), 0600), 0);
        QCOMPARE(Fixture(byName("fifo")).status.error().code, ErrorCode::NotASocket);
        AttachRequest request;
        const UniqueFd packets = listeningAt(m_directory.filePath("packets"), 1, SOCK_SEQPACKET);
        request.entry = entryFor("packets", catalog::SocketType::SeqPacket);
        QCOMPARE(Fixture(request).status.error().code, ErrorCode::WrongSocketType);
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
        AttachRequest request = byName(QTest::currentDataTag());
        request.timeoutMs = 100;
        Fixture f(request);
        QVERIFY(f.status);
        QTRY_COMPARE(f.ended.count(), 1);
        QCOMPARE(f.errors.size(), size_t{ 1 });
        QCOMPARE(f.errors[0].code, code);
        QCOMPARE(f.errors[0].subject, path);
        QCOMPARE(f.opened.count(), 0);
    }

    void aServerThatDoesNotListenIsNotTakenForADeadOne()
    {
        const UniqueFd bound = boundAt(pipePath("bound"));
        Fixture byTheName(byName("bound"));
        QVERIFY(byTheName.status);
        QTRY_COMPARE(byTheName.errors.size(), size_t{ 1 });
        QCOMPARE(byTheName.errors[0].code, ErrorCode::NotListening);
        QCOMPARE(byTheName.errors[0].subject, pipePath("bound"));
        AttachRequest request;
        request.entry = entryFor("CoreFxPipe_bound", catalog::SocketType::Stream);
        Fixture byTheRow(request);
        QVERIFY(byTheRow.status);
        QTRY_COMPARE(byTheRow.errors.size(), size_t{ 1 });
        QCOMPARE(byTheRow.errors[0].code, ErrorCode::NotListening);
    }

    void aServerThatComesAnewIsDialledAnew()
    {
        const QByteArray path = pipePath("loop");
        boundAt(path).reset(); // the incarnation that we find has just ended
        Fixture f(byName("loop"));
        QVERIFY(f.status);
        QCOMPARE(::unlink(path.constData()), 0);
        const UniqueFd next = listeningAt(path);
        QTRY_COMPARE(f.opened.count(), 1);
        QVERIFY(f.errors.empty());
    }

    void messagesThatCannotBe()
    {
        const UniqueFd listener = listeningAt(pipePath("lines"));
        AttachRequest request = byName("lines");
        request.framing = framing::findFraming("line");
        request.limit = 100;
        Fixture f(request);
        QCOMPARE(f.attachment.send("x").error().code, ErrorCode::PeerClosed); // not connected yet
        QTRY_COMPARE(f.opened.count(), 1);
        QCOMPARE(f.attachment.send("two\nlines").error().code, ErrorCode::MessageNotEncodable);
        QCOMPARE(f.attachment.send(QByteArray(101, 'x')).error().code, ErrorCode::MessageTooLarge);
        QCOMPARE(f.attachment.send(QByteArray(101, 'x')).error().subject, pipePath("lines"));
    }

    void closingWhileItConnects()
    {
        const UniqueFd listener = listeningAt(pipePath("early"));
        Fixture f(byName("early"));
        f.attachment.close();
        QCOMPARE(f.ended.count(), 1);
        QTest::qWait(5);
        QCOMPARE(f.opened.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestAttachment)

} // namespace tst_attachment

#include "tst_attachment.moc"
