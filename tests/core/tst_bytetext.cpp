// SPDX-License-Identifier: MIT
#include "core/bytetext.h"
#include "support/testmain.h"

#include <QRandomGenerator>

namespace tst_bytetext {

using namespace pipeglass;

class TestByteText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void escapes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &text) {
            QTest::newRow(name) << bytes << text;
        };
        row("plain", "pipe_test1", QStringLiteral("pipe_test1"));
        row("empty", "", QString());
        row("space", "a b", QStringLiteral("a b"));
        row("umlaut", "\xc3\xa4", QStringLiteral("\u00e4"));
        row("emoji", "\xf0\x9f\x98\x80", QStringLiteral("\U0001F600"));
        const QByteArray woman = "\xf0\x9f\x91\xa9";
        const QByteArray joiner = "\xe2\x80\x8d";
        row("joined emoji", woman + joiner + woman, QStringLiteral("\U0001F469\u200d\U0001F469"));
        row("joiner in letters", "a" + joiner + "b", QStringLiteral("a\\xe2\\x80\\x8db"));
        row("joiner after an emoji", woman + joiner, QStringLiteral("\U0001F469\\xe2\\x80\\x8d"));
        row("newline", "a\nb", QStringLiteral("a\\x0ab"));
        row("escape", "\x1b[31m", QStringLiteral("\\x1b[31m"));
        row("NUL", QByteArray("a\0b", 3), QStringLiteral("a\\x00b"));
        row("delete", "\x7f", QStringLiteral("\\x7f"));
        row("C1 control", "\xc2\x9b", QStringLiteral("\\xc2\\x9b"));
        row("backslash", "a\\b", QStringLiteral("a\\x5cb"));
        row("bidi override", "\xe2\x80\xae", QStringLiteral("\\xe2\\x80\\xae"));
        row("bidi isolate", "\xe2\x81\xa6", QStringLiteral("\\xe2\\x81\\xa6"));
        row("zero width joiner", "\xe2\x80\x8d", QStringLiteral("\\xe2\\x80\\x8d"));
        row("line separator", "\xe2\x80\xa8", QStringLiteral("\\xe2\\x80\\xa8"));
        row("tag character", "\xf3\xa0\x81\x81", QStringLiteral("\\xf3\\xa0\\x81\\x81"));
        row("bad byte",
            "a\xff"
            "b",
            QStringLiteral("a\\xffb"));
        row("cut sequence", "\xe2\x82", QStringLiteral("\\xe2\\x82"));
        row("overlong slash", "\xc0\xaf", QStringLiteral("\\xc0\\xaf"));
        row("surrogate", "\xed\xa0\x80", QStringLiteral("\\xed\\xa0\\x80"));
        row("beyond Unicode", "\xf4\x90\x80\x80", QStringLiteral("\\xf4\\x90\\x80\\x80"));
    }

    void escapes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(escapedText(bytes), text);
        QCOMPARE(unescapedBytes(text), std::optional(bytes));
    }

    void anyBytesComeBack()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes(random.bounded(40), Qt::Uninitialized);
            for (char &byte : bytes)
                byte = static_cast<char>(random.bounded(256));
            const QString text = escapedText(bytes);
            QCOMPARE(unescapedBytes(text), std::optional(bytes));
            for (const QChar c : text)
                QVERIFY2(c.isPrint() || c.isSurrogate(), qPrintable(text));
        }
    }

    void refusesWhatIsNoEscapedText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("bare backslash") << QStringLiteral("a\\b");
        QTest::newRow("end") << QStringLiteral("a\\");
        QTest::newRow("one digit") << QStringLiteral("\\x4");
        QTest::newRow("no digit") << QStringLiteral("\\xzz");
    }

    void refusesWhatIsNoEscapedText()
    {
        QFETCH(QString, text);
        QVERIFY(!unescapedBytes(text));
    }

    void previewIsOneLineAndCut()
    {
        QCOMPARE(previewText("a\tb\r\nc\\", 100), QStringLiteral("a\\tb\\r\\nc\\"));
        QCOMPARE(previewText("0123456789", 4), QStringLiteral("0123\u2026"));
        QCOMPARE(previewText("0123", 4), QStringLiteral("0123"));
        QVERIFY(previewText(QByteArray(1 << 20, 'x'), 100).size() <= 101);
    }

    void utf8_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("valid");
        QTest::newRow("text") << QByteArray("gr\xc3\xbc\xc3\x9f") << true;
        QTest::newRow("controls") << QByteArray("\x01\n", 2) << true;
        QTest::newRow("latin-1") << QByteArray("gr\xfc") << false;
        QTest::newRow("cut") << QByteArray("\xe2\x82") << false;
    }

    void utf8()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, valid);
        QCOMPARE(validUtf8(bytes).has_value(), valid);
        if (valid)
            QCOMPARE(validUtf8(bytes)->toUtf8(), bytes);
    }

    void utf8KeepsAByteOrderMark()
    {
        const QByteArray bytes("\xef\xbb\xbf"
                               "a");
        QCOMPARE(validUtf8(bytes)->toUtf8(), bytes);
    }

    void hex_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << QStringLiteral("00ff") << QByteArray("\x00\xff", 2) << true;
        QTest::newRow("spaced") << QStringLiteral(" 4a 4B\n4c ") << QByteArray("JKL") << true;
        QTest::newRow("C array") << QStringLiteral("0x4a, 0x4b") << QByteArray("JK") << true;
        QTest::newRow("escapes") << QStringLiteral("\\x4a\\x4b") << QByteArray("JK") << true;
        QTest::newRow("colons") << QStringLiteral("4a:4b") << QByteArray("JK") << true;
        QTest::newRow("empty") << QString() << QByteArray() << true;
        QTest::newRow("odd") << QStringLiteral("4a4") << QByteArray() << false;
        QTest::newRow("split pair") << QStringLiteral("4 a") << QByteArray() << false;
        QTest::newRow("no hex") << QStringLiteral("hello") << QByteArray() << false;
    }

    void hex()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, bytes);
        QFETCH(bool, good);
        const auto result = bytesFromHex(text);
        QCOMPARE(result.has_value(), good);
        if (good)
            QCOMPARE(*result, bytes);
    }
};

QTEST_GUILESS_MAIN(TestByteText)

} // namespace tst_bytetext

#include "tst_bytetext.moc"
