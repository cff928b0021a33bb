// SPDX-License-Identifier: MIT
#include "framing/autoframing.h"
#include "framing/feeding.h"
#include "framing/framingregistry.h"
#include "framing/samples.h"
#include "support/testmain.h"

namespace tst_guess {

using namespace pipeglass;
using namespace pipeglass::framing;
using namespace pipeglass::test;

/// Framings that the bytes cannot tell apart from the one named.
QByteArray sameAs(const QByteArray &id)
{
    if (id == "uint32le" || id == "hpipes" || id == "uint32be")
        return id == "uint32le" ? "int32le" : "int32be";
    return id == "uint8" ? "binarywriter" : id;
}

class TestGuess : public QObject {
    Q_OBJECT

    FramingRegistry m_framings;

    [[nodiscard]] QByteArray messageOf(const QByteArray &id, Side from, QRandomGenerator &random) const
    {
        return m_framings.find(id)->encode(samplePayload(id, random), from)->wire.toByteArray();
    }

    [[nodiscard]] Guess guess(const StreamSample &sample) const { return guessFraming(m_framings, sample).front(); }

private Q_SLOTS:
    void threeMessages_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const FramingPtr &framing : m_framings.all()) {
            if (framing->id() != "raw")
                QTest::newRow(framing->id().constData()) << framing->id();
        }
    }

    void threeMessages()
    {
        QFETCH(QByteArray, id);
        QRandomGenerator random(4711);
        int wrong = 0;
        QByteArrayList others;
        for (int round = 0; round < 100; ++round) {
            StreamSample sample; // of the client, of the server, of both
            for (int i = 0; i < 3; ++i) {
                if (round % 3 != 1)
                    sample.client += messageOf(id, Side::Client, random);
                if (round % 3 != 0)
                    sample.server += messageOf(id, Side::Server, random);
            }
            const QByteArray guessed = guess(sample).framing->id();
            if (guessed != sameAs(id)) {
                ++wrong;
                others += guessed + ' ' + (sample.client + sample.server).left(60).toPercentEncoding(" ");
            }
        }
        QVERIFY2(wrong <= 5, others.join('\n').constData());
    }

    void randomBytesAreRaw()
    {
        QRandomGenerator random(1);
        QByteArrayList wrong;
        for (int round = 0; round < 1000; ++round) {
            const QByteArray bytes = randomBytes(random, random.bounded(1, 4097));
            const Guess best = guess({ {}, {}, bytes, {} });
            if (best.framing != m_framings.raw())
                wrong += best.framing->id();
        }
        QVERIFY2(wrong.size() <= 5, wrong.join(' ').constData());
    }

    /// In which letters and zeros look like lengths.
    void otherBytesAreRaw_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<bool>("isBase64");
        QTest::addColumn<bool>("isUtf16");
        QTest::newRow("base64") << QByteArray() << true << false;
        QTest::newRow("UTF-16") << QByteArray() << false << true;
        QTest::newRow("text") << QByteArray() << false << false;
        QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08\0\xB9\x3E\x0C\x6B\x02\xFF", 10) << false << false;
        QTest::newRow("ELF") << QByteArray(
            "\x7F"
            "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3E\0\1\0\0\0",
            24) << false << false;
        QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\6", 26) << false
                             << false;
        QTest::newRow("JPEG") << QByteArray("\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 20) << false << false;
        QTest::newRow("zip") << QByteArray("PK\3\4\x14\0\0\0\x08\0", 10) << false << false;
    }
    void otherBytesAreRaw()
    {
        QFETCH(const QByteArray, start);
        QFETCH(const bool, isBase64);
        QFETCH(const bool, isUtf16);
        QRandomGenerator random(2);
        QByteArrayList wrong;
        for (int round = 0; round < 100; ++round) {
            const QString text = QString::fromUtf8(randomText(random, 300));
            QByteArray bytes = start + randomBytes(random, random.bounded(1, 2000));
            if (isBase64)
                bytes = bytes.toBase64();
            else if (isUtf16)
                bytes = QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
            else if (start.isEmpty())
                bytes = text.toUtf8();
            const Guess best = guess({ {}, {}, bytes, {} });
            if (best.framing != m_framings.raw())
                wrong += best.framing->id();
        }
        QVERIFY2(wrong.size() <= 5, wrong.join(' ').constData());
    }

    void guesses_data()
    {
        QTest::addColumn<QByteArray>("pipe");
        QTest::addColumn<QByteArray>("client");
        QTest::addColumn<QByteArray>("server");
        QTest::addColumn<QByteArray>("framing");
        const auto row = [](const char *name, const QByteArray &pipe, const QByteArray &client,
                            const QByteArray &server, const char *framing) {
            QTest::newRow(name) << pipe << client << server << QByteArray(framing);
        };
        row("nothing", {}, {}, {}, "raw");
        row("CRLF text", {}, "one\r\ntwo\r\n", {}, "crlf");
        row("JSON lines with CRLF", {}, "{\"a\":1}\r\n{\"b\":2}\r\n", {}, "jsonl");
        row("pretty JSON", {}, "{\n  \"a\": 1\n}\n{\n  \"b\": 2\n}\n", {}, "json");
        row("text", {}, "hello", {}, "raw");
        row("JSON lines, one of them empty", {}, "{\"a\":1}\n\n[2]\n", {}, "jsonl");
        row("record separators after an empty message", {}, "\x1Eone\x1Etwo\x1E", {}, "rs");
        row("result of a call", {}, {}, QByteArray("\6\1\0\1\2{}", 7), "pipemethodcalls");
        row("Nerdbank.Streams, version 2", {}, QByteArray("\x92\x92\2\0\xC4\x10", 6) + QByteArray(16, 'r'), {},
            "nerdbank");
        row("UTF-16 in Hangul", {}, QByteArray("\0\6\x0C\xD3\x74\xC7\x04\xD5\0\2a\0", 12), {}, "streamstring");
        row("response of a compilation, without a name", {}, {},
            QByteArray("\x11\0\0\0\1\0\0\0\0\0\0\0\1\2\0\0\0o\0k\0", 21), "build-server");
        row("begun", {}, QByteArray("\x00\x10\x00\x00{\"a\":", 9), {}, "int32le");
        row("two framings", {}, "one\ntwo\n", QByteArray("\5\0\0\0h\0\0\1\1", 9), "line/int32le");
        row("name alone", "PSHost.0123ABCD.42.None.pwsh", {}, {}, "psrp");
        row("name of another protocol", "PSHost.0123ABCD.42.None.pwsh", QByteArray("\2\0\0\0\1\2", 6), {}, "int32le");
        row("response of the compiler server", QByteArray(43, 'a'), {}, QByteArray("\4\0\0\0\1\0\0\0", 8),
            "build-server");
    }

    void guesses()
    {
        QFETCH(QByteArray, pipe);
        QFETCH(QByteArray, client);
        QFETCH(QByteArray, server);
        const Guess best = guess({ pipe, {}, client, server });
        QTEST(best.framing->id(), "framing");
        QVERIFY(!best.reason.isEmpty());
        QVERIFY(best.score >= 0 && best.score <= 1);
    }

    void autoChoosesForEachSide()
    {
        const FramingPtr framing = m_framings.parse("auto").value();
        QVERIFY(!framing->encodes());
        QVERIFY(!framing->encode(QByteArray("a"), Side::Client));
        const auto client = framing->makeFramer(Side::Client);
        QVERIFY(client->feed(QByteArray("\5\0\0\0", 4)).empty());
        QCOMPARE(client->pendingBytes(), 4);
        QCOMPARE(
            described(client->feed(QByteArray("hello\2\0\0\0ab", 11))), (QByteArrayList{ "good(hello)", "good(ab)" }));
        const auto server = framing->makeFramer(Side::Server);
        QCOMPARE(described(server->feed(QByteArray("a\nb\nc"))), (QByteArrayList{ "good(a)", "good(b)" }));
        QCOMPARE(described(server->finish()), QByteArrayList{ "good(c)" });
    }

    /// Lines would fit the server's, and find no end in the client's.
    void eachSideOfItsOwn()
    {
        const Guess best = guess({ {}, {}, QByteArray("\3\0\0\0one\3\0\0\0two", 14), "{\"ok\":1}\n{\"ok\":2}\n" });
        QCOMPARE(best.framing->id(), QByteArray("int32le/jsonl"));
    }

    void autoKnowsNames()
    {
        const FramingPtr plain = m_framings.parse("auto").value();
        const FramingPtr named = forStream(plain, StreamNames::of("/tmp/CoreFxPipe_PSHost.1.2.x", "pwsh"));
        for (const FramingPtr &framing :
             { named, forStream(m_framings.parse("auto/auto").value(), { "PSHost.1", {} }) }) {
            const auto framer = framing->makeFramer(Side::Client);
            QCOMPARE(described(framer->feed(QByteArray("<a/>\n"))), QByteArrayList{ "good(<a/>)" });
            QCOMPARE(framer->guessed(), QByteArray("psrp"));
        }
        QCOMPARE(resolvedFraming(named, "psrp"), m_framings.find("psrp"));
        QCOMPARE(resolvedFraming(named, {}), named);
        QCOMPARE(resolvedFraming(m_framings.find("line"), "psrp"), m_framings.find("line"));
        const auto unnamed = plain->makeFramer(Side::Client);
        (void)unnamed->feed(QByteArray("<a/>\n"));
        QVERIFY(unnamed->guessed() != "psrp");
        QCOMPARE(forStream(m_framings.find("line"), { "PSHost.1", {} }), m_framings.find("line"));
    }

    void autoContinuesWithChunksWhereItWasWrong()
    {
        const auto framer = m_framings.parse("auto").value()->makeFramer(Side::Client);
        Frames frames = framer->feed(QByteArray("\2\0\0\0ab\1\0\0\0c", 11));
        append(frames, framer->feed(QByteArray("\xff\xff\xff\xffrest")));
        append(frames, framer->feed(QByteArray("more")));
        append(frames, framer->finish());
        QCOMPARE(described(frames), (QByteArrayList{ "good(ab)", "good(c)", "rest(\xff\xff\xff\xffrestmore)" }));
    }

    void autoLosesNothing()
    {
        QRandomGenerator random(5);
        const auto framer = m_framings.parse("auto").value()->makeFramer(Side::Server);
        for (int round = 0; round < 300; ++round) {
            QByteArray stream = randomText(random, 5) + "\n" + randomBytes(random, random.bounded(100));
            if (round % 2 == 0)
                stream = randomBytes(random, random.bounded(20)) + stream;
            QCOMPARE(joinedWires(feedInPieces(*framer, stream, random.bounded(1, 20))), stream);
        }
    }
};

QTEST_GUILESS_MAIN(TestGuess)

} // namespace tst_guess

#include "tst_guess.moc"
