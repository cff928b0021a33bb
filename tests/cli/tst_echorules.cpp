// SPDX-License-Identifier: MIT
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testclient.h"
#include "testserver.h"

#include <QFile>

namespace tst_echorules {

using namespace pipeglass;
using namespace pipeglass::test;

QByteArray written(const PrivateDirectory &directory, const QByteArray &rules)
{
    const QByteArray path = directory.filePath("rules.toml");
    QFile file(QString::fromUtf8(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(rules) != rules.size())
        qFatal("cannot write %s", path.constData());
    return path;
}

/// The example of the man page, without its markup.
QByteArray manPageExample()
{
    QFile file(QStringLiteral(PIPEGLASS_SOURCE "/resources/man/pipeglass.1"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray page = file.readAll();
    page.remove(0, page.indexOf("\n.SS Rules\n"));
    const qsizetype start = page.indexOf("\n.EX\n") + 5;
    page = page.sliced(start, page.indexOf("\n.EE\n") + 1 - start);
    return page.replace("\\-", "-");
}

class TestEchoRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theExampleOfTheManPageDoesWhatItSays()
    {
        const PrivateDirectory directory;
        const QByteArray example = manPageExample();
        Run run({ "echo", "p", "--rules", written(directory, example) });
        run.start();
        QTRY_VERIFY2(!run.out.lines().isEmpty(), run.err.flushed.constData());
        int promises = 0;
        for (const QByteArray &line : example.split('\n')) {
            const qsizetype arrow = line.indexOf(" -> ");
            if (!line.startsWith("# ") || arrow < 0)
                continue;
            ++promises;
            const QByteArray answer = framed(line.sliced(arrow + 4));
            Client client(directory.filePath("CoreFxPipe_p"));
            client.send(framed(line.sliced(2, arrow - 2)));
            QCOMPARE(client.receive(answer.size()), answer);
        }
        QCOMPARE(promises, example.count("[[rule]]"));
        QVERIFY(promises > 3);
        run.command->interrupt();
        QCOMPARE(run.finish(), 0);
    }

    void aWrongFileIsAnErrorWithItsPlace()
    {
        const PrivateDirectory directory;
        const QByteArray path = written(directory, "[[rule]]\nwhen_regex = '('\n");
        Run run({ "echo", "p", "--rules", path });
        QCOMPARE(run.startAndFinish(), 2);
        QVERIFY2(run.err.flushed.contains(path + ", line 2, column 14: "), run.err.flushed.constData());
        QVERIFY(!QFile::exists(QString::fromUtf8(directory.filePath("CoreFxPipe_p"))));
        Run missing({ "echo", "p", "--rules", "/nowhere/x" });
        QCOMPARE(missing.startAndFinish(), 1);
        Run both({ "echo", "p", "--rules", path, "--prefix", "x" });
        QCOMPARE(both.startAndFinish(), 2);
    }
};

QTEST_GUILESS_MAIN(TestEchoRules)

} // namespace tst_echorules

#include "tst_echorules.moc"
