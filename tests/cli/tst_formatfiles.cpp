// SPDX-License-Identifier: MIT
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testserver.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace tst_formatfiles {

using namespace pipeglass;
using namespace pipeglass::test;

constexpr const char *orders = "format orders;\n"
                               "enum Kind : u8 { ping = 1, order = 2 }\n"
                               "bits Flags : u8 { low: 3, high: 5 }\n"
                               "frame { size: u16be; payload: bytes[size]; }\n"
                               "message { kind: Kind; flags: Flags; if kind == order { n: u8; items: Item[n]; } }\n"
                               "struct Item { amount: i16le default -1; name: utf8[until \"\\0\"]; }\n";

/// Verbs with files that describe a format.
class TestFormatFiles : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;

    QByteArray write(const QByteArray &name, const QByteArray &contents)
    {
        const QByteArray path = m_directory.filePath(name);
        QFile file(QFile::decodeName(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
            qFatal("cannot write a file");
        return path;
    }
    QByteArray format() { return '@' + write("orders.pgf", orders); }

private Q_SLOTS:
    /// What is sent from values is on the wire, and decoded to the same values.
    void sendsAndDecodes()
    {
        TestServer server(m_directory.filePath("CoreFxPipe_p"));
        server.onBytes = [](int fd, const QByteArray &bytes) { TestServer::write(fd, bytes); };
        const QByteArray file = format();
        Run send({ "send", "p", "--framing", file, "--as", file, "--decode",
                   R"({"kind":"order","flags":{"low":1,"high":2},"items":[{"name":"nut"},{"amount":3,"name":""}]})",
                   R"({"kind":"ping","flags":255})" });
        QCOMPARE(send.startAndFinish(), 0);
        const QByteArray wire("\0\x0c\2\x11\2\xff\xffnut\0\3\0\0\0\2\1\xff", 18);
        QCOMPARE(server.received.toHex(), wire.toHex());
        QVERIFY(send.out.flushed.contains("    orders (message)\n      kind: order (2) (enum)\n"));
        Run decode({ "decode", "--framing", file, "--values", write("stream", wire) });
        QCOMPARE(decode.startAndFinish(), 0);
        const QList<QByteArray> values{
            R"({"kind":"order","flags":{"low":1,"high":2},"n":2,"items":[{"amount":-1,"name":"nut"},{"amount":3,"name":""}]})",
            R"({"kind":"ping","flags":{"low":7,"high":31}})",
        };
        QCOMPARE(decode.out.lines(), values);
        Run wrong({ "decode", "--framing", file, "--values", write("stream", QByteArray("\0\1\2\0\2\1\0", 7)) });
        QCOMPARE(wrong.startAndFinish(), 1);
        QCOMPARE(wrong.out.lines(), QList<QByteArray>{ R"({"kind":"ping","flags":{"low":0,"high":0}})" });
        Run as({ "decode", "--framing", "raw", "--as", file, write("payload", "\1\2") });
        QCOMPARE(as.startAndFinish(), 0);
        QVERIFY(as.out.flushed.contains("kind: ping (1)"));
    }

    void wrongValues_data()
    {
        QTest::addColumn<QByteArray>("values");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("missing") << QByteArray("{}") << QByteArray("field \"kind\": its value is missing");
        QTest::newRow("word") << QByteArray(R"({"kind":"pong"})") << QByteArray("\"pong\" is not a value");
        QTest::newRow("no JSON") << QByteArray("kind=1") << QByteArray("Line 1, column 1: expected a value");
    }
    void wrongValues()
    {
        QFETCH(QByteArray, values);
        QFETCH(QByteArray, error);
        const QByteArray file = format();
        Run run({ "send", "p", "--framing", file, "--as", file, values });
        QCOMPARE(run.startAndFinish(), 2);
        QVERIFY2(run.err.flushed.contains(error), run.err.flushed.constData());
    }

    void wrongFile_data()
    {
        QTest::addColumn<QByteArrayList>("words");
        const QByteArrayList verbs{ "send p", "echo p", "tap p", "read f", "decode f", "peek p", "framings" };
        for (const QByteArray &verb : verbs)
            QTest::newRow(verb.constData()) << verb.split(' ');
    }
    void wrongFile()
    {
        QFETCH(QByteArrayList, words);
        const QByteArray path = write("wrong.pgf", "format wrong;\nframe {\n    size u16be;\n}\n");
        std::vector<QByteArray> line(words.begin(), words.end());
        line.emplace_back(words.front() == "framings" ? "--show" : "--framing");
        line.push_back("line/@" + path);
        Run run(line);
        QCOMPARE(run.startAndFinish(), 2);
        const QByteArray expected = path + ":3:10: expected \":\", found \"u16be\"\n    size u16be;\n         ^\n";
        QVERIFY2(run.err.flushed.startsWith("pipeglass: " + expected), run.err.flushed.constData());
    }

    void shows()
    {
        Run preset({ "framings", "--show", "streamstring" });
        QCOMPARE(preset.startAndFinish(), 0);
        QVERIFY(preset.out.flushed.contains("payload: bytes[size];"));
        Run file({ "framings", "--show", format(), "--json" });
        QCOMPARE(file.startAndFinish(), 0);
        const QJsonObject object = QJsonDocument::fromJson(file.out.flushed)[0].toObject();
        QCOMPARE(object.value(QStringLiteral("source")).toString(), QString::fromUtf8(orders));
        QCOMPARE(Run({ "framings", "--export-lua", "http2" }).startAndFinish(), 2);
    }

    /// Wireshark reads the messages of a recording with the exported dissector.
    void wireshark()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("tshark")).isEmpty())
            QSKIP("tshark is not installed");
        TestServer server(m_directory.filePath("CoreFxPipe_w"));
        const QByteArray file = format();
        const QByteArray recording = m_directory.filePath("talk.pcapng");
        Run send({ "send", "w", "--framing", file, "--as", file, "--replies", "0", "--record", recording,
                   R"({"kind":"order","flags":{"low":1,"high":2},"items":[{"name":"nut"},{"amount":3,"name":"x"}]})",
                   R"({"kind":"ping","flags":255})" });
        QCOMPARE(send.startAndFinish(), 0);
        Run lua({ "framings", "--export-lua", file });
        QCOMPARE(lua.startAndFinish(), 0);
        const QByteArray script = "lua_script:" + write("orders.lua", lua.out.flushed);
        QProcess tshark;
        tshark.start(QStringLiteral("tshark"), { QStringLiteral("-X"), QFile::decodeName(script),
                                                 QStringLiteral("-r"), QFile::decodeName(recording),
                                                 QStringLiteral("-T"), QStringLiteral("fields"),
                                                 QStringLiteral("-E"), QStringLiteral("separator=|"),
                                                 QStringLiteral("-Y"), QStringLiteral("pipeglass_orders"),
                                                 QStringLiteral("-e"), QStringLiteral("pipeglass_orders.kind"),
                                                 QStringLiteral("-e"), QStringLiteral("pipeglass_orders.flags.high"),
                                                 QStringLiteral("-e"), QStringLiteral("pipeglass_orders.items.amount"),
                                                 QStringLiteral("-e"), QStringLiteral("pipeglass_orders.items.name"),
                                                 QStringLiteral("-e"), QStringLiteral("pipeglass_orders.frame.size"),
                                                 QStringLiteral("-e"), QStringLiteral("pipeglass_orders.unexpected") });
        QVERIFY(tshark.waitForFinished(60'000));
        QCOMPARE(tshark.readAllStandardOutput(), QByteArray("2|2|-1,3|nut,x|13|\n1|31|||2|\n"));
    }
};

QTEST_GUILESS_MAIN(TestFormatFiles)

} // namespace tst_formatfiles

#include "tst_formatfiles.moc"
