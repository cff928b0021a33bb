// SPDX-License-Identifier: MIT
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testserver.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>

namespace tst_sendcommand {

using namespace pipeglass;
using namespace pipeglass::test;

using Words = std::vector<QByteArray>;

/// Replies to each complete int32le message with "Re: " and the message.
void answering(TestServer &server)
{
    auto pending = std::make_shared<QByteArray>();
    server.onBytes = [pending](int fd, const QByteArray &bytes) {
        *pending += bytes;
        while (pending->size() >= 4) {
            const qint32 size = qFromLittleEndian<qint32>(pending->constData());
            if (pending->size() < 4 + size)
                return;
            TestServer::write(fd, framed("Re: " + pending->sliced(4, size)));
            pending->remove(0, 4 + size);
        }
    };
}

struct Pipe {
    Pipe()
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        reading = UniqueFd(ends[0]);
        writing = UniqueFd(ends[1]);
    }
    void write(const QByteArray &bytes) const
    {
        (void)!::write(writing.get(), bytes.constData(), static_cast<size_t>(bytes.size()));
    }
    UniqueFd reading;
    UniqueFd writing;
};

QString text(const QJsonObject &object, const char *key) { return object[QLatin1String(key)].toString(); }

class TestSendCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsTheAnswers()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        answering(server);
        Run run({ "send", "p", "test2", "", "--hex", "00ff" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(server.received, framed("test2") + framed("") + framed(QByteArray("\0\xff", 2)));
        QCOMPARE(run.out.flushed, QByteArray("Re: test2\nRe: \nRe: \0\xff\n", 22));
        QCOMPARE(run.err.flushed, QByteArray());
        QCOMPARE(run.finishedCount, 1);
    }

    void keepsTheOrderOfTextsBytesAndFiles()
    {
        const PrivateDirectory directory;
        QFile file(QString::fromUtf8(directory.filePath("f")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("from a file");
        file.close();
        TestServer server(directory.filePath("CoreFxPipe_p"));
        Run run({ "send", "--hex=61", "p", "b", "--file", directory.filePath("f"), "--", "-c", "--replies", "0" });
        run.start();
        QTRY_COMPARE(
            server.received,
            framed("a") + framed("b") + framed("from a file") + framed("-c") + framed("--replies") + framed("0"));
        run.command->interrupt();
        QCOMPARE(run.finish(), 130);
    }

    void jsonTellsBothDirections()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        answering(server);
        Run run({ "send", "p", "--hex", "ff", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        const QList<QJsonObject> objects = run.objects();
        QCOMPARE(objects.size(), 2);
        QCOMPARE(text(objects[0], "direction"), QStringLiteral("out"));
        QCOMPARE(objects[0][QLatin1String("payload_size")].toInt(), 1);
        QCOMPARE(objects[0][QLatin1String("wire_size")].toInt(), 5);
        QVERIFY(objects[0][QLatin1String("text")].isNull());
        QCOMPARE(text(objects[0], "payload"), QStringLiteral("/w=="));
        QCOMPARE(objects[0][QLatin1String("malformed")], QJsonValue(false));
        QVERIFY(text(objects[0], "time").endsWith(QLatin1Char('Z')));
        QCOMPARE(text(objects[1], "direction"), QStringLiteral("in"));
        QCOMPARE(QByteArray::fromBase64(text(objects[1], "payload").toLatin1()), QByteArray("Re: \xff"));
    }

    void aTerminalNeverInterpretsAReply()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        answering(server);
        Run run({ "send", "p", "a\x1b[31m\n\xff" });
        run.out.terminal = true;
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.out.flushed, QByteArray("Re: a\\x1b[31m\\n\\xff\n"));
    }

    void encodings()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        server.onBytes = [](int fd, const QByteArray &bytes) { TestServer::write(fd, bytes); };
        Run run({ "send", "p", "gr\u00fcn", "--encoding", "utf-16le" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(server.received, framed(QByteArray("g\0r\0\xfc\0n\0", 8)));
        QCOMPARE(run.out.flushed, QByteArray("gr\u00fcn\n"));
        Run json({ "send", "p", "gr\u00fcn", "--encoding", "latin1", "--json" });
        QCOMPARE(json.startAndFinish(), 0);
        QCOMPARE(text(json.objects()[1], "text"), QStringLiteral("gr\u00fcn"));
        QCOMPARE(text(json.objects()[1], "payload"), QStringLiteral("Z3L8bg=="));
    }

    void withoutATextItOnlyReads()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        server.onClient = [](int fd) {
            TestServer::write(fd, framed("one") + framed("two"));
            ::shutdown(fd, SHUT_RDWR);
        };
        Run run({ "send", "p" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.out.flushed, QByteArray("one\ntwo\n"));
        Run two({ "send", "p", "--replies", "3" });
        QCOMPARE(two.startAndFinish(), 1);
        QCOMPARE(two.out.flushed, QByteArray("one\ntwo\n"));
        QVERIFY2(two.err.flushed.contains("2 of 3 replies were received"), two.err.flushed.constData());
        Run one({ "send", "p", "--replies", "1" });
        QCOMPARE(one.startAndFinish(), 0);
        QVERIFY(one.out.flushed.startsWith("one\n"));
    }

    void aServerThatNeverAnswersGetsEverything()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        server.onClient = [](int fd) { ::shutdown(fd, SHUT_WR); }; // .NET's PipeDirection.In
        const QByteArray large(3 << 20, 'x');
        Run run({ "send", "p", large, "last", "--replies", "0" });
        QCOMPARE(run.startAndFinish(), 0);
        QTRY_COMPARE(server.received.size(), large.size() + 4 + 8);
        server.received.clear();
        Run wanting({ "send", "p", large, "last" });
        QCOMPARE(wanting.startAndFinish(), 1);
        QVERIFY2(wanting.err.flushed.contains("no reply was received"), wanting.err.flushed.constData());
        QTRY_COMPARE(server.received.size(), large.size() + 4 + 8);
    }

    void linesOfStdinAsTheyCome()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        answering(server);
        Pipe input;
        Run run({ "send", "p", "first", "-" }, input.reading.get());
        run.start();
        QTRY_COMPARE(run.out.flushed, QByteArray("Re: first\n"));
        input.write("one\ntw");
        QTRY_COMPARE(run.out.flushed, QByteArray("Re: first\nRe: one\n"));
        QCOMPARE(run.exitCode, -1);
        input.write("o\nlast");
        input.writing.reset();
        QCOMPARE(run.finish(), 0);
        QCOMPARE(run.out.flushed, QByteArray("Re: first\nRe: one\nRe: two\nRe: last\n"));
    }

    void waitingForStdinIsNoTimeout()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        answering(server);
        Pipe input;
        Run run({ "send", "p", "-", "--timeout", "0.05" }, input.reading.get());
        run.start();
        input.write("one\n");
        QTRY_COMPARE(run.out.flushed, QByteArray("Re: one\n"));
        QTest::qWait(200);
        QCOMPARE(run.exitCode, -1);
        input.writing.reset();
        QCOMPARE(run.finish(), 0);
    }

    void silenceEndsIt()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        Run asking({ "send", "p", "hello", "--timeout", "0.1" });
        QCOMPARE(asking.startAndFinish(), 6);
        QVERIFY(asking.err.flushed.contains("did not answer in time"));
        Run reading({ "send", "p", "--timeout", "0.1" });
        QCOMPARE(reading.startAndFinish(), 6);
    }

    void aMessageThatComesSlowlyIsNoSilence()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        int client = -1;
        server.onClient = [&](int fd) { client = fd; };
        Run run({ "send", "p", "--replies", "1", "--timeout", "0.5" });
        run.start();
        QTRY_VERIFY(client >= 0);
        const QByteArray message = framed("12345678");
        for (const char byte : message) {
            TestServer::write(client, QByteArray(1, byte));
            QTest::qWait(100);
        }
        QCOMPARE(run.finish(), 0);
        QCOMPARE(run.out.flushed, QByteArray("12345678\n"));
    }

    void malformedRepliesAreAFailure()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        server.onBytes = [](int fd, const QByteArray &) { TestServer::write(fd, "\xff\xff\xff\xffhello"); };
        Run run({ "send", "p", "x", "--json" });
        QCOMPARE(run.startAndFinish(), 1);
        QVERIFY(run.err.flushed.contains("--framing raw"));
        QCOMPARE(run.objects().last()[QLatin1String("malformed")], QJsonValue(true));
        Run limited({ "send", "p", "x", "--limit", "4" });
        server.onBytes = [](int fd, const QByteArray &) { TestServer::write(fd, framed("12345")); };
        QCOMPARE(limited.startAndFinish(), 1);
    }

    void endsByItsErrors_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing there") << QByteArray("nothing") << 3;
        QTest::newRow("stale") << QByteArray("stale") << 5;
        QTest::newRow("bound") << QByteArray("bound") << 5;
        QTest::newRow("no stream") << QByteArray("packets") << 1;
        QTest::newRow("datagrams") << QByteArray("datagrams") << 1;
        QTest::newRow("a fifo") << QByteArray("fifo") << 1;
        QTest::newRow("a file") << QByteArray("file") << 1;
        QTest::newRow("no name") << QByteArray("") << 2;
        QTest::newRow("anonymous") << QByteArray("anonymous") << 2;
        QTest::newRow("a slash") << QByteArray("a/b") << 2;
        QTest::newRow("too long") << QByteArray("/tmp/" + QByteArray(120, 'x')) << 2;
        QTest::newRow("two") << QByteArray("CoreFxPipe_twice") << 2;
    }

    void endsByItsErrors()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, code);
        const PrivateDirectory directory;
        boundSocket(directory.filePath("CoreFxPipe_stale")).reset();
        const UniqueFd bound = boundSocket(directory.filePath("CoreFxPipe_bound"));
        const UniqueFd packets = boundSocket(directory.filePath("CoreFxPipe_packets"), SOCK_SEQPACKET);
        ::listen(packets.get(), 5);
        const UniqueFd datagrams = boundSocket(directory.filePath("CoreFxPipe_datagrams"), SOCK_DGRAM);
        QCOMPARE(::mkfifo(directory.filePath("CoreFxPipe_fifo").constData(), 0600), 0);
        QFile file(QString::fromUtf8(directory.filePath("CoreFxPipe_file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const UniqueFd one = boundSocket(directory.filePath("CoreFxPipe_twice"));
        const UniqueFd two = boundSocket(directory.filePath("CoreFxPipe_CoreFxPipe_twice"));
        Run run({ "send", name, "x" });
        QCOMPARE(run.startAndFinish(), code);
        QVERIFY(run.err.flushed.startsWith("pipeglass: "));
        QCOMPARE(run.out.flushed, QByteArray());
    }

    void aRecordingThatCannotBeMadeIsNoMissingPipe()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        Run run({ "send", "p", "x", "--record", directory.filePath("missing/x") });
        QCOMPARE(run.startAndFinish(), 1);
        QVERIFY2(run.err.flushed.contains("No such file or directory"), run.err.flushed.constData());
        QVERIFY(!run.err.flushed.contains("server"));
        QCOMPARE(server.clientCount, 0);
    }

    void filesThatCannotBeSent()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        Run missing({ "send", "p", "--file", directory.filePath("missing") });
        QCOMPARE(missing.startAndFinish(), 1);
        QVERIFY(missing.err.flushed.contains("No such file"));
        Run large({ "send", "p", "--limit", "4K", "--file", "/dev/zero" });
        QCOMPARE(large.startAndFinish(), 1);
        QVERIFY(large.err.flushed.contains("larger than the limit"));
    }

    void anOddNameIsDialledAsBytesAndAsEscapedText()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_a\xff\n"));
        answering(server);
        for (const QByteArray &name : { QByteArray("a\xff\n"), QByteArray("a\\xff\\x0a") }) {
            Run run({ "send", name, "x" });
            QCOMPARE(run.startAndFinish(), 0);
            QCOMPARE(run.out.flushed, QByteArray("Re: x\n"));
        }
    }

    void aClosedOutputStillSendsEverything()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        Run run({ "send", "p", "one", "two", "--timeout", "0" });
        run.start();
        run.command->outputClosed();
        QCOMPARE(run.finish(), 0);
        QTRY_COMPARE(server.received, framed("one") + framed("two"));
        QCOMPARE(run.err.flushed, QByteArray());
    }

    void aMatchDoesNotWaitForStdin()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        server.onBytes = [](int fd, const QByteArray &bytes) { TestServer::write(fd, bytes); };
        Pipe input;
        Run run({ "send", "p", "-", "--framing", "line", "--until", "^bye$" }, input.reading.get());
        run.start();
        input.write("one\n");
        QTRY_COMPARE(run.out.flushed, QByteArray("one\n"));
        input.write("bye\n");
        QCOMPARE(run.finish(), 0);
        QCOMPARE(run.out.flushed, QByteArray("one\nbye\n"));
    }

    void linesWithCarriageReturns()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        server.onBytes = [](int fd, const QByteArray &bytes) { TestServer::write(fd, bytes); };
        Pipe input;
        input.write("GET\r\n\r\n");
        input.writing.reset();
        Run run({ "send", "p", "first", "-", "--crlf" }, input.reading.get());
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(server.received, QByteArray("first\r\nGET\r\n\r\n"));
        QCOMPARE(run.out.flushed, QByteArray("first\nGET\n\n"));
        Pipe other;
        other.write("GET\r\n");
        Run without({ "send", "p", "-", "--framing", "line" }, other.reading.get());
        QCOMPARE(without.startAndFinish(), 2);
        QVERIFY2(without.err.flushed.contains("--crlf"), without.err.flushed.constData());
    }

    void hexDumps()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        answering(server);
        Run run({ "send", "p", "a\x1b", "--hex-dump" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(
            run.out.flushed,
            QByteArray("00000000  52 65 3a 20 61 1b                                 |Re: a.|\n00000006\n"));
    }

    void moreThanTheQueueHolds()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        Words words{ "send", "p", "--replies", "0" };
        qsizetype size = 0;
        for (int i = 0; i < 40; ++i) {
            words.emplace_back(1 << 20, static_cast<char>('a' + i % 26));
            size += 4 + (1 << 20);
        }
        Run run(words);
        QCOMPARE(run.startAndFinish(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(server.received.size(), size, 30'000);
    }
};

QTEST_GUILESS_MAIN(TestSendCommand)

} // namespace tst_sendcommand

#include "tst_sendcommand.moc"
