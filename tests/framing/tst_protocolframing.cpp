// SPDX-License-Identifier: MIT
#include "framing/feeding.h"
#include "framing/framingregistry.h"
#include "support/testmain.h"

namespace tst_protocolframing {

using namespace pipeglass;
using namespace pipeglass::framing;
using namespace pipeglass::test;

/// Streams of the framings that have no test of their own: each is split at every byte.
class TestProtocolFraming : public QObject {
    Q_OBJECT

    FramingRegistry m_framings;

private Q_SLOTS:
    void streams_data()
    {
        QTest::addColumn<QByteArray>("framing");
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArrayList>("frames");
        const auto row = [](const char *framing, const char *name, const QByteArray &stream,
                            const QByteArrayList &frames) {
            QTest::addRow("%s: %s", framing, name) << QByteArray(framing) << stream << frames;
        };
        const auto hex = [](const char *digits) { return QByteArray::fromHex(digits); };

        row("binarywriter", "two", "\2hi\1!", { "good(hi)", "good(!)" });
        row("binarywriter", "negative length", hex("ffffffff0f") + "x", { "bad(" + hex("ffffffff0f") + "x)" });
        row("binarywriter", "six bytes", hex("808080808001"), { "bad(" + hex("808080808001") + ')' });
        row("binarywriter", "over the limit", hex("ffff7f"), { "bad(" + hex("ffff7f") + ')' });
        row("binarywriter", "cut off", "\5ab", { "bad(\5ab)" });
        row("protobuf-net", "fields 1 and 2", hex("0a026162120163"), { "good(ab)", "good(c)" });
        row("protobuf-net", "another wire type", hex("0802"), { "bad(" + hex("0802") + ')' });

        row("content-length", "two", "Content-Length: 2\r\n\r\n{}content-length:1\r\nX: y\r\n\r\n1",
            { "good({})", "good(1)" });
        row("content-length", "none", "X: y\r\n\r\n{}", { "bad(X: y\r\n\r\n{})" });
        row("content-length", "no header", "hello world\r\n", { "bad(hello world\r\n)" });
        row("content-length", "two lengths", "Content-Length: 2\r\nContent-Length: 3\r\n\r\n",
            { "bad(Content-Length: 2\r\nContent-Length: 3\r\n\r\n)" });
        row("content-length", "no number", "Content-Length: -1\r\n\r\n", { "bad(Content-Length: -1\r\n\r\n)" });
        row("content-length", "over the limit", "Content-Length: 201\r\n\r\nx",
            { "bad(Content-Length: 201\r\n\r\nx)" });
        row("content-length", "endless", "X: " + QByteArray(3000, 'y'), { "bad(X: " + QByteArray(3000, 'y') + ')' });

        row("json", "values", "{\"a\":\"}\\\"\"}[1]\n 12 \"x\"true\n",
            { "good({\"a\":\"}\\\"\"})", "good([1])", "good(12)", "good(\"x\")", "good(true)" });
        row("json", "on several lines", "{\n  \"a\": [\n1 ]\n}", { "good({\n  \"a\": [\n1 ]\n})" });
        row("json", "another bracket", "{]", { "bad({])" });
        row("json", "text", "{}hello", { "good({})", "bad(hello)" });
        row("json", "cut off", "{\"a\"", { "bad({\"a\")" });
        row("json", "last number", "[] 5", { "good([])", "good(5)" });
        row("json", "over the limit", '"' + QByteArray(200, 'x') + '"', { "bad(\"" + QByteArray(200, 'x') + "\")" });

        const QByteArray magic("DOTNET_IPC_V1\0", 14);
        row("dotnet-ipc", "request", magic + hex("140004040000"), { "good(" + hex("04040000") + ')' });
        row("dotnet-ipc", "response and events", magic + hex("1500ff00000061") + "Nettrace",
            { "good(" + hex("ff000000") + "a)", "rest(Nettrace)" });
        row("dotnet-ipc", "too small", magic + hex("1300"), { "bad(" + magic + hex("1300") + ')' });
        row("dotnet-ipc", "another magic", "DOTNET_IPC_V2", { "bad(DOTNET_IPC_V2)" });
        row("dotnet-ipc", "advertisement",
            QByteArray("ADVR_V1\0", 8) + QByteArray(26, 'a') + magic + hex("140004010000"),
            { "good(" + QByteArray("ADVR_V1\0", 8) + QByteArray(26, 'a') + ')', "good(" + hex("04010000") + ')' });

        const QByteArray shake = hex("0100000400000001000000020000000300000004000000050000000000000000d5d5d5d6");
        row("msbuild", "without a handshake, type 1", hex("010300000061626308 00000000"),
            { "good(" + hex("0103000000616263") + ')', "good(" + hex("0800000000") + ')' });
        row("msbuild", "handshake and packet", shake + hex("020100000078"),
            { "good(" + shake + ')', "good(" + hex("020100000078") + ')' });
        row("msbuild", "reply", hex("ffffffff00000003d5d5d5d60a00000000"),
            { "good(" + hex("ffffffff00000003d5d5d5d6") + ')', "good(" + hex("0a00000000") + ')' });
        row("msbuild", "refusal", hex("00000003"), { "good(" + hex("00000003") + ')' });
        row("msbuild", "negative length", hex("02ffffffff"), { "bad(" + hex("02ffffffff") + ')' });

        const QByteArray hello = hex("2fdf1d50") + QByteArray(16, 'r');
        row("nerdbank", "version 1", hello + hex("0200000001000161"),
            { "good(" + hello + ')', "good(" + hex("0200000001000161") + ')' });
        row("nerdbank", "version 3", hex("930201c403616263") + hex("92050a"),
            { "good(" + hex("930201c403616263") + ')', "good(" + hex("92050a") + ')' });
        row("nerdbank", "array of many", hex("dcffff"), { "bad(" + hex("dcffff") + ')' });

        const QByteArray get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
        const QByteArray chunked =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1;x\r\nd\r\n0\r\nT: v\r\n\r\n";
        row("http1", "requests", get + "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nab" + get,
            { "good(" + get + ')', "good(POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nab)", "good(" + get + ')' });
        row("http1", "chunks", chunked + chunked, { "good(" + chunked + ')', "good(" + chunked + ')' });
        row("http1", "until closed", "HTTP/1.0 200 OK\r\n\r\nbody", { "good(HTTP/1.0 200 OK\r\n\r\n)", "rest(body)" });
        row("http1", "upgrade", "HTTP/1.1 101 X\r\n\r\n\x81\1a", { "good(HTTP/1.1 101 X\r\n\r\n)", "rest(\x81\1a)" });
        row("http1", "no request", "hello\r\n", { "bad(hello\r\n)" });
        row("http1", "chunk over the limit", chunked.first(47) + "ffffffffffffffff\r\n",
            { "bad(" + chunked.first(47) + "ffffffffffffffff\r\n)" });

        const QByteArray preface("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        row("http2", "preface and settings", preface + hex("000000040000000000"),
            { "good(" + preface + ')', "good(" + hex("040000000000") + ')' });
        row("http2", "over the limit", hex("ffffff000000000000"), { "bad(" + hex("ffffff000000000000") + ')' });

        row("discord", "handshake", hex("0000000002000000") + "{}", { "good({})" });
        row("blank-line", "blocks", "a\nb\n\nc\n\nd", { "good(a\nb)", "good(c)", "good(d)" });
        row("blank-line", "over the limit", QByteArray(201, 'x') + "\n\nok\n\n",
            { "bad(" + QByteArray(201, 'x') + "\n\n)", "good(ok)" });
    }

    void streams()
    {
        QFETCH(QByteArray, framing);
        constexpr qsizetype limit = 200;
        test::checkStream(*m_framings.find(framing), limit);
    }

    void encodes()
    {
        const auto wire = [&](const char *framing, const QByteArray &payload) {
            const auto frame = m_framings.find(framing)->encode(payload, Side::Client);
            return frame ? frame->wire.toByteArray() : QByteArray("refused");
        };
        QCOMPARE(wire("content-length", "{}"), QByteArray("Content-Length: 2\r\n\r\n{}"));
        QCOMPARE(wire("discord", "{}"), QByteArray("\1\0\0\0\2\0\0\0{}", 10));
        QCOMPARE(wire("binarywriter", QByteArray(300, 'x')).first(2), QByteArray("\xAC\2"));
        QCOMPARE(wire("dotnet-ipc", QByteArray("\4\4\0\0", 4)), QByteArray("DOTNET_IPC_V1\0\x14\0\4\4\0\0", 20));
        QCOMPARE(wire("dotnet-ipc", "\4"), QByteArray("refused"));
        QCOMPARE(wire("http2", QByteArray("\4\0\0\0\0\0", 6)), QByteArray("\0\0\0\4\0\0\0\0\0", 9));
        QCOMPARE(wire("http1", "GET / HTTP/1.1\r\n\r\n"), QByteArray("GET / HTTP/1.1\r\n\r\n"));
        QCOMPARE(wire("http1", "hello"), QByteArray("refused"));
        QCOMPARE(wire("msbuild", QByteArray("\x0A\0\0\0\0", 5)), QByteArray("\x0A\0\0\0\0", 5));
        QCOMPARE(wire("msbuild", QByteArray("\x0A\1\0\0\0", 5)), QByteArray("refused"));
        QCOMPARE(wire("json", "[1] "), QByteArray("refused"));
        QCOMPARE(wire("json", "12"), QByteArray("12\n"));
    }
};

QTEST_GUILESS_MAIN(TestProtocolFraming)

} // namespace tst_protocolframing

#include "tst_protocolframing.moc"
