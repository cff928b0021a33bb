// SPDX-License-Identifier: MIT
#include "core/displaywidth.h"
#include "support/testmain.h"

namespace tst_displaywidth {

class TestDisplayWidth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("columns");
        QTest::newRow("ASCII") << QStringLiteral("pipe_1") << 6;
        QTest::newRow("Hangul") << QStringLiteral("파이프 1") << 8;
        QTest::newRow("ideographs") << QStringLiteral("管道") << 4;
        QTest::newRow("full width") << QStringLiteral("ＡＢ") << 4;
        QTest::newRow("half width") << QStringLiteral("ｱ") << 1;
        QTest::newRow("combining") << QStringLiteral("e\u0301") << 1;
        QTest::newRow("outside of the BMP") << QStringLiteral("\U0001F600\U00020000") << 4;
        QTest::newRow("accents, arrows, box drawing") << QStringLiteral("é→│") << 3;
    }

    void columns()
    {
        QFETCH(QString, text);
        QFETCH(int, columns);
        QCOMPARE(static_cast<int>(pipeglass::displayWidth(text)), columns);
        QCOMPARE(static_cast<int>(pipeglass::displayWidth(pipeglass::padded(text, 10))), 10);
        QCOMPARE(pipeglass::padded(text, 0), text);
    }
};

QTEST_GUILESS_MAIN(TestDisplayWidth)

} // namespace tst_displaywidth

#include "tst_displaywidth.moc"
