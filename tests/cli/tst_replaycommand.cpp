// SPDX-License-Identifier: MIT
#include "run.h"
#include "script.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testclient.h"
#include "testserver.h"

#include <QElapsedTimer>

namespace tst_replaycommand {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;

constexpr qint64 oneSecond = nanosecondsPerSecond;

/// What --json says: "number same/different/missing/extra got".
QByteArrayList results(const Run &run)
{
    QByteArrayList all;
    for (const QJsonObject &object : run.objects()) {
        const QJsonValue expected = object[QLatin1String("expected")];
        const QJsonValue got = object[QLatin1String("got")];
        const bool isSame = object[QLatin1String("same")].toBool();
        const char *word = expected.isNull() ? "extra" : got.isNull() ? "missing" : isSame ? "same" : "different";
        all += QByteArray::number(object[QLatin1String("number")].toInt()) + ' ' + word + ' '
            + QByteArray::fromBase64(got.toString().toLatin1());
    }
    return all;
}

class TestReplayCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asClient_data()
    {
        QTest::addColumn<QByteArray>("answer"); ///< to each message
        QTest::addColumn<bool>("closes"); ///< the server, after its first answer
        QTest::addColumn<QByteArrayList>("found");
        QTest::addColumn<int>("code");
        QTest::newRow("same") << wire("ok") << false << QByteArrayList{ "2 same ok", "4 same ok" } << 0;
        QTest::newRow("different") << wire("no") << false << QByteArrayList{ "2 different no", "4 different no" } << 1;
        QTest::newRow("missing") << wire("ok") << true << QByteArrayList{ "2 same ok", "4 missing " } << 1;
        QTest::newRow("none") << QByteArray() << true << QByteArrayList{ "2 missing ", "4 missing " } << 1;
        QTest::newRow("extra") << wire("ok") + wire("ok") + wire("more") << false
                               << QByteArrayList{ "2 same ok",  "4 same ok",  "0 extra more",
                                                  "0 extra ok", "0 extra ok", "0 extra more" }
                               << 1;
        QTest::newRow("incomplete") << wire("ok").chopped(1) << true
                                    << QByteArrayList{ "2 different " + wire("ok").chopped(1), "4 missing " } << 1;
    }
    void asClient()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, closes);
        QFETCH(const QByteArrayList, found);
        QFETCH(const int, code);
        const PrivateDirectory directory;
        {
            Script script(directory.filePath("r"));
            script.open().say(Side::Client, "a").say(Side::Server, "ok").say(Side::Client, "b").say(Side::Server, "ok");
            script.event(EventKind::Closed, Side::Client);
        }
        TestServer server(directory.filePath("s"));
        server.onBytes = [&](int fd, const QByteArray &) {
            TestServer::write(fd, answer);
            if (closes)
                QMetaObject::invokeMethod(
                    qApp, [&] { server.closeClients(); }, Qt::QueuedConnection);
        };
        Run run({ "replay", "--json", "--fast", directory.filePath("r"), directory.filePath("s") });
        QCOMPARE(run.startAndFinish(), code);
        QCOMPARE(results(run), found);
        QCOMPARE(server.clientCount, 1);
        if (!closes)
            QCOMPARE(server.received, wire("a") + wire("b"));
    }

    /// Every byte is sent as it was recorded, also what is no message, and the end of a half.
    void bytesAndEnds()
    {
        const PrivateDirectory directory;
        const QByteArray garbage("\xff\xff\xff\xff\x01garbage", 12);
        {
            Script script(directory.filePath("r"));
            script.open().say(Side::Client, "a").bytes(Side::Client, garbage, FrameProblem::InvalidLength);
            script.event(EventKind::HalfClosed, Side::Client).say(Side::Server, "after the end");
            script.event(EventKind::Closed, Side::Server);
        }
        TestServer server(directory.filePath("s"));
        server.onEnd = [](int fd) {
            TestServer::write(fd, wire("after the end"));
            ::shutdown(fd, SHUT_WR);
        };
        Run run({ "replay", "--json", "--fast", directory.filePath("r"), directory.filePath("s") });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(results(run), QByteArrayList{ "3 same after the end" });
        QCOMPARE(server.received, wire("a") + garbage);
    }

    void asServer_data()
    {
        QTest::addColumn<QByteArray>("said"); ///< by the first client
        QTest::addColumn<QByteArrayList>("found");
        QTest::addColumn<int>("code");
        QTest::newRow("same") << QByteArray("a") << QByteArrayList{ "2 same a", "4 same b" } << 0;
        QTest::newRow("different") << QByteArray("x") << QByteArrayList{ "2 different x", "4 same b" } << 1;
    }
    void asServer()
    {
        QFETCH(const QByteArray, said);
        QFETCH(const QByteArrayList, found);
        QFETCH(const int, code);
        const PrivateDirectory directory;
        {
            Script script(directory.filePath("r"));
            script.open().say(Side::Server, "hello").say(Side::Client, "a").say(Side::Server, "ok");
            script.event(EventKind::Closed, Side::Client);
            script.open().say(Side::Client, "b").say(Side::Server, "second");
            script.event(EventKind::Closed, Side::Server);
        }
        const QByteArray path = directory.filePath("s");
        Run run({ "replay", "--json", "--fast", "--as", "server", directory.filePath("r"), path });
        run.start();
        QTRY_VERIFY(run.err.flushed.contains("Listening"));
        Client first(path);
        QCOMPARE(first.receive(9), wire("hello"));
        first.send(wire(said));
        QCOMPARE(first.receive(15), wire("hello") + wire("ok"));
        Client second(path);
        second.send(wire("b"));
        QCOMPARE(second.receive(10), wire("second"));
        first.close();
        QCOMPARE(run.finish(), code);
        QCOMPARE(results(run), found);
        QVERIFY(!QFile::exists(QFile::decodeName(path)));
    }

    /// A connection begins when those that had ended before it have ended, and not later.
    void overlap_data()
    {
        QTest::addColumn<bool>("overlaps");
        QTest::newRow("one after the other") << false;
        QTest::newRow("at the same time") << true;
    }
    void overlap()
    {
        QFETCH(const bool, overlaps);
        const PrivateDirectory directory;
        {
            const ConnectionId first{ 1 };
            Script script(directory.filePath("r"));
            script.open().say(Side::Client, "a");
            if (!overlaps)
                script.say(Side::Server, "to a").event(EventKind::Closed, Side::Server);
            script.open().say(Side::Client, "b").say(Side::Server, "to b");
            if (overlaps)
                script.say(Side::Server, "to a", first).event(EventKind::Closed, Side::Server, first);
        }
        TestServer server(directory.filePath("s"));
        std::optional<int> waiting;
        int open = 0;
        int mostOpen = 0;
        server.onClient = [&](int) { mostOpen = qMax(mostOpen, ++open); };
        server.onBytes = [&](int fd, const QByteArray &bytes) {
            if (bytes == wire("b")) {
                TestServer::write(fd, wire("to b"));
                if (waiting) {
                    TestServer::write(*waiting, wire("to a"));
                    ::shutdown(*waiting, SHUT_WR);
                }
                return;
            }
            if (overlaps) {
                waiting = fd; // "a" is answered after "b" only
                return;
            }
            TestServer::write(fd, wire("to a"));
            ::shutdown(fd, SHUT_WR);
            --open;
        };
        Run run({ "replay", "--json", "--fast", directory.filePath("r"), directory.filePath("s") });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.objects().size(), 2);
        QCOMPARE(mostOpen, overlaps ? 2 : 1);
    }

    void onlySomeConnections()
    {
        const PrivateDirectory directory;
        {
            Script script(directory.filePath("r"));
            for (const char *text : { "a", "b", "c" })
                script.open().say(Side::Client, text);
        }
        TestServer server(directory.filePath("s"));
        Run run({ "replay", "--fast", "--connection", "3", "--connection", "1", directory.filePath("r"),
                  directory.filePath("s") });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(server.clientCount, 2);
        QCOMPARE(server.received.size(), 10);
        QVERIFY(!server.received.contains('b'));
        QCOMPARE(run.out.lines(), QList<QByteArray>{ "2 messages sent, 0 answers" });
    }

    /// Without framing reads have any bounds: the bytes are compared.
    void readsAreNotMessages()
    {
        const PrivateDirectory directory;
        {
            Script script(directory.filePath("r"), "raw");
            script.open().bytes(Side::Client, "ask").bytes(Side::Server, "ab").bytes(Side::Server, "cdef");
            script.event(EventKind::Closed, Side::Server);
        }
        TestServer server(directory.filePath("s"));
        server.onBytes = [](int fd, const QByteArray &) {
            TestServer::write(fd, "abcd");
            TestServer::write(fd, "xf");
            ::shutdown(fd, SHUT_WR);
        };
        Run run({ "replay", "--json", "--fast", directory.filePath("r"), directory.filePath("s") });
        QCOMPARE(run.startAndFinish(), 1);
        const QByteArrayList found{ "2 same ab", "3 different cdxf" };
        QCOMPARE(results(run), found);
    }

    void anotherFraming()
    {
        const PrivateDirectory directory;
        {
            Script script(directory.filePath("r"), "raw");
            script.open().bytes(Side::Client, "one\ntwo\n").bytes(Side::Server, "1\n2").bytes(Side::Server, "\n3\n");
        }
        TestServer server(directory.filePath("s"));
        server.onBytes = [](int fd, const QByteArray &) { TestServer::write(fd, "1\n2x\n3\n"); };
        Run run(
            { "replay", "--json", "--fast", "--framing", "line", directory.filePath("r"), directory.filePath("s") });
        QCOMPARE(run.startAndFinish(), 1);
        const QByteArrayList found{ "3 same 1", "4 different 2x", "5 same 3" };
        QCOMPARE(results(run), found);
    }

    /// The recorded pauses are kept, or with --fast not.
    void pauses_data()
    {
        QTest::addColumn<bool>("fast");
        QTest::addColumn<qint64>("pause");
        QTest::newRow("as recorded") << false << oneSecond / 4;
        QTest::newRow("fast") << true << 1000 * oneSecond;
    }
    void pauses()
    {
        QFETCH(const bool, fast);
        QFETCH(const qint64, pause);
        const PrivateDirectory directory;
        {
            Script script(directory.filePath("r"));
            script.open().say(Side::Client, "a").say(Side::Server, "ok").wait(pause).say(Side::Client, "b");
        }
        TestServer server(directory.filePath("s"));
        QElapsedTimer sinceFirst;
        qint64 passed = -1;
        server.onBytes = [&](int fd, const QByteArray &) {
            if (sinceFirst.isValid()) {
                passed = sinceFirst.nsecsElapsed();
            } else {
                sinceFirst.start();
                TestServer::write(fd, wire("ok"));
            }
        };
        std::vector<QByteArray> words{ "replay", directory.filePath("r"), directory.filePath("s") };
        if (fast)
            words.insert(words.begin() + 1, "--fast");
        Run run(words);
        QCOMPARE(run.startAndFinish(), 0);
        QVERIFY(passed >= (fast ? 0 : pause * 9 / 10));
    }

    void noAnswerInTime()
    {
        const PrivateDirectory directory;
        {
            Script script(directory.filePath("r"));
            script.open().say(Side::Client, "a").say(Side::Server, "ok").say(Side::Client, "b");
        }
        const TestServer server(directory.filePath("s"));
        Run run({ "replay", "--json", "--timeout", "0.05", directory.filePath("r"), directory.filePath("s") });
        QCOMPARE(run.startAndFinish(), 1);
        QCOMPARE(results(run), QByteArrayList{ "2 missing " });
        QVERIFY(run.err.flushed.contains("not sent"));
    }

    void inWords()
    {
        const PrivateDirectory directory;
        const QByteArray json(R"({"id":1,"result":{"ok":true,"tags":["a","b"]}})");
        {
            Script script(directory.filePath("r"));
            script.open().say(Side::Client, "j").say(Side::Server, json);
            script.say(Side::Client, "t").say(Side::Server, "one\ntwo\nthree\n");
            script.say(Side::Client, "b").say(Side::Server, QByteArray("\0\1\2", 3));
        }
        TestServer server(directory.filePath("s"));
        server.onBytes = [](int fd, const QByteArray &bytes) {
            if (bytes == wire("j"))
                TestServer::write(fd, wire(R"({"result":{"tags":["b"],"ok":false},"id":1})"));
            else if (bytes == wire("t"))
                TestServer::write(fd, wire("one\n2\nthree\n"));
            else
                TestServer::write(fd, wire(QByteArray("\0\1\3", 3)));
        };
        Run run({ "replay", "--fast", directory.filePath("r"), directory.filePath("s") });
        QCOMPARE(run.startAndFinish(), 1);
        const QList<QByteArray> expected{
            "2 differs (server, connection 1):",
            "  - result.ok: true",
            "  + result.ok: false",
            "  - result.tags[0]: \"a\"",
            "4 differs (server, connection 1):",
            "  - two",
            "  + 2",
            "6 differs (server, connection 1):",
            "  - 00000002  02                                              \\x02",
            "  + 00000002  03                                              \\x03",
            "3 messages sent, 3 answers: 0 same, 3 different, 0 missing, 0 extra",
        };
        QCOMPARE(run.out.lines(), expected);
    }

    void errors_data()
    {
        QTest::addColumn<QByteArrayList>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("no pipe") << QByteArrayList{} << 3;
        QTest::newRow("side") << QByteArrayList{ "--as", "peer" } << 2;
        QTest::newRow("connection") << QByteArrayList{ "--connection", "2" } << 2;
        QTest::newRow("framing") << QByteArrayList{ "--framing", "none" } << 2;
    }
    void errors()
    {
        QFETCH(const QByteArrayList, words);
        QFETCH(const int, code);
        const PrivateDirectory directory;
        Script(directory.filePath("r")).open().say(Side::Client, "a");
        std::vector<QByteArray> all{ "replay", directory.filePath("r"), directory.filePath("s") };
        all.insert(all.end(), words.begin(), words.end());
        Run run(all);
        QCOMPARE(run.startAndFinish(), code);
        QCOMPARE(run.out.flushed, QByteArray());
    }

    void interrupted()
    {
        const PrivateDirectory directory;
        Script(directory.filePath("r")).open().say(Side::Client, "a");
        Run run({ "replay", "--as", "server", directory.filePath("r"), directory.filePath("s") });
        run.start();
        QTRY_VERIFY(run.err.flushed.contains("Listening"));
        run.command->interrupt();
        QCOMPARE(run.finish(), 130);
        QVERIFY(!QFile::exists(QFile::decodeName(directory.filePath("s"))));
    }
};

QTEST_GUILESS_MAIN(TestReplayCommand)

} // namespace tst_replaycommand

#include "tst_replaycommand.moc"
