// SPDX-License-Identifier: MIT
#include "rules/rulefile.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

namespace tst_rulefile {

using namespace pipeglass;
using namespace pipeglass::rules;

class TestRuleFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrongFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("why");
        const auto add = [](const char *name, const char *text, const char *where, const char *why) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(where) << QString::fromUtf8(why);
        };
        add("empty", "", "line 1, column 1:", "no rule");
        add("no TOML", "[[rule]]\nreply = \n", "line 2, column", "");
        add("not UTF-8", "[[rule]]\nreply = '\xff'\n", "line 2, column", "");
        add("other table", "[[rule]]\n\n[rules]\n", "line 3, column 2:", "[[rule]]");
        add("one table", "[rule]\nreply = 'x'\n", "line 1, column 2:", "[[rule]]");
        add("unknown key", "[[rule]]\nreplay = 'x'\n", "line 2, column 1:", "unknown key \"replay\"");
        add("number for a text", "[[rule]]\nwhen_text = 3\n", "line 2, column 13:", "string");
        add("text for a number", "[[rule]]\ndelay_ms = '3'\n", "line 2, column 12:", "milliseconds");
        add("negative delay", "[[rule]]\ndelay_ms = -1\n", "line 2, column 12:", "milliseconds");
        add("text for a boolean", "[[rule]]\nonce = 'true'\n", "line 2, column 8:", "true or false");
        add("then", "[[rule]]\nthen = 'stop'\n", "line 2, column 8:", "half-close");
        add("two replies", "[[rule]]\nreply = ''\nreply_hex = ''\n", "line 3, column 1:", "only one");
        add("two conditions", "[[rule]]\nwhen_text = ''\nwhen_json = 'a'\n", "line 3, column 1:", "only one");
        add("regex", "[[rule]]\nreply = ''\n[[rule]]\nwhen_regex = '('\n", "line 4, column 14:", "regular expression");
        add("hex", "[[rule]]\n  reply_hex = '0'\n", "line 2, column 15:", "hex digits");
        add("placeholder", "[[rule]]\nreply = '{txt}'\n", "line 2, column 9:", "{txt}");
        add("hex placeholder", "[[rule]]\nreply = '{hex:0}'\n", "line 2, column 9:", "hex digits");
        add("no condition", "[[rule]]\nwhen_json = ''\n", "line 2, column 13:", "name of a field");
        add("no value", "[[rule]]\nwhen_json = 'a == b'\n", "line 2, column 13:", "value");
        add("no operator", "[[rule]]\nwhen_json = 'a = 1'\n", "line 2, column 13:", "==");
        add("open string", "[[rule]]\nwhen_json = \"a == 'b\"\n", "line 2, column 13:", "quote");
        add("dangling and", "[[rule]]\nwhen_json = 'a and'\n", "line 2, column 13:", "name of a field");
        add("bad path", "[[rule]]\nwhen_json = 'a..b'\n", "line 2, column 13:", "name of a field");
    }
    void wrongFiles()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        QFETCH(QString, why);
        const auto set = parseRules(text, "r.toml");
        QVERIFY(!set);
        QCOMPARE(set.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(set.error().detail.startsWith(QStringLiteral("r.toml, ") + where), qPrintable(set.error().detail));
        QVERIFY2(set.error().detail.contains(why), qPrintable(set.error().detail));
    }

    void whatIsWrittenIsReadAgain()
    {
        const test::PrivateDirectory directory;
        const std::vector<Rule> rules{
            { Condition::Text, QStringLiteral("it's \"x\" \\ \t\x01\x7f é\n"), ReplyKind::Template,
              QStringLiteral("{text}"), 5, true, Then::Close },
            { Condition::Regex, QStringLiteral("\\d+\""), ReplyKind::Hex, QStringLiteral("00 ff"), 0, false,
              Then::HalfClose },
            { Condition::Json, QStringLiteral("a == 'b'"), ReplyKind::None, {}, 0, false, Then::GoOn },
            { Condition::Any, {}, ReplyKind::Template, QString(), 0, false, Then::GoOn },
        };
        const QByteArray path = directory.filePath("rules.toml");
        QVERIFY(writeRules(path, rules));
        const auto read = readRules(path);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->rules(), rules);
        QCOMPARE(readRules(directory.filePath("none")).error().code, ErrorCode::NoSuchFile);
        QVERIFY(!writeRules(directory.filePath("none/x"), rules));
    }
};

QTEST_GUILESS_MAIN(TestRuleFile)

} // namespace tst_rulefile

#include "tst_rulefile.moc"
