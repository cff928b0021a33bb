// SPDX-License-Identifier: MIT
#include "exporting/textencoding.h"
#include "support/testmain.h"

namespace tst_textencoding {

using namespace pipeglass;
using namespace pipeglass::exporting;

class TestTextEncoding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("utf-8") << QByteArray("utf-8") << QByteArray("gr\u00fcn") << QByteArray("gr\u00fcn");
        QTest::newRow("UTF8") << QByteArray("UTF8") << QByteArray("a") << QByteArray("a");
        QTest::newRow("utf-16le") << QByteArray("utf-16le") << QByteArray("a\u20ac") << QByteArray("a\0\xac\x20", 4);
        QTest::newRow("utf-16be") << QByteArray("utf-16be") << QByteArray("a") << QByteArray("\0a", 2);
        QTest::newRow("utf-32le") << QByteArray("utf-32le") << QByteArray("a") << QByteArray("a\0\0\0", 4);
        QTest::newRow("latin1") << QByteArray("latin1") << QByteArray("gr\u00fcn") << QByteArray("gr\xfcn");
        QTest::newRow("iso-8859-1") << QByteArray("iso-8859-1") << QByteArray("\u00e9") << QByteArray("\xe9");
        QTest::newRow("empty") << QByteArray("utf-16le") << QByteArray() << QByteArray();
    }

    void encodes()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, payload);
        const auto encoding = TextEncoding::named(name);
        QVERIFY(encoding);
        QCOMPARE(encoding->encode(typed).value(), payload);
        QCOMPARE(encoding->decode(payload)->toUtf8(), typed);
    }

    void utf8TakesAnyBytes()
    {
        const QByteArray odd("\xff\x80", 2);
        QCOMPARE(TextEncoding().encode(odd).value(), odd);
        QVERIFY(!TextEncoding().decode(odd));
    }

    void refusesWhatCannotBeEncoded()
    {
        const auto latin1 = TextEncoding::named("latin1");
        QVERIFY(latin1);
        QCOMPARE(latin1->encode("\u20ac").error().code, ErrorCode::InvalidArgument);
        QCOMPARE(latin1->encode("\xff").error().code, ErrorCode::InvalidArgument);
    }

    void refusesUnknownNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("made up") << QByteArray("klingon");
        QTest::newRow("odd bytes") << QByteArray("\xff\x1b");
    }

    void refusesUnknownNames()
    {
        QFETCH(QByteArray, name);
        QVERIFY(!TextEncoding::named(name));
    }

    void decodeSaysWhereItIsNoText_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut utf-8") << QByteArray("utf-8") << QByteArray("\xe2\x82");
        QTest::newRow("odd length") << QByteArray("utf-16le") << QByteArray("a\0b", 3);
        QTest::newRow("lone surrogate") << QByteArray("utf-16le") << QByteArray("\x00\xd8", 2);
        QTest::newRow("surrogate and a letter") << QByteArray("utf-16le") << QByteArray("\x00\xd8\x61\x00", 4);
    }

    void decodeSaysWhereItIsNoText()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, bytes);
        const auto encoding = TextEncoding::named(name);
        QVERIFY(encoding);
        QVERIFY(!encoding->decode(bytes));
    }
};

QTEST_GUILESS_MAIN(TestTextEncoding)

} // namespace tst_textencoding

#include "tst_textencoding.moc"
