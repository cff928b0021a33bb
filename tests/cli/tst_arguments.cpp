// SPDX-License-Identifier: MIT
#include "cli/arguments/arguments.h"
#include "core/errortext.h"
#include "support/testmain.h"

namespace tst_arguments {

using namespace pipeglass;
using namespace pipeglass::cli;

using Words = std::vector<QByteArray>;

const std::vector<Flag> flags{
    { "--json", "", {} },
    { "--dir", "DIR", {} },
    { "--framing", "F", {} },
    { "--help", "", {} },
};

class TestArguments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesFlagsAnywhere()
    {
        const auto parsed = parseArguments({ "a", "--dir", "/x", "b", "--dir=/y", "--json" }, flags);
        QVERIFY(parsed);
        QCOMPARE(parsed->operands(), (Words{ "a", "b" }));
        QCOMPARE(parsed->all("--dir"), (Words{ "/x", "/y" }));
        QCOMPARE(parsed->last("--dir"), std::optional<QByteArray>("/y"));
        QVERIFY(parsed->has("--json"));
        QVERIFY(!parsed->has("--framing"));
        QVERIFY(!parsed->last("--framing"));
    }

    void keepsTheOrder()
    {
        const auto parsed = parseArguments({ "a", "--dir=1", "b", "--dir", "2" }, flags);
        QVERIFY(parsed);
        QByteArray order;
        for (const auto &word : parsed->words())
            order += word.flag + '[' + word.value + ']';
        QCOMPARE(order, QByteArray("[a]--dir[1][b]--dir[2]"));
    }

    void twoDashesEndTheFlags()
    {
        const auto parsed = parseArguments({ "--json", "--", "--dir", "-", "--", "-x" }, flags);
        QVERIFY(parsed);
        QCOMPARE(parsed->operands(), (Words{ "--dir", "-", "--", "-x" }));
        QVERIFY(parsed->has("--json"));
        QVERIFY(!parsed->has("--dir"));
    }

    void oneDashIsAnOperand()
    {
        const auto parsed = parseArguments({ "-" }, flags);
        QVERIFY(parsed);
        QCOMPARE(parsed->operands(), Words{ "-" });
    }

    void aValueMayBeAnything()
    {
        const QByteArray odd("=\xff\n-", 4);
        const auto parsed = parseArguments({ "--dir", "--json", "--dir", "--", "--dir=" + odd, "--dir=" }, flags);
        QVERIFY(parsed);
        QCOMPARE(parsed->all("--dir"), (Words{ "--json", "--", odd, "" }));
        QVERIFY(!parsed->has("--json"));
    }

    void operandsAreRawBytes()
    {
        const Words odd{ "\xff\xfe", "a\nb", "", "\xe2\x80\xae" };
        const auto parsed = parseArguments(odd, flags);
        QVERIFY(parsed);
        QCOMPARE(parsed->operands(), odd);
    }

    void shortHelp()
    {
        const auto parsed = parseArguments({ "-h" }, flags);
        QVERIFY(parsed);
        QVERIFY(parsed->has("--help"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<QString>("says");
        QTest::newRow("near") << QByteArray("--jsno") << QStringLiteral("did you mean --json?");
        QTest::newRow("near, with a value") << QByteArray("--framin=x") << QStringLiteral("did you mean --framing?");
        QTest::newRow("far") << QByteArray("--volume") << QStringLiteral("put -- before");
        QTest::newRow("a number") << QByteArray("-5") << QStringLiteral("put -- before");
        QTest::newRow("a value too many") << QByteArray("--json=yes") << QStringLiteral("takes no value");
        QTest::newRow("a value missing") << QByteArray("--dir") << QStringLiteral("a value is required: DIR");
        QTest::newRow("not UTF-8") << QByteArray("--\xff\x1b") << QStringLiteral("--\\xff\\x1b");
    }

    void refuses()
    {
        QFETCH(QByteArray, word);
        QFETCH(QString, says);
        const auto parsed = parseArguments({ word }, flags);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
        const QString text = errorText(parsed.error());
        QVERIFY2(text.contains(says), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestArguments)

} // namespace tst_arguments

#include "tst_arguments.moc"
