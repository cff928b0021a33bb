// SPDX-License-Identifier: MIT
#include "compare/jsonvalues.h"
#include "support/testmain.h"

namespace tst_jsonvalues {

using namespace pipeglass;
using namespace pipeglass::compare;

QByteArrayList differences(const QByteArray &left, const QByteArray &right)
{
    const auto comparison = compareJson(left, right);
    if (!comparison)
        return { "no JSON" };
    QByteArrayList all;
    for (const JsonRow &row : comparison->rows) {
        if (row.change != Change::Same)
            all += (row.path + QLatin1Char(' ') + row.left + QLatin1Char('|') + row.right).toUtf8();
    }
    return all;
}

class TestJsonValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void compares_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArrayList>("found");
        const auto row = [](const char *name, const char *left, const char *right, const QByteArrayList &found) {
            QTest::newRow(name) << QByteArray(left) << QByteArray(right) << found;
        };
        row("order and blanks", R"({"a":1,"b":[1,2]})", R"( { "b" : [ 1, 2 ], "a" : 1 } )", {});
        row("changed", R"({"a":{"b":1}})", R"({"a":{"b":"1"}})", { R"(a.b 1|"1")" });
        row("members", R"({"a":1,"b":{"x":[]}})", R"({"b":{"x":[]},"c":null})", { "a 1|", "c |null" });
        row("element inserted", "[1,2,3]", "[1,9,2,3]", { "[1] |9" });
        row("element changed inside", R"([{"id":1},{"id":2}])", R"([{"id":1},{"id":3}])", { "[1].id 2|3" });
        row("kind", R"({"a":[]})", R"({"a":{}})", { "a []|{}" });
        row("whole", "1", "2", { " 1|2" });
        row("odd names", R"({"a.b":1})", R"({"a.b":2})", { R"("a.b" 1|2)" });
        row("large numbers", R"({"a":9007199254740993})", R"({"a":9007199254740992})",
            { "a 9007199254740993|9007199254740992" });
        row("not JSON", "{}", "{", { "no JSON" });
        row("two texts", "1", "1,2", { "no JSON" });
    }
    void compares()
    {
        QFETCH(const QByteArray, left);
        QFETCH(const QByteArray, right);
        QFETCH(const QByteArrayList, found);
        QCOMPARE(differences(left, right), found);
    }

    void bounded()
    {
        const auto comparison = compareJson("[1,2,3,4]", "[1,2,3,5]", 3);
        QCOMPARE(comparison->rows.size(), size_t{ 3 });
        QVERIFY(!comparison->isComplete);
    }
};

QTEST_GUILESS_MAIN(TestJsonValues)

} // namespace tst_jsonvalues

#include "tst_jsonvalues.moc"
