// SPDX-License-Identifier: MIT
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testserver.h"

#include <QTimer>

#include <sys/socket.h>

namespace tst_sendending {

using namespace pipeglass;
using namespace pipeglass::test;

using Words = std::vector<QByteArray>;

/// Replies to each request with an event and the reply, as lines.
void answerBehindAnEvent(TestServer &server)
{
    server.onBytes = [](int fd, const QByteArray &bytes) {
        TestServer::write(fd, "{\"event\":\"pause\"}\n{\"request_id\":" + bytes.trimmed() + "}\n");
    };
}

QString text(const QJsonObject &object, const char *key) { return object[QLatin1String(key)].toString(); }

/// What ends `pipeglass send`, and its messages.
class TestSendEnding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moreThanWasAskedForIsTold()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        answerBehindAnEvent(server);
        Run run({ "send", "p", "7", "--framing", "line" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.out.flushed, QByteArray("{\"event\":\"pause\"}\n"));
        QVERIFY2(run.err.flushed.contains("1 message (16 bytes) was not printed"), run.err.flushed.constData());
        Run both({ "send", "p", "7", "--framing", "line", "--replies", "2" });
        QCOMPARE(both.startAndFinish(), 0);
        QCOMPARE(both.err.flushed, QByteArray());
    }

    void unfinishedBytesBehindTheReplyAreTold()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        server.onBytes = [](int fd, const QByteArray &) { TestServer::write(fd, "one\ntwo\n$\x1b "); };
        Run run({ "send", "p", "x", "--framing", "line" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.out.flushed, QByteArray("one\n"));
        QVERIFY2(run.err.flushed.contains("1 message (3 bytes) was not printed"), run.err.flushed.constData());
        QVERIFY2(run.err.flushed.contains("incomplete message followed (3 bytes)"), run.err.flushed.constData());
        QVERIFY2(run.err.flushed.contains(": $\\x1b \n"), run.err.flushed.constData());
    }

    void whatEndsIt_data()
    {
        QTest::addColumn<Words>("flags");
        QTest::addColumn<bool>("closes"); // the server, after its reply
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QByteArray>("err"); // contained; empty: no output
        const QByteArray event("{\"event\":\"pause\"}\n");
        const QByteArray all = event + "{\"request_id\":7}\n";
        QTest::newRow("a match") << Words{ "--until", "id.:7" } << false << 0 << all << QByteArray();
        QTest::newRow("the first match") << Words{ "--until", "event" } << false << 0 << event << QByteArray();
        QTest::newRow("no match in time")
            << Words{ "--until", "none", "--timeout", "0.1" } << false << 6 << all << QByteArray("no message matched");
        QTest::newRow("no match before the time is over")
            << Words{ "--until", "none", "--for", "0.1" } << false << 6 << all << QByteArray("no message matched");
        QTest::newRow("no match before the end")
            << Words{ "--until", "none" } << true << 1 << all << QByteArray("no message matched");
        QTest::newRow("no match, and the end is good")
            << Words{ "--until", "none", "--until-closed" } << true << 0 << all << QByteArray();
        QTest::newRow("the end") << Words{ "--until-closed" } << true << 0 << all << QByteArray();
        QTest::newRow("no end in time") << Words{ "--until-closed", "--timeout", "0.1" } << false << 6 << all
                                        << QByteArray("did not close the connection");
        QTest::newRow("a time") << Words{ "--for", "0.1" } << false << 0 << all << QByteArray();
        QTest::newRow("a time longer than the link") << Words{ "--for", "100" } << true << 0 << all << QByteArray();
        QTest::newRow("a time longer than the silence") << Words{ "--for", "100", "--timeout", "0.1" } << false << 6
                                                        << all << QByteArray("did not close the connection");
        QTest::newRow("too few replies in a time") << Words{ "--for", "0.1", "--replies", "3" } << false << 6 << all
                                                   << QByteArray("2 of 3 replies were received");
        QTest::newRow("enough replies in a time")
            << Words{ "--for", "100", "--replies", "2" } << false << 0 << all << QByteArray();
    }

    void whatEndsIt()
    {
        QFETCH(Words, flags);
        QFETCH(bool, closes);
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        answerBehindAnEvent(server);
        server.onBytes = [answer = server.onBytes, closes](int fd, const QByteArray &bytes) {
            answer(fd, bytes);
            if (closes)
                ::shutdown(fd, SHUT_RDWR);
        };
        Words words{ "send", "p", "7", "--framing", "line" };
        words.insert(words.end(), flags.begin(), flags.end());
        Run run(words);
        QTEST(run.startAndFinish(), "code");
        QTEST(run.out.flushed, "out");
        QFETCH(QByteArray, err);
        QVERIFY2(
            err.isEmpty() ? run.err.flushed.isEmpty() : run.err.flushed.contains(err), run.err.flushed.constData());
    }

    void anAnswerInPiecesIsReadToItsEnd()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        const QByteArray body(200'000, 'x');
        server.onBytes = [&body](int fd, const QByteArray &) {
            TestServer::write(fd, "head</ht");
            QTimer::singleShot(5, [fd, &body] {
                TestServer::write(fd, "ml>" + body);
                ::shutdown(fd, SHUT_WR);
            });
        };
        Run run({ "send", "p", "GET\r\n\r\n", "--framing", "raw", "--until-closed" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.out.flushed.replace("\n", ""), "head</html>" + body);
        Run plain({ "send", "p", "GET", "--framing", "raw" });
        QCOMPARE(plain.startAndFinish(), 0);
        QCOMPARE(plain.out.flushed, QByteArray("head</ht\n"));
        QVERIFY2(plain.err.flushed.contains("More messages than requested"), plain.err.flushed.constData());
        // The match spans two chunks.
        Run until({ "send", "p", "GET", "--framing", "raw", "--until", "</html>" });
        QCOMPARE(until.startAndFinish(), 0);
        QVERIFY(until.out.flushed.startsWith("head</ht\nml>"));
    }

    void whatFramingHoldsBackIsShown_data()
    {
        QTest::addColumn<Words>("flags");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<int>("code");
        QTest::newRow("time-out") << Words{ "--framing", "line", "--timeout", "0.1" } << false << 6;
        QTest::newRow("replies") << Words{ "--framing", "line", "--timeout", "0.1", "--replies", "5" } << false << 6;
        QTest::newRow("time") << Words{ "--framing", "line", "--for", "0.1" } << false << 0;
        QTest::newRow("end") << Words{ "--framing", "line" } << true << 0;
        QTest::newRow("end of a message") << Words{ "--limit", "2047M" } << true << 1; // "logi" is a length
        QTest::newRow("time of a message") << Words{ "--limit", "2047M", "--for", "0.1" } << false << 0;
    }

    void whatFramingHoldsBackIsShown()
    {
        QFETCH(Words, flags);
        QFETCH(bool, closes);
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        server.onClient = [closes](int fd) {
            TestServer::write(fd, "login: ");
            if (closes)
                ::shutdown(fd, SHUT_RDWR);
        };
        Words words{ "send", "p" };
        words.insert(words.end(), flags.begin(), flags.end());
        Run run(words);
        QTEST(run.startAndFinish(), "code");
        QCOMPARE(run.out.flushed, QByteArray("login: \n"));
        QVERIFY2(run.err.flushed.contains("incomplete"), run.err.flushed.constData());
        words.emplace_back("--json");
        Run json(words);
        QTEST(json.startAndFinish(), "code");
        QCOMPARE(json.objects().size(), 1);
        QCOMPARE(json.objects()[0][QLatin1String("unfinished")], QJsonValue(true));
        QCOMPARE(text(json.objects()[0], "payload"), QString::fromLatin1(QByteArray("login: ").toBase64()));
    }

    void anInterruptShowsWhatIsHeldBack()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        server.onClient = [](int fd) { TestServer::write(fd, "one\nlogin: "); };
        Run run({ "send", "p", "--framing", "line" });
        run.start();
        QTRY_COMPARE(run.out.flushed, QByteArray("one\n"));
        run.command->interrupt();
        QCOMPARE(run.finish(), 130);
        QCOMPARE(run.out.flushed, QByteArray("one\nlogin: \n"));
        QVERIFY(run.err.flushed.contains("incomplete"));
    }

    void everythingIsSentBeforeAMatchEndsIt()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        server.onClient = [](int fd) { TestServer::write(fd, framed("welcome")); };
        const QByteArray large(3 << 20, 'x');
        Run run({ "send", "p", large, "last", "--until", "welcome" });
        QCOMPARE(run.startAndFinish(), 0);
        QTRY_COMPARE(server.received.size(), large.size() + 4 + 8);
        QCOMPARE(run.out.flushed, QByteArray("welcome\n"));
    }

    void valuesThatCannotBe_data()
    {
        QTest::addColumn<Words>("flags");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("expression") << Words{ "--until", "a(" } << QByteArray("not a valid regular expression");
        QTest::newRow("time") << Words{ "--for", "soon" } << QByteArray("expected seconds, more than 0");
        QTest::newRow("no time") << Words{ "--for", "0" } << QByteArray("expected seconds, more than 0");
        QTest::newRow("two ends") << Words{ "--until", "a", "--replies", "1" }
                                  << QByteArray("cannot be combined with --replies");
        QTest::newRow("other ends") << Words{ "--until-closed", "--replies", "1" }
                                    << QByteArray("cannot be combined with --replies");
        QTest::newRow("crlf") << Words{ "--crlf", "--framing", "raw" } << QByteArray("requires --framing line");
        QTest::newRow("formats") << Words{ "--json", "--hex-dump" } << QByteArray("cannot be combined with --json");
    }

    void valuesThatCannotBe()
    {
        QFETCH(Words, flags);
        QFETCH(QByteArray, sentence);
        Words words{ "send", "p", "x" };
        words.insert(words.end(), flags.begin(), flags.end());
        Run run(words);
        QCOMPARE(run.startAndFinish(), 2);
        QVERIFY2(run.err.flushed.contains(sentence), run.err.flushed.constData());
    }
};

QTEST_GUILESS_MAIN(TestSendEnding)

} // namespace tst_sendending

#include "tst_sendending.moc"
