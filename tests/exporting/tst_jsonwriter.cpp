// SPDX-License-Identifier: MIT
#include "exporting/jsonwriter.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <limits>

namespace tst_jsonwriter {

using namespace pipeglass::exporting;

QByteArray stringOf(const QString &text)
{
    QByteArray out;
    JsonWriter json(out);
    json.string(text);
    return out;
}

QString parsed(const QByteArray &string) { return QJsonDocument::fromJson('[' + string + ']')[0].toString(); }

class TestJsonWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nests()
    {
        QByteArray out;
        JsonWriter json(out);
        json.beginArray();
        json.beginObject();
        json.key("a");
        json.number(1);
        json.key("b");
        json.beginArray();
        json.endArray();
        json.key("c");
        json.beginArray();
        json.null();
        json.boolean(true);
        json.beginObject();
        json.endObject();
        json.endArray();
        json.endObject();
        json.beginObject();
        json.endObject();
        json.endArray();
        QCOMPARE(out, QByteArray(R"([{"a":1,"b":[],"c":[null,true,{}]},{}])"));
    }

    void numbersAreExact()
    {
        QByteArray out;
        JsonWriter json(out);
        json.beginArray();
        json.number(std::numeric_limits<quint64>::max());
        json.number(std::numeric_limits<qint64>::min());
        json.number(quint64{ 9007199254740993 });
        json.endArray();
        QCOMPARE(out, QByteArray("[18446744073709551615,-9223372036854775808,9007199254740993]"));
    }

    void strings_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("plain") << QStringLiteral("pipe") << QByteArray("\"pipe\"");
        QTest::newRow("empty") << QString() << QByteArray("\"\"");
        QTest::newRow("quote") << QStringLiteral("a\"b\\") << QByteArray("\"a\\\"b\\\\\"");
        QTest::newRow("controls") << QStringLiteral("\n\t\x1b") << QByteArray("\"\\n\\u0009\\u001b\"");
        QTest::newRow("delete") << QStringLiteral("\x7f") << QByteArray("\"\\u007f\"");
        QTest::newRow("C1") << QString(QChar(0x9b)) << QByteArray("\"\\u009b\"");
        QTest::newRow("umlaut") << QStringLiteral("gr\u00fcn") << QByteArray("\"gr\u00fcn\"");
        QTest::newRow("emoji") << QStringLiteral("\U0001F600") << QByteArray("\"\U0001F600\"");
        QTest::newRow("bidi") << QString(QChar(0x202e)) << QByteArray("\"\\u202e\"");
        QTest::newRow("tag") << QStringLiteral("\U000E0041") << QByteArray("\"\\udb40\\udc41\"");
    }

    void strings()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, json);
        QCOMPARE(stringOf(text), json);
        QCOMPARE(parsed(json), text);
    }

    void anyTextComesBack()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 500; ++round) {
            QString text;
            for (int i = random.bounded(20); i > 0; --i) {
                const char32_t character = static_cast<char32_t>(random.bounded(0x10ffff));
                if (character < 0xd800 || character > 0xdfff)
                    text += QString::fromUcs4(&character, 1);
            }
            QCOMPARE(parsed(stringOf(text)), text);
        }
    }

    void bytes()
    {
        QByteArray out;
        JsonWriter json(out);
        json.beginArray();
        json.escaped("plain");
        json.escaped("a\xff\\\"\n");
        json.base64(QByteArray("\0\xff", 2));
        json.endArray();
        const QJsonArray array = QJsonDocument::fromJson(out).array();
        QCOMPARE(array[0].toString(), QStringLiteral("plain"));
        QCOMPARE(array[1].toString(), QStringLiteral("a\\xff\\x5c\"\\x0a"));
        QCOMPARE(QByteArray::fromBase64(array[2].toString().toLatin1()), QByteArray("\0\xff", 2));
    }
};

QTEST_GUILESS_MAIN(TestJsonWriter)

} // namespace tst_jsonwriter

#include "tst_jsonwriter.moc"
