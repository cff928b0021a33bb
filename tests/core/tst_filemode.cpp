// SPDX-License-Identifier: MIT
#include "core/files/filemode.h"
#include "support/testmain.h"

namespace tst_filemode {

using namespace pipeglass;

class TestFileMode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<quint32>("bits");
        QTest::addColumn<QString>("octal");
        QTest::addColumn<QString>("symbolic");
        QTest::newRow("none") << 0U << QStringLiteral("0000") << QStringLiteral("---------");
        QTest::newRow("0755") << 0755U << QStringLiteral("0755") << QStringLiteral("rwxr-xr-x");
        QTest::newRow("0020") << 0020U << QStringLiteral("0020") << QStringLiteral("----w----");
        QTest::newRow("special") << 07755U << QStringLiteral("7755") << QStringLiteral("rwsr-sr-t");
        QTest::newRow("special alone") << 07000U << QStringLiteral("7000") << QStringLiteral("--S--S--T");
    }

    void words()
    {
        QFETCH(quint32, bits);
        QFETCH(QString, octal);
        QFETCH(QString, symbolic);
        QCOMPARE(FileMode(bits).octal(), octal);
        QCOMPARE(FileMode(bits).symbolic(), symbolic);
        QCOMPARE(FileMode::fromOctal(octal), std::optional(FileMode(bits)));
    }

    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("bits"); // -1: invalid
        QTest::newRow("short") << QStringLiteral("6") << 06;
        QTest::newRow("three") << QStringLiteral("660") << 0660;
        QTest::newRow("prefix") << QStringLiteral("0o660") << 0660;
        QTest::newRow("five") << QStringLiteral("00660") << 0660;
        QTest::newRow("empty") << QString() << -1;
        QTest::newRow("eight") << QStringLiteral("0680") << -1;
        QTest::newRow("words") << QStringLiteral("rwx") << -1;
        QTest::newRow("too large") << QStringLiteral("17777") << -1;
        QTest::newRow("negative") << QStringLiteral("-1") << -1;
    }

    void parses()
    {
        QFETCH(QString, text);
        QFETCH(int, bits);
        const auto mode = FileMode::fromOctal(text);
        QCOMPARE(mode ? static_cast<int>(mode->bits()) : -1, bits);
    }
};

QTEST_GUILESS_MAIN(TestFileMode)

} // namespace tst_filemode

#include "tst_filemode.moc"
