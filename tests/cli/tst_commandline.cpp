// SPDX-License-Identifier: MIT
#include "run.h"
#include "support/testmain.h"

namespace tst_commandline {

using namespace pipeglass;
using namespace pipeglass::cli;
using namespace pipeglass::test;

using Words = std::vector<QByteArray>;
class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpGoesToStdout_data()
    {
        QTest::addColumn<Words>("words");
        QTest::addColumn<QByteArray>("has");
        QTest::newRow("--help") << Words{ "--help" } << QByteArray("Usage: pipeglass VERB");
        QTest::newRow("-h") << Words{ "-h" } << QByteArray("Usage: pipeglass VERB");
        QTest::newRow("help") << Words{ "help" } << QByteArray("Usage: pipeglass VERB");
        QTest::newRow("--version") << Words{ "--version" } << QByteArray("pipeglass " PIPEGLASS_VERSION "\n");
        for (const Verb &verb : allVerbs()) {
            const QByteArray name = verb.name.toByteArray();
            const QByteArray usage = "Usage: pipeglass " + name;
            QTest::newRow(("help " + name).constData()) << Words{ "help", name } << usage;
            QTest::newRow((name + " --help").constData()) << Words{ name, "--help" } << usage;
            if (verb.flagPlace == FlagPlace::Anywhere)
                QTest::newRow((name + " x -h").constData()) << Words{ name, "x", "-h" } << usage;
        }
    }

    void helpGoesToStdout()
    {
        QFETCH(Words, words);
        QFETCH(QByteArray, has);
        Run run(words);
        QCOMPARE(run.startAndFinish(), 0);
        QVERIFY2(run.out.flushed.startsWith(has), run.out.flushed.constData());
        QCOMPARE(run.err.flushed, QByteArray());
        QCOMPARE(run.finishedCount, 1);
    }

    void helpNamesEveryVerbAndFlag()
    {
        Run program({ "help" });
        program.startAndFinish();
        for (const Verb &verb : allVerbs()) {
            QVERIFY(program.out.flushed.contains("\n  " + verb.name.toByteArray() + ' '));
            Run help({ "help", verb.name.toByteArray() });
            help.startAndFinish();
            for (const Flag &flag : flagsOf(verb))
                QVERIFY2(help.out.flushed.contains("\n  " + flag.name.toByteArray() + ' '), flag.name.data());
            for (const QByteArray &line : help.out.flushed.split('\n'))
                QVERIFY2(line.size() <= 100, line.constData());
        }
    }

    void usageErrorsGoToStderr_data()
    {
        QTest::addColumn<Words>("words");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("nothing") << Words{} << QByteArray("Usage: pipeglass VERB");
        QTest::newRow("unknown verb") << Words{ "listt" } << QByteArray("did you mean list?");
        QTest::newRow("no verb at all") << Words{ "\xff\x1b[31m" } << QByteArray("\\xff\\x1b[31m");
        QTest::newRow("flag first") << Words{ "--json", "list" } << QByteArray("expected a verb");
        QTest::newRow("help of nothing") << Words{ "help", "sned" } << QByteArray("did you mean send?");
        QTest::newRow("unknown flag") << Words{ "list", "--jsn" } << QByteArray("did you mean --json?");
        QTest::newRow("operand too many") << Words{ "list", "x" } << QByteArray("unexpected operand");
        QTest::newRow("no name") << Words{ "send" } << QByteArray("NAME [TEXT...]");
        QTest::newRow("no name, a flag") << Words{ "echo", "--json" } << QByteArray("NAME");
        QTest::newRow("two files") << Words{ "read", "a", "b" } << QByteArray("unexpected operand");
        QTest::newRow("bad hex") << Words{ "send", "x", "--hex", "0g" } << QByteArray("pairs of hex digits");
        QTest::newRow("bad framing") << Words{ "send", "x", "--framing", "lines" } << QByteArray("int32le, int32be");
        QTest::newRow("bad encoding") << Words{ "send", "x", "--encoding", "klingon" } << QByteArray("utf-16le");
        QTest::newRow("bad replies") << Words{ "send", "x", "--replies", "-1" } << QByteArray("a number");
        QTest::newRow("bad timeout") << Words{ "send", "x", "--timeout", "soon" } << QByteArray("seconds");
        QTest::newRow("bad limit") << Words{ "echo", "x", "--limit", "0" } << QByteArray("bytes from 1");
        QTest::newRow("bad mode") << Words{ "echo", "x", "--mode", "rw" } << QByteArray("octal");
        QTest::newRow("not in latin1") << Words{ "send", "x", "\u20ac", "--encoding", "latin1" }
                                       << QByteArray("contains characters that do not exist in latin1");
        QTest::newRow("not in a line") << Words{ "send", "x", "a\nb", "--framing=line" } << QByteArray("framing");
        QTest::newRow("stdin twice") << Words{ "send", "x", "-", "-" } << QByteArray("only once");
    }

    void usageErrorsGoToStderr()
    {
        QFETCH(Words, words);
        QFETCH(QByteArray, says);
        Run run(words);
        QCOMPARE(run.startAndFinish(), 2);
        QCOMPARE(run.out.flushed, QByteArray());
        QVERIFY2(run.err.flushed.contains(says), run.err.flushed.constData());
        QVERIFY(!run.err.flushed.contains('\x1b'));
    }

    void anOutputThatFailsIsAFailure()
    {
        Run run({ "help" });
        run.out.breakWith(ENOSPC);
        QCOMPARE(run.startAndFinish(), 1);
        QVERIFY(run.err.flushed.contains("No space left"));
    }

    void anOutputThatIsClosedIsQuiet()
    {
        Run run({ "help" });
        run.out.close();
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.err.flushed, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)

} // namespace tst_commandline

#include "tst_commandline.moc"
