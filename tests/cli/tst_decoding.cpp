// SPDX-License-Identifier: MIT
#include "capture/recording.h"
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testclient.h"
#include "testserver.h"

#include <QFile>

namespace tst_decoding {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;

using Words = std::vector<QByteArray>;

/// Of tests/decoding/data/demo.proto.
const QByteArray types = PIPEGLASS_SOURCE "/tests/decoding/data/demo.desc";
const QByteArray request = QByteArray::fromHex("0a0568656c6c6f1002"); // text "hello", count 2

QString treeType(const QJsonObject &object)
{
    return object[QLatin1String("tree")].toObject()[QLatin1String("type")].toString();
}

/// What --decode shows with more than the bytes of a message: types of protobuf, headers of HTTP/2.
class TestDecoding : public QObject {
    Q_OBJECT

    static QByteArray file(const PrivateDirectory &directory, const QByteArray &contents)
    {
        QByteArray path = directory.filePath("stream");
        QFile stream(QFile::decodeName(path));
        if (!stream.open(QIODevice::WriteOnly) || stream.write(contents) != contents.size())
            qFatal("cannot write the stream");
        return path;
    }
    static QByteArray http2Frame(const char *digits)
    {
        const QByteArray payload = QByteArray::fromHex(digits);
        const auto size = static_cast<char>(payload.size() - 6);
        return QByteArray("\0\0", 2) + size + payload;
    }
    static QByteArray http2Stream()
    {
        return http2Frame("010400000001828684410f7777772e6578616d706c652e636f6d") + http2Frame("010400000003828684be")
            + http2Frame("010400000005be");
    }

private Q_SLOTS:
    void decodesWithTypes()
    {
        const PrivateDirectory directory;
        const QByteArray stream = file(directory, framed(request) + framed("{\"a\":1}"));
        Run run({ "decode", "--framing", "int32le", "--proto", types + ":Request", stream });
        QCOMPARE(run.startAndFinish(), 0);
        const QList<QByteArray> expected{
            "1 offset 0 9 bytes: \\n\\x05hello\\x10\\x02",
            "    protobuf (demo.Request)",
            "      text: hello (string)",
            "      count: 2 (uint32)",
            "2 offset 13 7 bytes: {\"a\":1}",
            "    json (object)",
            "      a: 1 (number)",
        };
        QCOMPARE(run.out.lines(), expected);
        Run best({ "decode", "--framing", "int32le", "--proto", types, "--json", stream });
        QCOMPARE(best.startAndFinish(), 0);
        QCOMPARE(treeType(best.objects()[0]), QStringLiteral("demo.Person | demo.Request | demo.Reply"));
    }

    void valuesHaveNames()
    {
        const PrivateDirectory directory;
        const QByteArray stream = file(directory, framed(request) + framed(QByteArray()));
        Run run({ "decode", "--framing", "int32le", "--proto", types + ":demo.Reply", "--values", stream });
        QCOMPARE(run.startAndFinish(), 0);
        const QList<QByteArray> expected{ "{\"text\":\"hello\",\"count\":2}", "{}" };
        QCOMPARE(run.out.lines(), expected);
    }

    void errors_data()
    {
        QTest::addColumn<Words>("words");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no such type") << Words{ "decode", "--proto", types + ":Nothing", "-" } << 2
                                      << QByteArray("demo.Request | demo.Reply");
        QTest::newRow("no descriptor set")
            << Words{ "decode", "--proto", PIPEGLASS_SOURCE "/tests/decoding/data/demo.proto", "-" } << 2
            << QByteArray("protoc --descriptor_set_out=FILE --include_imports");
        QTest::newRow("no file") << Words{ "decode", "--proto", "/nothing", "-" } << 1 << QByteArray("\"/nothing\"");
        QTest::newRow("another format") << Words{ "decode", "--proto", types, "--as", "json", "-" } << 2
                                        << QByteArray("not of json");
        for (const char *verb : { "read", "tap", "echo" })
            QTest::addRow("%s without --decode", verb)
                << Words{ verb, "--proto", types, "x" } << 2 << QByteArray("requires --decode");
        QTest::newRow("send without --as")
            << Words{ "send", "--proto", types, "x", "y" } << 2 << QByteArray("requires --decode");
        QTest::newRow("text of several types")
            << Words{ "send", "--proto", types, "--as", "protobuf", "x", "{\"text\":\"a\"}" } << 2
            << QByteArray("choose one of demo.Request | demo.Reply");
    }
    void errors()
    {
        QFETCH(const Words, words);
        QFETCH(const int, exitCode);
        QFETCH(const QByteArray, says);
        const PrivateDirectory directory;
        Run run(words);
        QCOMPARE(run.startAndFinish(), exitCode);
        QVERIFY2(run.err.flushed.contains(says), run.err.flushed.constData());
    }

    void sendsAndShowsTypes()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        server.onBytes = [](int fd, const QByteArray & /*bytes*/) { TestServer::write(fd, framed(request)); };
        Run run({ "send", "p", "--as", "protobuf", "--proto", types + ":Person/Reply", "--decode", "--json",
                  R"({"name":"Ada","colour":"GREEN","scores":{"go":3}})" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(server.received, framed(QByteArray::fromHex("0a03416461200232060a02676f1003")));
        QCOMPARE(treeType(run.objects()[0]), QStringLiteral("demo.Person"));
        QCOMPARE(treeType(run.objects()[1]), QStringLiteral("demo.Reply"));
        Run wrong({ "send", "p", "--as", "protobuf", "--proto", types + ":Person", R"({"nick":1})" });
        QCOMPARE(wrong.startAndFinish(), 2);
        QVERIFY(wrong.err.flushed.contains("demo.Person has no field nick"));
    }

    void echoShowsTypes()
    {
        const PrivateDirectory directory;
        Run run({ "echo", "p", "--prefix", "", "--decode", "--proto", types + ":Request/Reply", "--json" });
        run.start();
        QTRY_VERIFY(!run.out.lines().isEmpty());
        Client client(directory.filePath("CoreFxPipe_p"));
        client.send(framed(request));
        QTRY_COMPARE(run.objects().size(), 4);
        QCOMPARE(treeType(run.objects()[2]), QStringLiteral("demo.Request"));
        QCOMPARE(treeType(run.objects()[3]), QStringLiteral("demo.Reply"));
        run.command->interrupt();
        QCOMPARE(run.finish(), 0);
    }

    /// Also those that a filter leaves out define headers.
    void headersOfHttp2()
    {
        const PrivateDirectory directory;
        Run live({ "decode", "--framing", "http2", "--json", file(directory, http2Stream()) });
        QCOMPARE(live.startAndFinish(), 0);
        QCOMPARE(live.out.flushed.count("\"value\":\"www.example.com\""), 3);
        const QByteArray path = directory.filePath("r");
        auto recording = Recording::create(path).value();
        const ConnectionId id = recording->addConnection({ {}, "p", {}, { "http2", "http2" }, {} }).value();
        qint64 time = 1;
        for (const char *digits :
             { "010400000001828684410f7777772e6578616d706c652e636f6d", "010400000003828684be", "010400000005be" }) {
            (void)recording->append({ { ++time }, id, Side::Client, FrameProblem::None, http2Frame(digits), 3, 0 })
                .value();
            (void)recording
                ->append({ { ++time }, id, Side::Server, FrameProblem::None, http2Frame("010400000001be"), 3, 0 })
                .value();
        }
        recording.reset();
        Run all({ "read", "--decode", "--json", path });
        QCOMPARE(all.startAndFinish(), 0);
        QCOMPARE(all.out.flushed.count("\"value\":\"www.example.com\""), 3);
        QCOMPARE(all.out.flushed.count("\"value\":\"unknown (dynamic table)\""), 3);
        Run last({ "read", "--decode", "--json", "--filter", "number == 5", path });
        QCOMPARE(last.startAndFinish(), 0);
        QCOMPARE(last.objects().size(), 1);
        QCOMPARE(last.out.flushed.count("\"value\":\"www.example.com\""), 1);
    }
};

QTEST_GUILESS_MAIN(TestDecoding)

} // namespace tst_decoding

#include "tst_decoding.moc"
