// SPDX-License-Identifier: MIT
#include "filter/filter.h"
#include "support/testmain.h"

namespace tst_filter {

using namespace pipeglass;
using filter::Field;
using filter::Filter;

/// A message with every value, or an event without a payload.
struct Item final : filter::Subject {
    [[nodiscard]] const capture::RecordSummary &summary() const override { return facts; }
    [[nodiscard]] std::optional<quint64> number() const override { return facts.isEvent ? std::nullopt : position; }
    [[nodiscard]] std::optional<Side> ours() const override { return side; }
    [[nodiscard]] std::optional<qint64> latency() const override { return answerTime; }
    [[nodiscard]] Result<Slice> payload() const override
    {
        ++reads;
        return Slice(bytes);
    }

    capture::RecordSummary facts;
    std::optional<quint64> position = 7;
    std::optional<Side> side = Side::Client;
    std::optional<qint64> answerTime = 6'000'000;
    QByteArray bytes;
    mutable int reads = 0;
};

class TestFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("message");
        QTest::addColumn<bool>("event");

        const auto row = [](const char *text, bool message, bool event) {
            QTest::newRow(text) << QString::fromUtf8(text) << message << event;
        };
        row("", true, true);
        row("   ", true, true);
        row("from == server", true, false);
        row("from != server", false, false);
        row("not from == server", false, true);
        row("direction == in", true, false);
        row("direction == out", false, false);
        row("length == 10", true, false);
        row("length < 1k", true, false);
        row("length >= 0.5k", false, false);
        row("length <= 10", true, false);
        row("connection == 3", true, true);
        row("number == 7", true, false);
        row("time > \"2020-01-01T00:00:00Z\"", true, true);
        row("time == \"2020-01-01T00:00:01.5Z\"", true, true);
        row("time == \"2020-01-01T01:00:01.500000000+01:00\"", true, true);
        row("time < \"2020-01-01T00:00:01.499999999Z\"", false, false);
        row("latency > 5ms", true, false);
        row("latency == 6000us", true, false);
        row("latency >= 1s", false, false);
        row("malformed", false, false);
        row("malformed == false", true, true);
        row("event", false, true);
        row("event == half-closed", false, true);
        row("event != half-closed", false, false);
        row("text contains \"llo\"", true, false);
        row("text contains \"LLO\"", false, false);
        row("text == \"hello \\\"\u00fc\\\\\"", true, false);
        row("text matches \"^h.l+o\"", true, false);
        row("text matches \"(?i)HELLO\"", true, false);
        row("payload contains 6c:6c", true, false);
        row("payload contains 6c6C", true, false);
        row("payload contains \"llo\"", true, false);
        row("payload == 6c", false, false);
        row("payload != 6c", true, false);
        // or binds weaker than and, and weaker than not, not weaker than a comparison.
        row("length == 10 or length == 1 and length == 2", true, false);
        row("(length == 10 or length == 1) and length == 2", false, false);
        row("not length == 1 and length == 10", true, false);
        row("not (length == 10 and event)", true, true);
        row("!event&&length==10", true, false);
        row("!!event || malformed", false, true);
        row("not not length == 10", true, false);
    }

    void matches()
    {
        QFETCH(QString, text);
        QFETCH(bool, message);
        QFETCH(bool, event);
        const auto parsed = Filter::parse(text);
        QVERIFY2(parsed, parsed ? "" : qPrintable(filter::problemText(text, parsed.error())));
        Item item;
        item.bytes = QByteArrayLiteral("hello \"\xc3\xbc\\");
        item.facts.time = { qint64{ 1'577'836'801'500 } * 1'000'000 };
        item.facts.connection = ConnectionId{ 3 };
        item.facts.from = Side::Server;
        item.facts.payloadSize = item.bytes.size();
        QCOMPARE(item.facts.payloadSize, 10);
        QCOMPARE(parsed->matches(item).value(), message);
        item.facts.isEvent = true;
        item.facts.eventKind = capture::EventKind::HalfClosed;
        QCOMPARE(parsed->matches(item).value(), event);
    }

    void unknownValuesAreFalse()
    {
        Item item;
        item.position = {};
        item.side = {};
        item.answerTime = {};
        for (const char *text :
             { "direction == in", "direction != in", "latency < 1s", "latency >= 1us", "latency != 1s", "number != 1" })
            QVERIFY2(!Filter::parse(QLatin1StringView(text))->matches(item).value(), text);
    }

    void readsAPayloadOnlyIfItDecides()
    {
        Item item;
        item.bytes = "x";
        item.facts.payloadSize = 1;
        const Filter filter = *Filter::parse(QStringLiteral("length > 5 and text contains \"x\""));
        QVERIFY(!filter.matches(item).value());
        QCOMPARE(item.reads, 0);
        QVERIFY(filter.uses(Field::Text));
        QVERIFY(!filter.uses(Field::Latency));
    }

    void problems_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("expected");

        const auto row = [](const char *text, int at, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << at << QString::fromUtf8(expected);
        };
        row("lengths > 3", 0, "Did you mean \"length\"?");
        row("zzz", 0, "The fields are from, direction, length");
        row("length", 6, "==, !=, <, <=, >, >=");
        row("length = 3", 7, "equality is ==");
        row("length > ", 9, "a number of bytes");
        row("length > 5ms", 9, "a number of bytes");
        row("length > -1", 9, "a number of bytes");
        row("length > 1.5", 9, "a number of bytes");
        row("length > 99999999999999999999", 9, "a number of bytes");
        row("number == 1k", 10, "a whole number");
        row("latency > 5", 10, "its unit");
        row("latency > 5k", 10, "its unit");
        row("time > \"2026-01-01T00:00:00\"", 7, "zone");
        row("time > 2026-01-01T00:00:00Z", 7, "quoted");
        row("time > \"2026-13-01T00:00:00Z\"", 7, "quoted");
        row("from == me", 8, "client or server");
        row("from contains \"x\"", 5, "operators of \"from\"");
        row("text < \"x\"", 5, "contains");
        row("text contains x", 14, "double quotes");
        row("text contains \"x", 14, "closing quote");
        row("text contains \"a\\d\"", 16, "escapes");
        row("text matches \"(\"", 13, "regular expression");
        row("payload contains de:a", 17, "hexadecimal");
        row("payload contains zz", 17, "hexadecimal");
        row("event == nonsense", 9, "word of an event");
        row("(malformed", 10, "\")\"");
        row("malformed)", 9, "the end");
        row("malformed event", 10, "\"and\", \"or\"");
        row("and malformed", 0, "no field \"and\"");
        row("malformed and", 13, "a field");
        row("not", 3, "a field");
        row("length > 3 & malformed", 11, "\"and\"");
    }

    void problems()
    {
        QFETCH(QString, text);
        QFETCH(int, at);
        QFETCH(QString, expected);
        const auto parsed = Filter::parse(text);
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().text.contains(expected), qPrintable(parsed.error().text));
        QCOMPARE(parsed.error().at, at);
        const QStringList lines = filter::problemText(text, parsed.error()).split(u'\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], text);
        QCOMPARE(lines[1], QString(at, u' ') + u'^');
    }

    void deepNestingIsAProblem()
    {
        for (const QString &one : { QStringLiteral("("), QStringLiteral("not "), QStringLiteral("!") })
            QVERIFY(!Filter::parse(one.repeated(100'000) + QStringLiteral("malformed")));
        QVERIFY(Filter::parse(QStringLiteral("!").repeated(150) + QStringLiteral("malformed")));
    }
};

QTEST_GUILESS_MAIN(TestFilter)

} // namespace tst_filter

#include "tst_filter.moc"
