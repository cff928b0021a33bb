// SPDX-License-Identifier: MIT
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QFile>

#include <unistd.h>

namespace tst_decodecommand {

using namespace pipeglass;
using namespace pipeglass::test;

QByteArray frame(const QByteArray &payload)
{
    QByteArray wire(4, '\0');
    qToLittleEndian(static_cast<qint32>(payload.size()), wire.data());
    return wire + payload;
}

class TestDecodeCommand : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;

    QByteArray file(const QByteArray &contents) const
    {
        QByteArray path = m_directory.filePath("stream");
        QFile stream(QFile::decodeName(path));
        if (!stream.open(QIODevice::WriteOnly) || stream.write(contents) != contents.size())
            qFatal("cannot write the stream");
        return path;
    }

private Q_SLOTS:
    void inWords()
    {
        Run run({ "decode", "--framing", "int32le", file(frame(R"({"a":[1,"x"]})") + frame("hi")) });
        QCOMPARE(run.startAndFinish(), 0);
        const QList<QByteArray> expected{
            R"(1 offset 0 13 bytes: {"a":[1,"x"]})",
            "    json (object)",
            "      a (array)",
            "        0: 1 (number)",
            "        1: x (string)",
            "2 offset 17 2 bytes: hi",
            "    text hi (utf-8)",
        };
        QCOMPARE(run.out.lines(), expected);
    }

    void inJson()
    {
        Run run({ "decode", "--framing", "int32le", "--json", file(frame(R"({"a":[1,"x"]})") + "\xff\xff\xff\xff") });
        QCOMPARE(run.startAndFinish(), 1);
        const QList<QByteArray> expected{
            R"({"number":1,"offset":0,"wire_size":17,"payload_size":13,"malformed":false,"payload":"eyJhIjpbMSwieCJdfQ==",)"
            R"("decoder":"json","tree":{"name":"","type":"object","value":null,"offset":0,"size":13,"children":[)"
            R"({"name":"a","type":"array","value":null,"offset":1,"size":11,"children":[)"
            R"({"name":"0","type":"number","value":1,"offset":6,"size":1,"children":[]},)"
            R"({"name":"1","type":"string","value":"x","offset":8,"size":3,"children":[]}]}]},"truncated":false})",
            R"({"number":2,"offset":17,"wire_size":4,"payload_size":4,"malformed":true,"payload":"/////w==",)"
            R"("decoder":null,"tree":null})",
        };
        QCOMPARE(run.out.lines(), expected);
    }

    void fromStdin()
    {
        int ends[2] = {};
        QCOMPARE(::pipe(ends), 0);
        const QByteArray lines("{\"a\":1}\n42\n");
        QCOMPARE(::write(ends[1], lines.constData(), static_cast<size_t>(lines.size())), lines.size());
        ::close(ends[1]);
        Run run({ "decode", "--framing=line", "--json", "-" }, ends[0]);
        QCOMPARE(run.startAndFinish(), 0);
        ::close(ends[0]);
        QCOMPARE(run.objects().size(), 2);
        QCOMPARE(run.objects()[0][QLatin1String("decoder")].toString(), QStringLiteral("json"));
        QCOMPARE(run.objects()[1][QLatin1String("decoder")].toString(), QStringLiteral("text"));
    }

    void asForcesTheDecoder()
    {
        const QByteArray path = file(frame("\x92\x01"));
        Run run({ "decode", "--framing", "int32le", "--as", "messagepack", path });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.out.lines().mid(1, 2), (QList<QByteArray>{ "    messagepack (array)", "      0: 1 (integer)" }));
    }

    void unknownNames_data()
    {
        QTest::addColumn<QByteArray>("flag");
        QTest::newRow("framing") << QByteArray("--framing=int23le");
        QTest::newRow("decoder") << QByteArray("--as=jason");
    }
    void unknownNames()
    {
        QFETCH(const QByteArray, flag);
        Run run({ "decode", flag, file({}) });
        QCOMPARE(run.startAndFinish(), 2);
        QVERIFY(run.err.flushed.contains(flag.mid(flag.indexOf('=') + 1)));
    }

    void missingFile()
    {
        Run run({ "decode", m_directory.filePath("missing") });
        QCOMPARE(run.startAndFinish(), 1);
    }

    void guessesTheFraming()
    {
        Run run({ "decode", "--guess", "--json", file(frame("one") + frame("two")) });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonArray guesses = QJsonDocument::fromJson(run.out.flushed).array();
        QVERIFY(!guesses.isEmpty());
        const QJsonObject best = guesses[0].toObject();
        QVERIFY(best.contains(QLatin1String("score")) && best.contains(QLatin1String("reason")));
        Run same({ "decode", "--json", file(frame("one") + frame("two")) });
        QCOMPARE(same.startAndFinish(), 0);
        QVERIFY(same.err.flushed.contains(best[QLatin1String("framing")].toString().toLatin1()));
    }
};

QTEST_GUILESS_MAIN(TestDecodeCommand)

} // namespace tst_decodecommand

#include "tst_decodecommand.moc"
