// SPDX-License-Identifier: MIT
#include "rules/rulefile.h"
#include "support/testmain.h"

#include <QDateTime>

namespace tst_ruleset {

using namespace pipeglass;
using namespace pipeglass::rules;

RuleSet setOf(const QByteArray &toml)
{
    auto set = parseRules(toml, "rules.toml");
    if (!set)
        qFatal("%s", qPrintable(set.error().detail));
    return *std::move(set);
}

/// A rule for any message with this reply.
RuleSet replying(const QString &reply)
{
    Rule rule;
    rule.replyKind = ReplyKind::Template;
    rule.reply = reply;
    return *RuleSet::compile({ rule });
}

class TestRuleSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void conditions_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<bool>("matches");
        QTest::newRow("any") << QByteArray("") << QByteArray("\xff") << true;
        QTest::newRow("text") << QByteArray("when_text = 'a'") << QByteArray("a") << true;
        QTest::newRow("text is all of it") << QByteArray("when_text = 'a'") << QByteArray("ab") << false;
        QTest::newRow("empty text") << QByteArray("when_text = ''") << QByteArray("x") << false;
        QTest::newRow("text not ASCII") << QByteArray("when_text = 'é'") << QByteArray("é") << true;
        QTest::newRow("regex") << QByteArray("when_regex = 'a+b'") << QByteArray("xaab") << true;
        QTest::newRow("no regex") << QByteArray("when_regex = '^a'") << QByteArray("xa") << false;
        const QByteArray call("{\"method\":\"ping\",\"params\":{\"list\":[{\"n\":3},null]},\"on\":true}");
        const auto json = [&call](const char *name, const char *condition, bool matches) {
            QTest::newRow(name) << "when_json = \"" + QByteArray(condition) + '"' << call << matches;
        };
        json("string", "method == 'ping'", true);
        json("other string", "method == 'pong'", false);
        json("escaped quotes", "method != \\\"ping\\\"", false);
        json("number in a list", "params.list.0.n == 3", true);
        json("brackets", "params.list[0].n==3.0", true);
        json("null", "params.list[1] == null", true);
        json("behind the end", "params.list.2", false);
        json("boolean", "on == true", true);
        json("number is no boolean", "on == 1", false);
        json("exists", "params", true);
        json("missing", "result", false);
        json("missing is not unequal", "result != 1", false);
        json("both", "method == 'ping' and params.list.0.n != 4", true);
        json("one of two", "method == 'ping' && on == false", false);
        QTest::newRow("no JSON") << QByteArray("when_json = 'method'") << QByteArray("method") << false;
    }
    void conditions()
    {
        QFETCH(QByteArray, condition);
        QFETCH(QByteArray, message);
        QFETCH(bool, matches);
        RuleSet set = setOf("[[rule]]\nreply = 'yes'\n" + condition);
        const auto action = set.apply(message, 0);
        QCOMPARE(action.has_value(), matches);
        QVERIFY(!matches || action->reply == QByteArray("yes"));
    }

    void templates_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("expected");
        const auto add = [](const char *reply, const QByteArray &message, const QByteArray &expected) {
            QTest::newRow(reply) << QString::fromUtf8(reply) << message << expected;
        };
        add("<{text}>", "\xff\x01", "<\xff\x01>");
        add("{upper}{lower}", "aÉ", "AÉaé");
        add("{count}:{hex:00 ff}", "x", QByteArray("1:\0\xff", 4));
        add("{\"id\": {json.id}, \"of\": {\"n\": {json.list.1}}}", "{\"id\":9007199254740993,\"list\":[1,2.5]}",
            "{\"id\": 9007199254740993, \"of\": {\"n\": 2.5}}");
        add("{json.o}/{json.s}/{json.none}/{json.z}", "{\"o\":{\"a\":[1]},\"s\":\"\\\"q\\\"\",\"z\":null}",
            "{\"a\":[1]}/\"q\"//null");
        add("{{text} {} {Text} {1}", "x", "{text} {} {Text} {1}");
        add("", "x", "");
    }
    void templates()
    {
        QFETCH(QString, reply);
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, expected);
        QCOMPARE(*replying(reply).apply(message, 0)->reply, expected);
    }

    void timeIsThatOfTheMessage()
    {
        const QString text =
            QString::fromLatin1(*replying(QStringLiteral("{time}")).apply(QByteArray(), 1'700'000'000'123)->reply);
        QCOMPARE(QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch(), 1'700'000'000'123);
    }

    void theFirstCountsAndOnceIsOnce()
    {
        RuleSet set = setOf(
            "[[rule]]\nwhen_text='a'\nreply='first {count}'\nonce=true\n[[rule]]\nwhen_text='a'\nreply='then {count}'\n"
            "delay_ms=7\nthen='half-close'\n[[rule]]\nwhen_text='silent'\n");
        QCOMPARE(*set.apply(QByteArray("a"), 0)->reply, QByteArray("first 1"));
        QCOMPARE(*set.apply(QByteArray("a"), 0)->reply, QByteArray("then 1"));
        const auto third = set.apply(QByteArray("a"), 0);
        QCOMPARE(*third->reply, QByteArray("then 2"));
        QCOMPARE(third->delay.count(), 7);
        QCOMPARE(third->then, Then::HalfClose);
        const auto silent = set.apply(QByteArray("silent"), 0);
        QVERIFY(silent && !silent->reply);
        QVERIFY(!set.apply(QByteArray("b"), 0));
    }
};

QTEST_GUILESS_MAIN(TestRuleSet)

} // namespace tst_ruleset

#include "tst_ruleset.moc"
