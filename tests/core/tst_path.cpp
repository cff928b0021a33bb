// SPDX-License-Identifier: MIT
#include "core/path.h"
#include "support/testmain.h"

namespace tst_path {

using namespace pipeglass;

class TestPath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsAndWhole_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("directory");
        QTest::addColumn<QByteArray>("leaf");
        QTest::newRow("usual") << QByteArray("/tmp/x") << QByteArray("/tmp") << QByteArray("x");
        QTest::newRow("at the root") << QByteArray("/x") << QByteArray("/") << QByteArray("x");
        QTest::newRow("no leaf") << QByteArray("/tmp/") << QByteArray("/tmp") << QByteArray();
    }

    void partsAndWhole()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, directory);
        QFETCH(QByteArray, leaf);
        QCOMPARE(directoryOf(path), directory);
        QCOMPARE(leafOf(path).toByteArray(), leaf);
        QCOMPARE(joinedPath(directory, leaf), path);
    }

    void oddOnes()
    {
        QCOMPARE(leafOf("x").toByteArray(), QByteArray("x"));
        QCOMPARE(leafOf("").toByteArray(), QByteArray());
        QCOMPARE(directoryOf("x"), QByteArray("/"));
        QCOMPARE(joinedPath("/tmp/", "x"), QByteArray("/tmp/x"));
    }
};

QTEST_GUILESS_MAIN(TestPath)

} // namespace tst_path

#include "tst_path.moc"
