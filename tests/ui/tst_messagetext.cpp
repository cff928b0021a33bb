// SPDX-License-Identifier: MIT
#include "conversation/messagetext.h"
#include "support/testmain.h"

namespace tst_messagetext {

using pipeglass::ui::readableText;

class TestMessageText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("lines") << QByteArray("a\nb\r\nc\td") << QStringLiteral("a\nb\nc\td");
        QTest::newRow("line at the end") << QByteArray("a\n") << QStringLiteral("a\n");
        QTest::newRow("lone return") << QByteArray("a\rb") << QStringLiteral("a\\rb");
        QTest::newRow("controls") << QByteArray("\x1b[2J\0x", 6) << QStringLiteral("\\x1b[2J\\x00x");
        QTest::newRow("backslash stays") << QByteArray("C:\\x") << QStringLiteral("C:\\x");
        QTest::newRow("umlaut") << QByteArray("ä") << QStringLiteral("ä");
        QTest::newRow("bidi") << QByteArray("\xe2\x80\xae") << QStringLiteral("\\xe2\\x80\\xae");
    }

    void texts()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QString, text);
        QCOMPARE(readableText(payload), text);
    }
};

QTEST_GUILESS_MAIN(TestMessageText)

} // namespace tst_messagetext

#include "tst_messagetext.moc"
