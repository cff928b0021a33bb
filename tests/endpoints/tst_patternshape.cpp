// SPDX-License-Identifier: MIT
#include "endpoints/endpointtable.h"
#include "support/testmain.h"

namespace tst_patternshape {

using namespace pipeglass::endpoints;

class TestPatternShape : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shape_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("start"); // the optional prefix in brackets
        QTest::addColumn<int>("shortest");
        QTest::newRow("plain") << QByteArray("abc") << QByteArray("abc") << 3;
        QTest::newRow("repeated") << QByteArray("abc*d+") << QByteArray("ab") << 3;
        QTest::newRow("class") << QByteArray("ab[0-9a-f]{32}") << QByteArray("ab") << 34;
        QTest::newRow("bracket in a class") << QByteArray("[]a]x") << QByteArray() << 2;
        QTest::newRow("range") << QByteArray("a{2,4}b") << QByteArray() << 3;
        QTest::newRow("group") << QByteArray("(?:x)?ab(?<pid>\\d+)") << QByteArray("(x)ab") << 3;
        QTest::newRow("optional and repeated") << QByteArray("(?:xy)?a+b") << QByteArray("(xy)") << 2;
        QTest::newRow("optional, as little as may be") << QByteArray("(?:x)??ab") << QByteArray() << 2;
        QTest::newRow("optional in alternatives") << QByteArray("(?:x)?ab|c") << QByteArray() << 1;
        QTest::newRow("optional class") << QByteArray("(?:[xy])?ab") << QByteArray() << 2;
        QTest::newRow("alternatives inside") << QByteArray("a(?:bcd|ef)") << QByteArray("a") << 3;
        QTest::newRow("alternatives outside") << QByteArray("abc|de") << QByteArray() << 2;
        QTest::newRow("look ahead") << QByteArray("(?!abc)d{43}") << QByteArray() << 43;
        QTest::newRow("escaped") << QByteArray("a\\.b") << QByteArray("a") << 3;
        QTest::newRow("not understood") << QByteArray("ab\\x41") << QByteArray() << 0;
        QTest::newRow("bracket in what a class leaves out") << QByteArray("[^]a]x") << QByteArray() << 2;
        QTest::newRow("class in a class") << QByteArray("[[:alpha:]]x") << QByteArray() << 0;
        QTest::newRow("possessive") << QByteArray("a++b") << QByteArray() << 2;
        QTest::newRow("anchors") << QByteArray("^ab$") << QByteArray() << 0;
        QTest::newRow("look behind") << QByteArray("ab(?<=b)c") << QByteArray() << 0;
        QTest::newRow("verb") << QByteArray("(*ACCEPT)abc") << QByteArray() << 0;
        QTest::newRow("more than a number holds")
            << QByteArray("((((((((a{1000}){1000}){1000}){1000}){1000}){1000}){1000}){1000})") << QByteArray()
            << 1'000'000;
        QTest::newRow("alternatives behind an escaped bracket") << QByteArray("a\\(|b") << QByteArray() << 1;
        QTest::newRow("alternatives behind a bracket in a class") << QByteArray("a[(]|b") << QByteArray() << 1;
        QTest::newRow("no byte each") << QByteArray("a\xc3\xa9") << QByteArray() << 0;
        QTest::newRow("broken") << QByteArray("a(b") << QByteArray() << 0;
        QTest::newRow("broken class") << QByteArray("a[b") << QByteArray() << 0;
        QTest::newRow("stray end") << QByteArray("a)b") << QByteArray() << 0;
    }

    void shape()
    {
        QFETCH(QByteArray, pattern);
        const PatternShape shape = shapeOf(pattern);
        QTEST(shape.before.isEmpty() ? shape.start : '(' + shape.before + ')' + shape.start, "start");
        QTEST(static_cast<int>(shape.shortest), "shortest");
    }

    void mayFit()
    {
        const PatternShape shape = shapeOf("(?:Core_)?ab(?<pid>\\d+)");
        for (const char *fits : { "ab1", "Core_ab1", "abc" })
            QVERIFY2(shape.mayFit(fits), fits);
        for (const char *misses : { "ab", "Core_", "Core_1ab", "xCore_ab1", "xab1" })
            QVERIFY2(!shape.mayFit(misses), misses);
    }

    void theTablesPatternsAreUnderstood()
    {
        for (const EndpointRule &rule : EndpointTable::builtin().rules())
            QVERIFY2(rule.shape.shortest > 0, rule.endpoint.id.constData());
    }
};

QTEST_GUILESS_MAIN(TestPatternShape)

} // namespace tst_patternshape

#include "tst_patternshape.moc"
