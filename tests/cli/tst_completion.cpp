// SPDX-License-Identifier: MIT
#include "cli/verb.h"
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testsocket.h"

#include <QProcess>
#include <QStandardPaths>

namespace tst_completion {

using namespace pipeglass;
using namespace pipeglass::test;

/// The words that are offered.
QByteArrayList offered(const std::vector<QByteArray> &words)
{
    std::vector<QByteArray> all{ "complete" };
    all.insert(all.end(), words.begin(), words.end());
    Run run(all);
    if (run.startAndFinish() != 0)
        return { "failed" };
    QByteArrayList offers;
    for (const QByteArray &line : run.out.lines())
        offers += line.split('\t').first().trimmed();
    return offers;
}

/// What a shell's script makes of a line.
QByteArrayList fromShell(const QString &shell, const QString &script)
{
    QProcess process;
    process.start(shell, { QStringLiteral("-c"), script });
    if (!process.waitForFinished() || process.exitCode() != 0)
        return { process.readAllStandardError() };
    return process.readAllStandardOutput().trimmed().split('\n');
}

class TestCompletion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verbsAndFlags()
    {
        QCOMPARE(offered({ "rea" }), QByteArrayList{ "read" });
        QVERIFY(offered({}).contains("list") && offered({ "" }).contains("help"));
        QCOMPARE(offered({ "help", "li" }), QByteArrayList{ "list" });
        QCOMPARE(offered({ "unknown", "" }), QByteArrayList());
        for (const cli::Verb &verb : cli::allVerbs()) {
            const QByteArrayList flags = offered({ verb.name.toByteArray(), "--" });
            for (const cli::Flag &flag : cli::flagsOf(verb))
                QVERIFY2(flags.contains(flag.name.toByteArray()), flag.name.data());
        }
    }

    void values()
    {
        QCOMPARE(offered({ "read", "" }), QByteArrayList{ ":files" });
        QCOMPARE(offered({ "list", "--dir", "" }), QByteArrayList{ ":directories" });
        QCOMPARE(offered({ "send", "--framing", "int32" }), (QByteArrayList{ "int32le", "int32be" }));
        QCOMPARE(offered({ "list", "--sort", "st" }), QByteArrayList{ "state" });
        QCOMPARE(offered({ "list", "--columns", "name,st" }), QByteArrayList{ "name,state" });
        QVERIFY(offered({ "access", "--allow", "" }).contains("user:root"));
        QVERIFY(offered({ "access", "--as", "" }).contains("root"));
        QVERIFY(offered({ "decode", "--as", "" }).contains("json"));
        QCOMPARE(offered({ "send", "--timeout", "" }), QByteArrayList());
    }

    void pipes()
    {
        const PrivateDirectory directory; // is TMPDIR
        const UniqueFd pipe = listeningSocket(directory.filePath("CoreFxPipe_completed"));
        const UniqueFd odd = listeningSocket(directory.filePath("CoreFxPipe_$(completed)"));
        QCOMPARE(offered({ "send", "comp" }), QByteArrayList{ "completed" });
        QCOMPARE(offered({ "send", "$" }), QByteArrayList());
    }

    void shells_data()
    {
        QTest::addColumn<QString>("script");

        const QString scripts = QStringLiteral(PIPEGLASS_SOURCE "/resources/completions/");
        const QString bash = QStringLiteral("source %1pipeglass.bash; COMP_WORDS=(%2 %3); COMP_CWORD=2; _pipeglass; "
                                            "printf '%s\\n' \"${COMPREPLY[@]}\"");
        const QString fish =
            QStringLiteral("source %1pipeglass.fish; complete -C '%2 %3' | string replace -r '\\t.*' ''");
        const QString program = QStringLiteral(PIPEGLASS_COMMAND);
        QTest::newRow("bash") << bash.arg(scripts, program, QStringLiteral("read --fol"));
        QTest::newRow("fish") << fish.arg(scripts, program, QStringLiteral("read --fol"));
    }

    void shells()
    {
        QFETCH(QString, script);
        const QString shell = QString::fromUtf8(QTest::currentDataTag());
        if (QStandardPaths::findExecutable(shell).isEmpty())
            return; // needs a package that is not asked for elsewhere
        QCOMPARE(fromShell(shell, script), QByteArrayList{ "--follow" });
    }
};

QTEST_GUILESS_MAIN(TestCompletion)

} // namespace tst_completion

#include "tst_completion.moc"
