// SPDX-License-Identifier: MIT
#include "core/errortext.h"
#include "formats/format.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_formaterrors {

using namespace pipeglass;
using namespace pipeglass::formats;

/// Every error of a description has its place and says what was expected.
class TestFormatErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void places_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("error"); // the place in `body`, and a part of the text
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &error) {
            QTest::newRow(name) << body << error;
        };
        row("no semicolon", "frame {\n a: u8\n payload: bytes[a];\n}", "3:2: expected \";\", found \"payload\"");
        row("unknown type", "frame {\n a: u33le;\n}", "2:5: there is no type \"u33le\"");
        row("unknown item", "fram { }", "1:1: expected one of \"title\"");
        row("unknown field", "frame { payload: bytes[size]; }", "1:24: there is no field \"size\" before this");
        row("later field", "message { a: bytes[n]; n: u8; }", "1:20: there is no field \"n\"");
        row("twice", "message { a: u8; a: u8; }", "1:18: there is a field \"a\" already");
        row("no payload", "frame { a: u8; }", "1:1: a frame has one field with the name \"payload\"");
        row("two payloads", "frame { a: { payload: bytes[1]; } payload: bytes[1]; }", "1:35: the payload is one");
        row("payload in a list", "frame { l: { payload: bytes[1]; }[2]; }", "1:14: the payload is one field");
        row("no end", "frame { payload: bytes[end]; }", "1:23: [end] is possible in a frame only");
        row("itself", "struct A { b: B; } struct B { a: A; } message { a: A; }", "1:34: \"A\" contains itself");
        row("bits", "bits B : u8 { a: 3, b: 4 }", "1:26: the parts have 7 bits, the number has 8");
        row("too many bits", "bits B : u8 { a: 3, b: 6 }", "1:21: this name is taken, or there are not so many");
        row("signed bits", "bits B : i8 { a: 8 }", "1:1: bits are parts of an unsigned number");
        row("enum twice", "enum E : u8 { a = 1, b = 1 }", "1:22: this name or number is in the enum already");
        row("type twice", "enum E : u8 { a = 1 } struct E { }", "1:30: there is a type \"E\" already");
        row("type of the language", "struct u8 { }", "1:8: \"u8\" is a type of the language");
        row("not an integer", "message { a: bytes[1]; b: bytes[a]; }", "1:33: \"a\" is not an integer");
        row("zero", "message { a: bytes[1 / 0]; }", "1:22: this overflows 64 bits or divides by zero");
        row("negative", "message { a: bytes[-1]; }", "1:20: a size cannot be negative");
        row("string", "title \"abc;\nx", "1:12: the string does not end on this line");
        row("escape", "title \"a\\q\";", "1:9: expected one of \\n");
        row("hex", "message { magic x\"0g\"; }", "1:19: expected pairs of hex digits");
        row("number", "message { a: bytes[99999999999999999999]; }", "1:20: not a number of at most 64 bits");
        row("character", "message { a: u8 ยง; }", "1:17: this character has no meaning");
        row("column counts characters", "# \xC3\xA4\n title \"\xC3\xA4\xC3\xB6\" 5;",
            "2:13: expected \";\", found \"5\"");
        row("end", "message { a: u8;", "1:17: expected \"}\", found the end of the file");
        row("checksum of nothing", "message { a: u32le = crc32(b); }", "1:20: there are no bytes and no struct \"b\"");
        row("float value", "message { a: f32le = 1; }", "1:20: only integers have values");
        row("two frames", "frame { payload: bytes[1]; } frame client { payload: bytes[1]; }", "1:30: there is a");
        row("resync", "frame { resync; payload: bytes[1]; }", "1:1: \"resync\" needs a frame that begins with");
        row("not UTF-8", "# ok\n# \xC3\xA4\xFF", "2:4: not valid UTF-8");
        row("mask", "message { magic x\"?? 01\"; }", "1:17: \"??\" is possible only in \"match\"");
        QByteArray deep = "message { a: u8; b: bytes[";
        row("parentheses", deep + QByteArray(100, '(') + "a", "1:59: blocks are nested too deeply");
        row("operators", "message { a: u8; b: bytes[a" + QByteArray(" + a").repeated(10000),
            "1:157: this expression has too");
        row("deep expression", "message { a: u8; b: bytes[" + QByteArray("1 + (a * 2 - (").repeated(40),
            ": blocks are");
        QByteArray blocks = "message {";
        for (int depth = 0; depth < 40; ++depth)
            blocks += " a: {";
        row("blocks", blocks, "1:171: blocks are nested too deeply");
        QByteArray structs = "struct A0 { a: u8; }\n";
        for (int level = 1; level < 30; ++level) {
            const QByteArray inner = 'A' + QByteArray::number(level - 1);
            structs += "struct A" + QByteArray::number(level) + " { a: " + inner + "; b: " + inner + "; }\n";
        }
        row("too many steps", structs + "message { a: A29; }", ": the format is too large");
    }
    void places()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, error);
        // On a line of its own, which is counted too.
        const auto format = compileFormat("format test;\n" + body, "f.pgf");
        QVERIFY(!format.has_value());
        QCOMPARE(format.error().code, ErrorCode::InvalidArgument);
        QByteArray text = errorText(format.error()).toUtf8();
        QVERIFY(text.startsWith("f.pgf:"));
        text.remove(0, 6);
        const qsizetype colon = text.indexOf(':');
        text = QByteArray::number(text.first(colon).toInt() - 1) + text.sliced(colon);
        QVERIFY2(error.startsWith(':') ? text.contains(error) : text.startsWith(error), text.constData());
    }

    void showsTheLine()
    {
        const auto format = compileFormat("format test;\n\tsize: u8;\n", "dir/a b.pgf");
        QVERIFY(!format.has_value());
        const QStringList lines = errorText(format.error()).split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(QLatin1String("dir/a b.pgf:2:2: expected one of")));
        QCOMPARE(lines[1], QStringLiteral(" size: u8;"));
        QCOMPARE(lines[2], QStringLiteral(" ^"));
    }

    /// No text makes the compiler fail in another way, and each prefix of a valid one has an error with a place in it.
    void prefixes()
    {
        const QByteArray text = "format a-b2; title \"x\"; enum E : u8 { a = 1, b = -0x2 }\n"
                                "bits B : u16be { x: 9, y: 7 } struct S { a: u8; b: E; }\n"
                                "frame { magic \"M\\x00\"; n: varint; payload: { s: S[n]; } c: u8 = sum8(payload); }\n"
                                "message { b: B; if b.x > 1 && !b.y { t: utf8[until \"\\n\" or end]; } else if 1 { } \n"
                                "switch b.x { case 1, 2 { z: S[end]; } else { } } within b.y { q: bytes[end]; } }\n"
                                "match { pipe \"a*\"; first x\"01 ??\"; }\n";
        Position at;
        const auto whole = compileFormat(text, "f", &at);
        QVERIFY2(whole.has_value(), whole ? "" : qPrintable(whole.error().detail));
        QCOMPARE((*whole)->name, QByteArray("a-b2"));
        for (qsizetype size = 0; size < text.size(); ++size) {
            const auto format = compileFormat(text.first(size), "f", &at);
            QVERIFY(format || (at.line >= 1 && at.line <= 7 && at.column >= 1 && at.column <= 100));
        }
    }
};

QTEST_GUILESS_MAIN(TestFormatErrors)

} // namespace tst_formaterrors

#include "tst_formaterrors.moc"
