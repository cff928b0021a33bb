// SPDX-License-Identifier: MIT
#include "formats/formatstore.h"
#include "formats/presets.h"
#include "framing/feeding.h"
#include "framing/samples.h"
#include "support/testmain.h"

#include <QRandomGenerator>

namespace tst_formatframing {

using namespace pipeglass;
using namespace pipeglass::formats;
using namespace pipeglass::test;

constexpr qsizetype limit = 300;

framing::FramingPtr framingFrom(const QByteArray &text)
{
    const auto format = compileFormat(text, "test.pgf");
    if (!format) {
        qWarning("%s", qPrintable(format.error().detail));
        return nullptr;
    }
    return framingOf(*format, "test.pgf").value_or(nullptr);
}

framing::FramingPtr frame(const QByteArray &body) { return framingFrom("format test; frame {" + body + "}"); }

/// A mix of messages of this framing and random bytes with special values.
QByteArray randomStream(QRandomGenerator &random, const framing::Framing &framing)
{
    QByteArray stream;
    const int junk = random.bounded(2) == 0 ? 1000 : 12;
    for (int part = 0; part < 20; ++part) {
        QByteArray bytes(random.bounded(40), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = "\0\0\0\x01\x03\r\n\n\xff"
                   "a"[random.bounded(10)];
        if (random.bounded(2) == 0)
            bytes = samplePayload(framing.id(), random);
        const auto frame = framing.encode(bytes, Side::Client, limit);
        stream += frame && random.bounded(junk) != 0 ? frame->wire.toByteArray() : bytes;
    }
    return stream;
}

class TestFormatFraming : public QObject {
    Q_OBJECT

    framing::FramingRegistry m_framings;

private Q_SLOTS:
    /// The descriptions of the program's own framings cut and encode as those do.
    void presetsAreTheSame_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const Preset &one : presets())
            QTest::newRow(one.name) << QByteArray(one.name);
    }
    void presetsAreTheSame()
    {
        QFETCH(QByteArray, id);
        const framing::FramingPtr described = framingFrom(presetDescription(id));
        const framing::FramingPtr builtin = m_framings.find(id);
        QVERIFY(described && builtin);
        QCOMPARE(described->id(), id);
        QCOMPARE(described->title(), builtin->title());
        QCOMPARE(described->encodes(), builtin->encodes());
        QRandomGenerator random(1);
        const bool isWhole = id == "dotnet-ipc"; // other bytes are not described
        for (int round = 0; round < 100; ++round) {
            QByteArray stream = randomStream(random, *builtin);
            if (isWhole)
                stream = builtin->encode("\4\4\0\0" + stream.left(200), Side::Client)->wire.toByteArray();
            const auto framer = builtin->makeFramer(Side::Client, limit);
            const auto other = described->makeFramer(Side::Client, limit);
            const Frames expected = feedInPieces(*framer, stream, stream.size());
            const Frames frames = feedInPieces(*other, stream, random.bounded(1, 50));
            QCOMPARE(test::described(frames), test::described(expected));
            QCOMPARE(joinedWires(frames), stream);
            QByteArray payload = round % 2 == 0 ? stream.left(random.bounded(100)) : samplePayload(id, random);
            if (isWhole)
                payload = "\4\4\1\0" + payload;
            const auto sent = builtin->encode(payload, Side::Client);
            const auto again = described->encode(payload, Side::Client);
            QCOMPARE(again.has_value(), sent.has_value());
            if (sent)
                QCOMPARE(again->wire.toByteArray(), sent->wire.toByteArray());
        }
    }

    void endlessStreamsAreBounded_data() { presetsAreTheSame_data(); }
    void endlessStreamsAreBounded()
    {
        QFETCH(QByteArray, id);
        checkEndlessStreams(*framingFrom(presetDescription(id)), limit);
    }

    /// Split at every byte, the frames are the same.
    void streams_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArrayList>("frames");
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &stream,
                            const QByteArrayList &frames) { QTest::newRow(name) << body << stream << frames; };
        row("trailer", "n: u8; payload: bytes[n]; magic \"!\";", "\2ab!\1c!\1d?",
            { "good(ab)", "good(c)", "bad(\1d?)" });
        row("checksum", "n: u8; payload: bytes[n]; sum: u8 = xor8(payload);", QByteArray("\2ab\3\2ab\4\1cc", 11),
            { "good(ab)", "bad(\2ab\4)", "good(c)" });
        row("length after a varint", "a: varint; n: u16be; payload: bytes[n - 1];",
            QByteArray("\x80\1\0\3xy\5\0\1\5\0\0", 12), { "good(xy)", "good()", QByteArray("bad(\5\0\0)", 8) });
        row("resync", "resync; magic \"ab\"; n: u8; payload: bytes[n];", "xaxab\1yab\1zaaab\1q",
            { "bad(xax)", "good(y)", "good(z)", "bad(aa)", "good(q)" });
        row("payload with its head", "payload: { type: u8; n: u8; body: bytes[n]; }", "\1\2ab\2\1c",
            { "good(\1\2ab)", "good(\2\1c)" });
        row("switch",
            "kind: u8; switch kind { case 1 { n: u8; } case 2 { n: u16be; } else { check 0; } } "
            "payload: bytes[n];",
            QByteArray("\1\1a\2\0\1b\3c", 9), { "good(a)", "good(b)", "bad(\3c)" });
        row("head in a window", "size: u8; within size { kind: u8; extra: bytes[end]; } n: u8; payload: bytes[n];",
            "\3kxy\1a\1k\1b\1", { "good(a)", "good(b)", "bad(\1)" });
        row("window too small", "size: u8; within size { kind: u16le; } payload: bytes[1];", "\1kka", { "bad(\1kka)" });
        row("list in the head", "n: u8; keys: { k: u8; size: u8; v: bytes[size]; }[n]; payload: bytes[until \"\\n\"];",
            QByteArray("\2a\1xb\0p\n\0q\n", 11), { "good(p)", "good(q)" });
        row("list until", "l: u8[until l == 0]; payload: bytes[1];", QByteArray("ab\0p\0q", 6),
            { "good(p)", "good(q)" });
        row("delimiter and trailer", "payload: bytes[until x\"0d 0a\"]; sum: u8;", "a\rb\r\nSc\r\nTd\r",
            { "good(a\rb)", "good(c)", "bad(d\r)" });
        row("UTF-16 line", "payload: utf16le[until x\"0a 00\" or end];", QByteArray("\1\n\0a\n\0b\0", 8),
            { QByteArray("good(\1\n\0a)", 10), QByteArray("good(b\0)", 8) });
        row("too long line", "payload: bytes[until \"\\n\"];", "abcdefghijk\nab\n",
            { "bad(abcdefghijk\n)", "good(ab)" });
        row("too long", "n: u8; payload: bytes[n];",
            "\1a\x0b"
            "abcdefghijkb",
            { "good(a)",
              "bad(\x0b"
              "abcdefghijkb)" });
        row("no bytes", "n: u8[0]; payload: bytes[0];", "abc", { "bad(abc)" });
        row("divided by zero", "n: u8; payload: bytes[10 / n];", QByteArray("\5ab\0c", 5),
            { "good(ab)", QByteArray("bad(\0c)", 7) });
        row("negative", "n: i8; payload: bytes[n];",
            "\1a\xff"
            "b",
            { "good(a)",
              "bad(\xff"
              "b)" });
        row("huge", "n: u64le; payload: bytes[n * 4];", QByteArray(9, '\xff'),
            { "bad(" + QByteArray(9, '\xff') + ")" });
    }
    void streams()
    {
        QFETCH(QByteArray, body);
        const framing::FramingPtr framing = frame(body);
        QVERIFY(framing);
        checkStream(*framing, 10);
    }

    /// A list without bytes must not run for long.
    void boundedWork()
    {
        const framing::FramingPtr framing = frame("n: u32le; a: { b: bytes[0]; }[n]; payload: bytes[1];");
        QVERIFY(framing);
        const auto framer = framing->makeFramer(Side::Client);
        const QByteArray stream(8, '\xff');
        QElapsedTimer timer;
        timer.start();
        QVERIFY(framer->feed(stream).front().isMalformed());
        QVERIFY(timer.elapsed() < 5000);
        const framing::FramingPtr fields = frame("n: u8[2000]; m: u8[100]; payload: bytes[1];");
        QVERIFY(fields->makeFramer(Side::Client)->feed(QByteArray(3000, 'a')).front().isMalformed());
    }

    void encodes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("wire"); // empty: refused
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &payload,
                            const QByteArray &wire) { QTest::newRow(name) << body << payload << wire; };
        row("size with itself", "n: u8; payload: bytes[n - 1];", "abc", "\4abc");
        row("size in words", "n: u8; payload: bytes[n * 2];", "abcd", "\2abcd");
        row("odd", "n: u8; payload: bytes[n * 2];", "abc", "");
        row("too large for the size", "n: u8; payload: bytes[n];", QByteArray(256, 'a'), "");
        row("checksum", "n: u8; payload: bytes[n]; c: u32be = crc32(payload);", "123456789",
            "\x09"
            "123456789\xcb\xf4\x39\x26");
        row("crc32c", "n: u8; payload: bytes[n]; c: u32be = crc32c(payload);", "123456789",
            "\x09"
            "123456789\xe3\x06\x92\x83");
        row("crc16 ccitt", "n: u8; payload: bytes[n]; c: u16be = crc16_ccitt(payload);", "123456789",
            "\x09"
            "123456789\x29\xb1");
        row("crc16 modbus", "n: u8; payload: bytes[n]; c: u16be = crc16_modbus(payload);", "123456789",
            "\x09"
            "123456789\x4b\x37");
        row("adler32", "n: u8; payload: bytes[n]; c: u32be = adler32(payload);", "Wikipedia",
            "\x09Wikipedia\x11\xe6\x03\x98");
        row("checksum of a part", "p: { n: u8; payload: bytes[n]; } c: u8 = sum8(p);", "\1\1", "\2\1\1\4");
        row("size of what follows", "n: u8; within n { k: u8 default 7; payload: bytes[end]; }", "ab", "\3\7ab");
        row("large in a window", "n: u16le; within n { payload: bytes[end]; } c: u8 default 1;", QByteArray(3000, 'a'),
            "\xb8\x0b" + QByteArray(3000, 'a') + '\1');
        row("no default", "k: u8; n: u8; payload: bytes[n];", "ab", "");
        row("complement", "n: u8; check_: u8 = ~n & 0xff; payload: bytes[n];", "ab",
            "\2\xfd"
            "ab");
        row("delimiter within", "payload: bytes[until \"\\n\"];", "a\nb", "");
        row("whole", "payload: { n: u8; body: bytes[n]; }", "\1a", "\1a");
        row("not whole", "payload: { n: u8; body: bytes[n]; }", "\2a", "");
        row("size before the payload's head", "n: u8; payload: { k: u8; body: bytes[n]; }", "kab", "\2kab");
        row("varint", "n: varint; payload: bytes[n];", QByteArray(200, 'a'), "\xc8\1" + QByteArray(200, 'a'));
    }
    void encodes()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, payload);
        QFETCH(QByteArray, wire);
        const framing::FramingPtr framing = frame(body);
        QVERIFY(framing);
        const auto encoded = framing->encode(payload, Side::Client);
        QCOMPARE(encoded.has_value(), !wire.isEmpty());
        if (encoded) {
            QCOMPARE(encoded->wire.toByteArray().toHex(), wire.toHex());
            QCOMPARE(encoded->payload().toByteArray(), payload);
        }
    }

    void sides()
    {
        const framing::FramingPtr framing = framingFrom(
            "format t; frame client { payload: bytes[until \"\\n\"]; } frame server { n: u8; payload: bytes[n]; }");
        QVERIFY(framing);
        QCOMPARE(framing->encode(QByteArray("a"), Side::Client)->wire.toByteArray(), QByteArray("a\n"));
        QCOMPARE(framing->encode(QByteArray("a"), Side::Server)->wire.toByteArray(), QByteArray("\1a"));
        QVERIFY(!framingFrom("format t; frame client { payload: bytes[1]; }"));
    }
};

QTEST_GUILESS_MAIN(TestFormatFraming)

} // namespace tst_formatframing

#include "tst_formatframing.moc"
