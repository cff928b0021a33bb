// SPDX-License-Identifier: MIT
#include "cleaning/glob.h"
#include "support/testmain.h"

namespace tst_glob {

using namespace pipeglass::cleaning;

class TestGlob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matches()
    {
        QVERIFY(globMatches("/tmp/a*", "/tmp/abc"));
        QVERIFY(!globMatches("/tmp/*", "/tmp/a/b"));
        QVERIFY(!globMatches("/tmp/*", "/tmp/.x"));
        QVERIFY(globMatches("/tmp/.*", "/tmp/.x"));
        QVERIFY(globMatches("/tmp/[*]", "/tmp/*"));
        QVERIFY(!globMatches("/tmp/[*]", "/tmp/x"));
        QVERIFY(globMatches("/tmp/a?b", "/tmp/a\nb"));
        QVERIFY(globMatches(
            "/tmp/a?b",
            "/tmp/a\xff"
            "b"));
        QVERIFY(!globMatches("/tmp/{a,b}", "/tmp/a"));
    }

    void expandsBraces_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<std::vector<QByteArray>>("choices");
        using List = std::vector<QByteArray>;
        QTest::newRow("none") << QByteArray("/a") << List{ "/a" };
        QTest::newRow("two") << QByteArray("/a{b,c}d") << List{ "/abd", "/acd" };
        QTest::newRow("nested") << QByteArray("{a,b{c,d}}") << List{ "a", "bc", "bd" };
        QTest::newRow("twice") << QByteArray("{a,b}{c,d}") << List{ "ac", "ad", "bc", "bd" };
        QTest::newRow("empty choice") << QByteArray("x{,y}") << List{ "x", "xy" };
        QTest::newRow("no comma") << QByteArray("{a}") << List{ "{a}" };
        QTest::newRow("inner comma") << QByteArray("{{a,b}}") << List{ "{a}", "{b}" };
        QTest::newRow("open") << QByteArray("{a,b") << List{ "{a,b" };
        QTest::newRow("closed") << QByteArray("a}b") << List{ "a}b" };
    }

    void expandsBraces()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(std::vector<QByteArray>, choices);
        QCOMPARE(expandBraces(pattern), choices);
    }

    void isBounded()
    {
        QVERIFY(expandBraces(QByteArray("{a,b}").repeated(64)).size() <= 1001);
        QCOMPARE(expandBraces(QByteArray(4096, '{')).size(), size_t(1));
        QCOMPARE(expandBraces(QByteArray(20000, '{') + "{a,b}").size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestGlob)

} // namespace tst_glob

#include "tst_glob.moc"
