// SPDX-License-Identifier: MIT
#include "decoding/text/jsonvalue.h"
#include "samples.h"
#include "support/testmain.h"
#include "treetext.h"

#include <QRandomGenerator>

namespace tst_textforms {

using namespace pipeglass;
using namespace pipeglass::decoding;
using namespace pipeglass::test;

/// JSON is written with single quotes here.
QByteArray json(const char *text) { return QByteArray(text).replace('\'', '"'); }

/// Messages as text that can be edited, and back.
class TestTextForms : public QObject {
    Q_OBJECT

    DecoderRegistry m_decoders;

    /// A random value that the format has.
    // NOLINTNEXTLINE(misc-no-recursion): up to `depth`
    static QByteArray randomValue(QRandomGenerator &random, const QByteArray &id, int depth)
    {
        const int kind = random.bounded(depth > 0 ? 9 : 6);
        switch (kind) {
        case 0:
            return "null";
        case 1:
            return random.bounded(2) == 0 ? "true" : "false";
        case 2:
            return QByteArray::number(static_cast<qint32>(random.generate()) >> random.bounded(32));
        case 3:
            return id == "bson"
                ? json("{'$numberLong':'") + QByteArray::number(static_cast<qint64>(random.generate64()) >> 3) + "\"}"
                : QByteArray::number(static_cast<qint64>(random.generate64()) >> random.bounded(64));
        case 4:
            return realText(static_cast<double>(random.generate()) / 1024);
        case 5:
            return quotedJson(QByteArray(random.bounded(40), 'a') + "\n\"\\\xc3\xab\x01");
        default: {
            const bool isList = kind == 6;
            QByteArray text(isList ? "[" : "{");
            for (int left = random.bounded(20); left > 0; --left) {
                text += isList ? QByteArray() : "\"k" + QByteArray::number(left) + "\":";
                text += randomValue(random, id, depth - 1) + (left > 1 ? "," : "");
            }
            return text + (isList ? ']' : '}');
        }
        }
    }

    /// Fields of protobuf: 1 a number, 2 text, 3 a message, 4 bytes.
    // NOLINTNEXTLINE(misc-no-recursion): up to `depth`
    static QByteArray randomFields(QRandomGenerator &random, int depth)
    {
        QByteArray text = json("{'1':") + QByteArray::number(static_cast<qint64>(random.generate64()));
        text +=
            json(",'2':['a','") + QByteArray(random.bounded(300), 'x') + json("'],'4:bytes':'00ff','5:double':0.25");
        if (depth > 0)
            text += json(",'3':") + randomFields(random, depth - 1) + json(",'6:group':{'1':0}");
        return text + json(",'1':7,'200':'end','8:fixed32':0}");
    }

private Q_SLOTS:
    void samples_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("decoder");
        for (const DecodingSample &one : decodingSamples) {
            const Decoder *decoder = m_decoders.find(one.decoder);
            // JSON with invalid UTF-8 is read, but has no text.
            if (decoder != nullptr && decoder->hasText() && decoder->toText(one.payload, {}))
                QTest::newRow(one.name) << one.payload << QByteArray(one.decoder);
        }
    }

    /// The same values after the way through text.
    void samples()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QByteArray, decoder);
        const Decoder &one = *m_decoders.find(decoder);
        const auto text = one.toText(payload, {});
        QVERIFY(text.has_value());
        const auto again = one.fromText(*text, {});
        QVERIFY2(again.has_value(), text->constData());
        QCOMPARE(one.toText(*again, {}).value(), *text);
        QCOMPARE(one.fromText(indentedJson(*text), {}).value(), *again);
        QCOMPARE(compactJson(indentedJson(*text)), *text);
    }

    void randomValues()
    {
        QRandomGenerator random(7);
        for (const char *id : { "messagepack", "cbor", "bson", "json", "protobuf" }) {
            const Decoder &decoder = *m_decoders.find(id);
            for (int round = 0; round < 200; ++round) {
                const QByteArray text = QByteArray(id) == "protobuf" ? randomFields(random, round % 4)
                                                                     : json("{'v':") + randomValue(random, id, 4) + '}';
                const auto payload = decoder.fromText(text, {});
                QVERIFY2(payload.has_value(), text.constData());
                QCOMPARE(decoder.toText(*payload, {}).value(), text);
                TreeBuilder tree(*payload);
                QVERIFY2(decoder.decode(*payload, {}, tree), text.constData());
            }
        }
    }

    void written_data()
    {
        QTest::addColumn<QByteArray>("decoder");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("payload");
        const auto row = [](const char *decoder, const QByteArray &text, const char *digits) {
            QTest::addRow("%s %s", decoder, text.constData()) << QByteArray(decoder) << text << hex(digits);
        };
        row("messagepack", json("{'$map':[[1,'a'],['k',[1,-2,2.5]]]}"), "8201a161a16b9301fecb4004000000000000");
        row("messagepack", json("[{'$ext':5,'$hex':'616263'},{'$hex':'0001'},{'$float32':1.5}]"),
            "93c70305616263c4020001ca3fc00000");
        row("messagepack", json("{'$timestamp':'1970-01-01T00:00:01.0000005Z'}"), "d7ff000007d000000001");
        row("messagepack", json("[18446744073709551615,-9223372036854775808,127,128,-32,-33]"),
            "96cfffffffffffffffffd380000000000000007fcc80e0d0df");
        row("cbor", json("[-18446744073709551616,{'$tag':1,'$value':23},{'$undefined':true},{'$simple':99}]"),
            "843bffffffffffffffffc117f7f863");
        row("cbor", json("{'a':{'$float16':1.5},'b':'ü'}"), "a26161f93e00616262c3bc");
        row("bson", json("{'hello':'world'}"), "160000000268656c6c6f0006000000776f726c640000");
        row("bson", json("{'l':{'$numberLong':'5'},'d':2.0}"),
            "1b000000126c0005000000000000000164000000000000000040"
            "00");
        row("protobuf", json("{'1':150,'2':'testing','3':{'1':150}}"),
            "08960112077465737469"
            "6e671a03089601");
    }

    void written()
    {
        QFETCH(QByteArray, decoder);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, payload);
        const auto written = m_decoders.find(decoder)->fromText(text, {});
        QVERIFY(written.has_value());
        QCOMPARE(written->toHex(), payload.toHex());
    }

    void errors_data()
    {
        QTest::addColumn<QByteArray>("decoder");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qsizetype>("at");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *decoder, const QByteArray &text, qsizetype at, const char *place) {
            QTest::addRow("%s %s", decoder, text.constData())
                << QByteArray(decoder) << text << at << QString::fromLatin1(place);
        };
        row("json", "{\"a\":1,\n \"\xc3\xab\" 2}", 14, "Line 2, column 6: ");
        row("json", "[1", 2, "Line 1, column 3: ");
        row("json", "\"a", 2, "Line 1, column 3: ");
        row("json", json("['\\q']"), 2, "Line 1, column 3: ");
        row("messagepack", "[1,-9223372036854775809]", 3, "Line 1, column 4: ");
        row("messagepack", json("{'a':{'$tag':1}}"), 5, "Line 1, column 6: ");
        row("cbor", json("[{'$hex':'0'}]"), 1, "Line 1, column 2: ");
        row("bson", "[]", 0, "Line 1, column 1: ");
        row("bson", json("{'a':{'$oid':'00'}}"), 5, "Line 1, column 6: ");
        row("protobuf", json("{'0':1}"), 5, "Line 1, column 6: ");
        row("protobuf", json("{'1:fixed32':4294967296}"), 13, "Line 1, column 14: ");
    }

    void errors()
    {
        QFETCH(QByteArray, decoder);
        QFETCH(QByteArray, text);
        qsizetype at = -1;
        const auto written = m_decoders.find(decoder)->fromText(text, {}, &at);
        QVERIFY(!written.has_value());
        QTEST(at, "at");
        QFETCH(QString, place);
        QVERIFY2(written.error().detail.startsWith(place), qPrintable(written.error().detail));
    }

    /// Any bytes: a text is read back as the same values.
    void changedSamples()
    {
        QRandomGenerator random(3);
        for (const DecodingSample &sample : decodingSamples) {
            for (int round = 0; round < 100 && !sample.payload.isEmpty(); ++round) {
                QByteArray changed = sample.payload;
                changed[random.bounded(static_cast<int>(changed.size()))] = static_cast<char>(random.bounded(256));
                for (const auto &decoder : m_decoders.all()) {
                    const auto text =
                        decoder->hasText() ? decoder->toText(changed, {}) : Result<QByteArray>(QByteArray());
                    if (!text || text->isEmpty())
                        continue;
                    const auto again = decoder->fromText(*text, {});
                    QVERIFY2(again.has_value(), (decoder->id() + ' ' + changed.toHex()).constData());
                    QCOMPARE(decoder->toText(*again, {}).value(), *text);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTextForms)

} // namespace tst_textforms

#include "tst_textforms.moc"
