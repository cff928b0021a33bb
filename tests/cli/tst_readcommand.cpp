// SPDX-License-Identifier: MIT
#include "capture/recording.h"
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QFile>

namespace tst_readcommand {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;

QString text(const QJsonObject &object, const char *key) { return object[QLatin1String(key)].toString(); }

/// Two messages between events, and a malformed one.
void record(const QByteArray &path, std::optional<Side> ours = Side::Server)
{
    auto recording = Recording::create(path).value();
    const ConnectionId id = recording->addConnection({ {}, "p", { { 42, "client", 0, {} }, {} }, {}, ours }).value();
    (void)recording->append(Event{ { 1 }, id, EventKind::Connected }).value();
    (void)recording->append({ { 2 }, id, Side::Client, FrameProblem::None, QByteArray("\3\0\0\0one", 7), 4, 0 })
        .value();
    Event note{ { 3 }, id };
    note.note = QStringLiteral("by\na person");
    (void)recording->append(note).value();
    (void)recording->append({ { 4 }, id, Side::Server, FrameProblem::None, QByteArray("\2\0\0\0\xff\x1b", 6), 4, 0 })
        .value();
    (void)recording
        ->append({ { 5 }, id, Side::Client, FrameProblem::InvalidLength, QByteArray("\xff\xff\xff\xff"), 0, 0 })
        .value();
}

class TestReadCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inWords()
    {
        const PrivateDirectory directory;
        record(directory.filePath("r"));
        Run run({ "read", directory.filePath("r") });
        QCOMPARE(run.startAndFinish(), 0);
        const QList<QByteArray> expected{
            "1 1970-01-01T00:00:00.000000002Z #1 in 3 bytes: one",
            "2 1970-01-01T00:00:00.000000004Z #1 out 2 bytes: \\xff\\x1b",
            "3 1970-01-01T00:00:00.000000005Z #1 in 4 bytes malformed: \\xff\\xff\\xff\\xff",
        };
        QCOMPARE(run.out.lines(), expected);
        QCOMPARE(run.err.flushed, QByteArray());
    }

    void decoded()
    {
        const PrivateDirectory directory;
        record(directory.filePath("r"));
        Run run({ "read", "--decode", directory.filePath("r") });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.out.lines().size(), 4);
        QCOMPARE(run.out.lines()[1], QByteArray("    text one (utf-8)"));
        Run json({ "read", "--decode", "--json", directory.filePath("r") });
        QCOMPARE(json.startAndFinish(), 0);
        QCOMPARE(text(json.objects()[0], "decoder"), QStringLiteral("text"));
        QCOMPARE(
            json.objects()[0][QLatin1String("tree")].toObject()[QLatin1String("value")].toString(),
            QStringLiteral("one"));
        QVERIFY(json.objects()[2][QLatin1String("decoder")].isNull());
        QVERIFY(!json.objects()[0].contains(QLatin1String("reply_to")));
        QCOMPARE(json.objects()[1][QLatin1String("reply_to")].toInt(), 1);
        QCOMPARE(json.objects()[1][QLatin1String("latency")].toDouble(), 2e-9);
    }

    void inJson()
    {
        const PrivateDirectory directory;
        record(directory.filePath("r"));
        Run run({ "read", "--json", directory.filePath("r") });
        QCOMPARE(run.startAndFinish(), 0);
        const QList<QJsonObject> objects = run.objects();
        QCOMPARE(objects.size(), 3);
        QCOMPARE(objects[0][QLatin1String("number")].toInt(), 1);
        QCOMPARE(objects[0][QLatin1String("connection")].toInt(), 1);
        QCOMPARE(text(objects[0], "time"), QStringLiteral("1970-01-01T00:00:00.000000002Z"));
        QCOMPARE(text(objects[0], "from"), QStringLiteral("client"));
        QCOMPARE(text(objects[0], "direction"), QStringLiteral("in"));
        QCOMPARE(text(objects[1], "from"), QStringLiteral("server"));
        QCOMPARE(text(objects[1], "direction"), QStringLiteral("out"));
        QCOMPARE(QByteArray::fromBase64(text(objects[0], "wire").toLatin1()), QByteArray("\3\0\0\0one", 7));
        QCOMPARE(objects[0][QLatin1String("payload_size")].toInt(), 3);
        QCOMPARE(objects[0][QLatin1String("wire_size")].toInt(), 7);
        QCOMPARE(text(objects[0], "text"), QStringLiteral("one"));
        QVERIFY(objects[1][QLatin1String("text")].isNull());
        QCOMPARE(objects[2][QLatin1String("malformed")], QJsonValue(true));
    }

    void asHexDump()
    {
        const PrivateDirectory directory;
        record(directory.filePath("r"));
        Run run({ "read", directory.filePath("r"), "--hex-dump" });
        QCOMPARE(run.startAndFinish(), 0);
        const auto lines = run.out.lines();
        QCOMPARE(lines.size(), 9);
        QVERIFY2(lines[3].endsWith(" #1 out 2 bytes"), lines[3].constData());
        QCOMPARE(lines[4], QByteArray("00000000  ff 1b                                             |..|"));
        QCOMPARE(lines[5], QByteArray("00000002"));
        QCOMPARE(Run({ "read", directory.filePath("r"), "--hex-dump", "--json" }).startAndFinish(), 2);
    }

    void eventsToo()
    {
        const PrivateDirectory directory;
        record(directory.filePath("r"));
        Run words({ "read", "--events", directory.filePath("r") });
        QCOMPARE(words.startAndFinish(), 0);
        QCOMPARE(words.out.lines().size(), 5);
        QCOMPARE(words.out.lines()[0], QByteArray("- 1970-01-01T00:00:00.000000001Z #1 connected: p"));
        QCOMPARE(words.out.lines()[2], QByteArray("- 1970-01-01T00:00:00.000000003Z #1 note: by\\x0aa person"));
        Run json({ "read", "--events", "--json", directory.filePath("r") });
        QCOMPARE(json.startAndFinish(), 0);
        QVERIFY(json.objects()[2][QLatin1String("number")].isNull());
        QCOMPARE(text(json.objects()[2], "event"), QStringLiteral("note"));
        QCOMPARE(text(json.objects()[2], "detail"), QStringLiteral("by\na person"));
        QCOMPARE(json.objects()[3][QLatin1String("number")].toInt(), 2);
    }

    void cutOffUpToTheCut()
    {
        const PrivateDirectory directory;
        record(directory.filePath("r"));
        QFile file(QString::fromUtf8(directory.filePath("r")));
        QVERIFY(file.resize(file.size() - 5));
        Run run({ "read", "--json", directory.filePath("r") });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.objects().size(), 2);
        QVERIFY(run.err.flushed.contains("cut off"));
    }

    void whatIsNoRecording()
    {
        const PrivateDirectory directory;
        Run missing({ "read", directory.filePath("missing") });
        QCOMPARE(missing.startAndFinish(), 1);
        QVERIFY2(missing.err.flushed.contains("No such file"), missing.err.flushed.constData());
        QFile file(QString::fromUtf8(directory.filePath("other")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(1000, 'x'));
        file.close();
        Run other({ "read", directory.filePath("other") });
        QCOMPARE(other.startAndFinish(), 1);
        QVERIFY2(other.err.flushed.contains("not a recording"), other.err.flushed.constData());
    }

    /// A conversation between other programs has no direction.
    void ofOthers()
    {
        const PrivateDirectory directory;
        record(directory.filePath("r"), std::nullopt);
        Run json({ "read", "--json", directory.filePath("r") });
        QCOMPARE(json.startAndFinish(), 0);
        QCOMPARE(text(json.objects()[1], "from"), QStringLiteral("server"));
        QVERIFY(!json.objects()[1].contains(QLatin1String("direction")));
        Run words({ "read", directory.filePath("r") });
        QCOMPARE(words.startAndFinish(), 0);
        QCOMPARE(words.out.lines()[0], QByteArray("1 1970-01-01T00:00:00.000000002Z #1 client 3 bytes: one"));
    }

    void cutsAgain()
    {
        const PrivateDirectory directory;
        record(directory.filePath("r"));
        Run run({ "read", "--framing", "uint16le", directory.filePath("r") });
        QCOMPARE(run.startAndFinish(), 0);
        const QList<QByteArray> expected{
            "1 1970-01-01T00:00:00.000000002Z #1 in 3 bytes: \\x00\\x00o", // 03 00, then three bytes
            "2 1970-01-01T00:00:00.000000004Z #1 out 2 bytes: \\x00\\x00",
            "3 1970-01-01T00:00:00.000000005Z #1 in 6 bytes malformed: ne\\xff\\xff\\xff\\xff",
            "4 1970-01-01T00:00:00.000000004Z #1 out 2 bytes malformed: \\xff\\x1b",
        };
        QCOMPARE(run.out.lines(), expected);
    }

    void followsOneThatGrows()
    {
        const PrivateDirectory directory;
        const auto recording = Recording::create(directory.filePath("r")).value();
        const ConnectionId id = recording->addConnection({ {}, "p", {}, {}, {} }).value();
        const auto append = [&](const QByteArray &payload) {
            (void)recording->append({ now(), id, Side::Client, FrameProblem::None, payload, 0, 0 }).value();
        };
        append("one");
        Run run({ "read", "--follow", directory.filePath("r") });
        run.start();
        QTRY_COMPARE(run.out.lines().size(), 1);
        append("two");
        append("three");
        QTRY_COMPARE(run.out.lines().size(), 3);
        run.command->interrupt();
        QCOMPARE(run.finish(), 130);
        QVERIFY(run.out.lines().last().endsWith(": three"));
    }

    void filtered()
    {
        const PrivateDirectory directory;
        record(directory.filePath("r"));
        Run good({ "read", directory.filePath("r"), "--filter", "latency == 0.002us or length == 4" });
        QCOMPARE(good.startAndFinish(), 0);
        QCOMPARE(good.out.lines().size(), 2);
        QVERIFY(good.out.lines()[0].startsWith("2 ") && good.out.lines()[1].startsWith("3 "));
        Run events({ "read", directory.filePath("r"), "--events", "--filter", "event == note" });
        QCOMPARE(events.startAndFinish(), 0);
        QCOMPARE(events.out.lines().size(), 1);
    }

    void aWrongFilterIsPointedAt()
    {
        Run run({ "read", "r", "--filter", "length >> 3" });
        QCOMPARE(run.startAndFinish(), 2);
        const auto lines = run.err.flushed.split('\n');
        const qsizetype shown = lines.indexOf(QByteArray("length >> 3"));
        QVERIFY2(shown >= 0, run.err.flushed.constData());
        QCOMPARE(lines[shown + 1], QByteArray("        ^"));
    }

    void statistics()
    {
        const PrivateDirectory directory;
        record(directory.filePath("r"));
        Run run({ "read", directory.filePath("r"), "--stats", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.objects().size(), 1);
        const QJsonObject stats = run.objects().first();
        QCOMPARE(stats[QLatin1String("messages")].toInt(), 3);
        QCOMPARE(stats[QLatin1String("client")].toObject()[QLatin1String("wire_bytes")].toInt(), 11);
        QCOMPARE(stats[QLatin1String("malformed")].toInt(), 1);
        QCOMPARE(stats[QLatin1String("events")].toInt(), 2);
        QCOMPARE(stats[QLatin1String("latency")].toObject()[QLatin1String("median")].toDouble(), 2e-9);
        Run words({ "read", directory.filePath("r"), "--stats", "--filter", "from == server" });
        QCOMPARE(words.startAndFinish(), 0);
        QVERIFY2(words.out.flushed.startsWith("1 message"), words.out.flushed.constData());
    }

    void exported()
    {
        const PrivateDirectory directory;
        record(directory.filePath("r"));
        const QByteArray target = directory.filePath("out");
        Run run({ "read", directory.filePath("r"), "--export", "raw:" + target });
        QCOMPARE(run.startAndFinish(), 0);
        const auto contents = [&target](const char *leaf) {
            QFile file(QString::fromUtf8(target + '/' + leaf));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
        };
        QCOMPARE(contents("1-client.raw"), QByteArray("\3\0\0\0one\xff\xff\xff\xff", 11));
        QCOMPARE(contents("1-server.raw"), QByteArray("\2\0\0\0\xff\x1b", 6));
        Run again({ "read", directory.filePath("r"), "--export", "raw:" + target });
        QCOMPARE(again.startAndFinish(), 1); // nothing is overwritten
        QCOMPARE(contents("1-server.raw").size(), 6);
        const QByteArray copy = directory.filePath("copy");
        Run server({ "read", directory.filePath("r"), "--filter", "from == server", "--export", "pcapng:" + copy });
        QCOMPARE(server.startAndFinish(), 0);
        Run copied({ "read", copy, "--json" });
        QCOMPARE(copied.startAndFinish(), 0);
        QVERIFY(!copied.objects().isEmpty() && copied.objects().size() < 3);
        QCOMPARE(text(copied.objects()[0], "from"), QStringLiteral("server"));
        QCOMPARE(Run({ "read", directory.filePath("r"), "--export", "pcapng:" + copy }).startAndFinish(), 1);
        Run lines({ "read", directory.filePath("r"), "--export", "jsonl" });
        QCOMPARE(lines.startAndFinish(), 0);
        QCOMPARE(lines.objects().size(), 3);
        QCOMPARE(Run({ "read", directory.filePath("r"), "--export", "xml" }).startAndFinish(), 2);
        QCOMPARE(Run({ "read", directory.filePath("r"), "--export", "raw:" }).startAndFinish(), 2);
    }

    void aLongOneCanBeInterrupted()
    {
        const PrivateDirectory directory;
        {
            auto recording = Recording::create(directory.filePath("long")).value();
            const ConnectionId id = recording->addConnection({ {}, "p", {}, {}, Side::Server }).value();
            for (int i = 0; i < 5000; ++i)
                (void)recording->append({ { i }, id, Side::Client, FrameProblem::None, QByteArray("x"), 0, 0 }).value();
        }
        Run run({ "read", directory.filePath("long") });
        run.start();
        run.command->interrupt();
        QCOMPARE(run.finish(), 130);
        QVERIFY(run.out.lines().size() < 5000);
        QVERIFY(run.out.hurried);
        Run whole({ "read", directory.filePath("long") });
        QCOMPARE(whole.startAndFinish(), 0);
        QCOMPARE(whole.out.lines().size(), 5000);
        QVERIFY(whole.out.lines().last().startsWith("5000 "));
    }
};

QTEST_GUILESS_MAIN(TestReadCommand)

} // namespace tst_readcommand

#include "tst_readcommand.moc"
