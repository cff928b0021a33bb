// SPDX-License-Identifier: MIT
#include "decoding/treetext.h"
#include "formats/formatdecoder.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

namespace tst_formatmessages {

using namespace pipeglass;
using namespace pipeglass::formats;
using namespace pipeglass::test;

FormatPtr formatFrom(const QByteArray &text)
{
    const auto format = compileFormat(text, "test.pgf");
    if (!format)
        qWarning("%s", qPrintable(format.error().detail));
    return format.value_or(nullptr);
}

QByteArray exampleText()
{
    QFile file(QStringLiteral(PIPEGLASS_EXAMPLE));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString treeOf(const FormatDecoder &decoder, const QByteArray &payload, bool &isWhole)
{
    decoding::TreeBuilder tree(payload);
    isWhole = decoder.decode(payload, {}, tree);
    return treeText(tree.take());
}

class TestFormatMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Trees with their places, and the same message as values that make the same bytes.
    void messages_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("tree");
        QTest::addColumn<QByteArray>("values");
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &payload, const QString &tree,
                            const QByteArray &values) {
            QTest::newRow(name) << "format t; " + body << payload << tree << values;
        };
        row("integers", "message { a: u16be; b: i8; c: u24le; d: i64le; e: varint; f: zigzag; g: bool; }",
            QByteArray("\1\2\xff\1\0\0\xfe\xff\xff\xff\xff\xff\xff\xff\xac\2\3\1", 18),
            QStringLiteral(":message@0+18 { a:integer=258@0+2 b:integer=-1@2+1 c:integer=1@3+3 d:integer=-2@6+8 "
                           "e:integer=300@14+2 f:integer=-2@16+1 g:boolean=true@17+1 }"),
            R"({"a":258,"b":-1,"c":1,"d":-2,"e":300,"f":-2,"g":true})");
        row("largest", "message { a: u64le; b: varint; }",
            QByteArray(8, '\xff') + QByteArray(9, '\xff') + QByteArray("\1"),
            QStringLiteral(":message@0+18 { a:integer=18446744073709551615@0+8 b:integer=18446744073709551615@8+10 }"),
            R"({"a":"18446744073709551615","b":"18446744073709551615"})");
        row("floats", "message { a: f32le; b: f64be; }", QByteArray("\0\0\xc0\x3f\x3f\xb9\x99\x99\x99\x99\x99\x9a", 12),
            QStringLiteral(":message@0+12 { a:float=1.5@0+4 b:float=0.1@4+8 }"), R"({"a":1.5,"b":0.1})");
        row("texts", "message { a: utf8[4]; n: u8; b: utf16le[n]; c: latin1[until x\"00\"]; d: guid; e: bytes[end]; }",
            QByteArray("ab\0\0\4x\0\xe4\0\xe4\0\4\3\2\1\6\5\x08\7\1\2\3\4\5\6\7\x08\xff", 28),
            QStringLiteral(":message@0+28 { a:string=ab@0+4 n:integer=4@4+1 b:string=x\u00e4@5+4 c:string=\u00e4@9+2 "
                           "d:guid=01020304-0506-0708-0102-030405060708@11+16 e:bytes=ff@27+1 }"),
            "{\"a\":\"ab\",\"n\":4,\"b\":\"x\xC3\xA4\",\"c\":\"\xC3\xA4\","
            "\"d\":\"01020304-0506-0708-0102-030405060708\",\"e\":\"ff\"}");
        row("invalid text", "message { a: utf8[end]; }", "a\xff",
            QStringLiteral(":message@0+2 { a:string=a\\xff@0+2 }"), R"({"a":{"hex":"61ff"}})");
        row("enum and bits",
            "enum E : u8 { one = 1, two = 2 } bits B : u16le { low: 4, mid: 8, high: 4 } "
            "message { a: E; b: E; c: B; }",
            "\2\7\x21\x43",
            QStringLiteral(":message@0+4 { a:enum=two (2)@0+1 b:integer=7@1+1 c:bits@2+2 { low:integer=1@2+2 "
                           "mid:integer=50@2+2 high:integer=4@2+2 } }"),
            R"({"a":"two","b":7,"c":{"low":1,"mid":50,"high":4}})");
        row("lists", "message { n: u8; a: u16be[n]; m: u8; b: { k: u8; v: utf8[k]; }[size m]; c: u8[end]; }",
            QByteArray("\2\0\1\0\2\4\1x\0\0\7", 11),
            QStringLiteral(":message@0+11 { n:integer=2@0+1 a:array@1+4 { 0:integer=1@1+2 1:integer=2@3+2 } "
                           "m:integer=4@5+1 b:array@6+4 { 0:struct@6+2 { k:integer=1@6+1 v:string=x@7+1 } "
                           "1:struct@8+1 { k:integer=0@8+1 v:string=@9+0 } 2:struct@9+1 { k:integer=0@9+1 "
                           "v:string=@10+0 } } c:array@10+1 { 0:integer=7@10+1 } }"),
            R"({"n":2,"a":[1,2],"m":4,"b":[{"k":1,"v":"x"},{"k":0,"v":""},{"k":0,"v":""}],"c":[7]})");
        row("until", "message { l: { t: u8; }[until t == 0]; rest: utf8[end]; }", QByteArray("\1\0x", 3),
            QStringLiteral(":message@0+3 { l:array@0+2 { 0:struct@0+1 { t:integer=1@0+1 } 1:struct@1+1 { "
                           "t:integer=0@1+1 } } rest:string=x@2+1 }"),
            R"({"l":[{"t":1},{"t":0}],"rest":"x"})");
        row("variants",
            "enum K : u8 { a = 1, b = 2 } message { k: K; switch k { case a { v: u8; } case b { v: u16be; } } "
            "if v > 5 && k == b { big: u8; } else { small: u8; } }",
            QByteArray("\2\0\6\7", 4),
            QStringLiteral(":message@0+4 { k:enum=b (2)@0+1 v:integer=6@1+2 big:integer=7@3+1 }"),
            R"({"k":"b","v":6,"big":7})");
        row("magic, struct and checksum",
            "struct P { x: u8; y: u8; } message { magic \"M\"; p: P; c: u8 = xor8(p); check p.x < p.y; }", "M\1\2\3",
            QStringLiteral(":message@0+4 { magic:magic=M@0+1 p:struct@1+2 { x:integer=1@1+1 y:integer=2@2+1 } "
                           "c:integer=3@3+1 }"),
            R"({"p":{"x":1,"y":2},"c":3})");
    }
    void messages()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, payload);
        QFETCH(QString, tree);
        QFETCH(QByteArray, values);
        const FormatPtr format = formatFrom(text);
        QVERIFY(format);
        const FormatDecoder decoder(format);
        bool isWhole = false;
        QCOMPARE(treeOf(decoder, payload, isWhole), tree);
        QVERIFY(isWhole);
        const auto json = decoder.toText(payload, {});
        QVERIFY(json.has_value());
        QCOMPARE(*json, values);
        const auto again = decoder.fromText(*json, {});
        QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().detail));
        QCOMPARE(again->toHex(), payload.toHex());
        // Cut off anywhere it is not a message, and the tree says where it ends.
        for (qsizetype size = 0; size < payload.size(); ++size) {
            decoding::TreeBuilder builder(payload.first(size));
            if (decoder.decode(payload.first(size), {}, builder))
                continue; // [end] may be anywhere
            const decoding::Tree part = builder.take();
            QCOMPARE(part.nodes.back().kind, decoding::Node::Kind::Invalid);
            QCOMPARE(part.nodes.back().offset + part.nodes.back().size, size);
        }
    }

    /// Sizes, counts and checksums follow what was edited.
    void edited_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("values");
        QTest::addColumn<QByteArray>("payload"); // or the beginning of the error, after "!"
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &values,
                            const QByteArray &payload) { QTest::newRow(name) << body << values << payload; };
        row("size", "n: varint; t: utf8[n];", "{\"n\":1,\"t\":\"" + QByteArray(130, 'a') + "\"}",
            "\x82\1" + QByteArray(130, 'a'));
        row("missing size", "n: u8; t: utf8[n + 1];", R"({"t":"abc"})", "\2abc");
        row("two sizes", "a: u8; b: u8; x: bytes[a]; y: bytes[b];", R"({"x":"01","y":"0203"})", "\1\2\1\2\3");
        row("nested", "n: varint; within n { m: u8; l: { k: u8; v: bytes[k]; }[m]; }",
            R"({"l":[{"v":"aa"},{"v":"bbcc"}]})", "\6\2\1\xaa\2\xbb\xcc");
        row("condition on a size", "n: u8; if n > 2 { extra: u8 default 9; } t: utf8[n];", R"({"t":"abc"})",
            "\3\x09"
            "abc");
        row("default", "a: u8 default 5; b: u8 = a + 1;", "{}", "\5\6");
        row("shared size", "n: u8; a: bytes[n]; b: bytes[n];", R"({"a":"01","b":"02"})", "\1\1\2");
        row("shared size differs", "n: u8; a: bytes[n]; b: bytes[n];", R"({"a":"01","b":"0203"})",
            "!field \"b\": its size is that of another field, which differs: 2 and 1");
        row("strings for numbers", "a: u64le; b: u8;", R"({"a":"18446744073709551615","b":"0x10"})",
            QByteArray(8, '\xff') + '\x10');
        row("too large", "a: u8;", R"({"a":256})", "!field \"a\": 256 is not a value of its type");
        row("fraction", "a: u8;", R"({"a":1.5})", "!field \"a\": 1.5 is not");
        row("missing", "a: u8;", "{}", "!field \"a\": its value is missing");
        row("unknown", "a: u8;", R"({"a":1,"b":2})", "!there is no field \"b\" here");
        row("terminator within", "a: utf8[until \"\\n\"];", R"({"a":"x\ny"})", "!field \"a\": the value contains");
        row("fixed text", "a: utf8[3];", R"({"a":"x"})", QByteArray("x\0\0", 3));
        row("too long for its size", "a: utf8[3];", R"({"a":"abcd"})", "!field \"a\": the value has 4 bytes instead");
        row("check", "a: u8; check a < 5;", R"({"a":5})", "!the values do not fit together");
        row("not JSON", "a: u8;", "{", "!Line 1, column 2: expected a name");
        row("a list", "a: u8;", "[1]", "!the values of a message are one JSON object");
        row("no object", "a: { b: u8; }", R"({"a":1})", "!field \"a\": expected an object");
        row("too large for its size", "n: u8; a: bytes[n];", "{\"a\":\"" + QByteArray(600, '0') + "\"}",
            "!field \"n\": 300 does not fit");
    }
    void edited()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, values);
        QFETCH(QByteArray, payload);
        const FormatPtr format = formatFrom("format t; message {" + body + "}");
        QVERIFY(format);
        const auto written = FormatDecoder(format).fromText(values, {});
        if (written) {
            QCOMPARE(written->toHex(), payload.toHex());
        } else {
            QCOMPARE(written.error().code, ErrorCode::MessageNotEncodable);
            const QByteArray text = '!' + written.error().detail.toUtf8();
            QVERIFY2(text.startsWith(payload), text.constData());
        }
    }

    /// Any bytes: never more than they are worth; what is a message is the same after editing nothing, but for numbers
    /// that were not in their shortest form.
    void anyBytes()
    {
        const FormatPtr format = formatFrom(exampleText());
        QVERIFY(format);
        const FormatDecoder decoder(format);
        QRandomGenerator random(5);
        int messages = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray payload(random.bounded(30), Qt::Uninitialized);
            for (char &byte : payload)
                byte = "\0\1\2\3\4\5\6\7abc\xff\x80"[random.bounded(13)];
            const auto json = decoder.toText(payload, {});
            bool isWhole = false;
            const QString tree = treeOf(decoder, payload, isWhole);
            QCOMPARE(json.has_value(), isWhole);
            if (!json)
                continue;
            ++messages;
            const auto again = decoder.fromText(*json, {});
            QVERIFY2(again.has_value(), json->constData());
            QCOMPARE(decoder.toText(*again, {}).value(), *json);
        }
        QVERIFY(messages > 500);
    }

    /// The example of the manual page is one, and does what is said there.
    void manualPage()
    {
        QFile file(QStringLiteral(PIPEGLASS_FORMATS_PAGE));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        text.replace("\\(dq", "\"").replace("\\e", "\\").replace("\\-", "-");
        const qsizetype begin = text.indexOf("format orders;");
        const FormatPtr format = formatFrom(text.sliced(begin, text.indexOf(".fi\n", begin) - begin));
        QVERIFY(format);
        QVERIFY(format->frame.client && format->message.server && format->match.pipes.size() == 1);
        const qsizetype values = text.indexOf("{\"kind\":");
        const QByteArray json = text.sliced(values, text.indexOf("'\n", values) - values);
        const auto message = FormatDecoder(format).fromText(json, {});
        QVERIFY2(message.has_value(), message ? "" : qPrintable(message.error().detail));
        QCOMPARE(message->size(), text.contains("offset 0 12 bytes") ? 12 : 0);
    }

    void sides()
    {
        const FormatPtr format = formatFrom("format t; message client { a: u8; } message server { b: u16le; }");
        QVERIFY(format);
        const FormatDecoder decoder(format);
        QCOMPARE(decoder.toText("\1", { "t", Side::Client }).value(), QByteArray(R"({"a":1})"));
        QCOMPARE(decoder.toText(QByteArray("\1\0", 2), { "t", Side::Server }).value(), QByteArray(R"({"b":1})"));
        QVERIFY(!decoder.toText("\1", { "t", Side::Server }).has_value());
    }
};

QTEST_GUILESS_MAIN(TestFormatMessages)

} // namespace tst_formatmessages

#include "tst_formatmessages.moc"
