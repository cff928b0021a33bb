// SPDX-License-Identifier: MIT
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testclient.h"
#include "testserver.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

namespace tst_echocommand {

using namespace pipeglass;
using namespace pipeglass::test;

QString text(const QJsonObject &object, const char *key) { return object[QLatin1String(key)].toString(); }

QStringList eventNames(const Run &run)
{
    QStringList names;
    for (const QJsonObject &object : run.objects())
        names += text(object, "event");
    return names;
}

/// Starts it, and waits until it listens.
void listen(Run &run)
{
    run.start();
    (void)QTest::qWaitFor([&run] { return !run.out.lines().isEmpty(); }, 20'000);
}

class TestEchoCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAndTellsEvents()
    {
        const PrivateDirectory directory;
        Run run({ "echo", "p", "--json" });
        listen(run);
        QCOMPARE(run.exitCode, -1);
        QJsonObject listening = run.objects().value(0);
        QCOMPARE(text(listening, "event"), QStringLiteral("listening"));
        QCOMPARE(text(listening, "path"), QString::fromUtf8(directory.filePath("CoreFxPipe_p")));
        QCOMPARE(text(listening, "mode"), QStringLiteral("0600"));
        QVERIFY(listening[QLatin1String("connection")].isNull());

        Client client(directory.filePath("CoreFxPipe_p"));
        client.send(framed("test2"));
        QCOMPARE(client.receive(15), framed("Echo: test2"));
        QTRY_COMPARE(run.objects().size(), 4);
        const QJsonObject connected = run.objects()[1];
        QCOMPARE(text(connected, "event"), QStringLiteral("connected"));
        QCOMPARE(connected[QLatin1String("connection")].toInt(), 1);
        QCOMPARE(connected[QLatin1String("pid")].toInteger(), QCoreApplication::applicationPid());
        QCOMPARE(text(connected, "program"), QStringLiteral("tests_cli"));
        const QJsonObject in = run.objects()[2];
        QCOMPARE(text(in, "event"), QStringLiteral("message"));
        QCOMPARE(text(in, "direction"), QStringLiteral("in"));
        QCOMPARE(text(in, "text"), QStringLiteral("test2"));
        QCOMPARE(in[QLatin1String("wire_size")].toInt(), 9);
        QCOMPARE(in[QLatin1String("pid")].toInteger(), QCoreApplication::applicationPid());
        QCOMPARE(text(run.objects()[3], "text"), QStringLiteral("Echo: test2"));

        client.finishSending();
        QTRY_VERIFY(eventNames(run).contains(QStringLiteral("half-closed")));
        client.close();
        QTRY_COMPARE(eventNames(run).last(), QStringLiteral("closed"));
        run.command->interrupt();
        QCOMPARE(run.finish(), 0);
        QVERIFY(!QFile::exists(QString::fromUtf8(directory.filePath("CoreFxPipe_p"))));
    }

    void malformedIsAnEvent()
    {
        const PrivateDirectory directory;
        Run run({ "echo", "p", "--json" });
        listen(run);
        Client client(directory.filePath("CoreFxPipe_p"));
        client.send("\xff\xff\xff\xff?");
        QTRY_VERIFY(eventNames(run).contains(QStringLiteral("malformed")));
        const QJsonObject event = run.objects()[2];
        QCOMPARE(event[QLatin1String("malformed")], QJsonValue(true));
        QCOMPARE(QByteArray::fromBase64(text(event, "payload").toLatin1()), QByteArray("\xff\xff\xff\xff?"));
        run.command->interrupt();
        QCOMPARE(run.finish(), 0);
    }

    void saysWhereAndWho()
    {
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 0711), 0);
        Run run({ "echo", "p\n", "--mode", "0666" });
        listen(run);
        QVERIFY2(
            run.err.flushed.contains("CoreFxPipe_p\\x0a, mode 0666. Everyone can connect"),
            run.err.flushed.constData());
        QVERIFY2(
            run.out.flushed.contains(" listening " + directory.path() + "/CoreFxPipe_p\\x0a mode 0666\n"),
            run.out.flushed.constData());
        struct stat status { };
        QCOMPARE(::lstat(directory.filePath("CoreFxPipe_p\n").constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0666U);
        Client client(directory.filePath("CoreFxPipe_p\n"));
        client.send(framed("a\x1b[31m"));
        QTRY_VERIFY(run.out.flushed.contains(" message #1 out 12 bytes: Echo: a\\x1b[31m\n"));
        QVERIFY(run.out.flushed.contains(" message #1 in 6 bytes: a\\x1b[31m\n"));
        QVERIFY(run.out.flushed.contains(" connected #1 pid " + QByteArray::number(::getpid())));
        run.command->interrupt();
        QCOMPARE(run.finish(), 0);
    }

    void prefixFramingAndSilence()
    {
        const PrivateDirectory directory;
        Run lines({ "echo", "lines", "--prefix=", "--framing", "line" });
        listen(lines);
        Client client(directory.filePath("CoreFxPipe_lines"));
        client.send("a\nb\n");
        QCOMPARE(client.receive(4), QByteArray("a\nb\n"));
        Run odd({ "echo", "odd", "--prefix", "\xff: " });
        listen(odd);
        Client oddClient(directory.filePath("CoreFxPipe_odd"));
        oddClient.send(framed("x"));
        QCOMPARE(oddClient.receive(8), framed("\xff: x"));
        Run silent({ "echo", "silent", "--silent", "--json" });
        listen(silent);
        Client unanswered(directory.filePath("CoreFxPipe_silent"));
        unanswered.send(framed("x"));
        QTRY_VERIFY(eventNames(silent).contains(QStringLiteral("message")));
        for (Run *run : { &lines, &odd, &silent }) {
            run->command->interrupt();
            QCOMPARE(run->finish(), 0);
        }
        QVERIFY(!silent.out.flushed.contains("\"out\""));
    }

    void replacesWhatADeadServerLeft()
    {
        const PrivateDirectory directory;
        boundSocket(directory.filePath("CoreFxPipe_p")).reset();
        Run run({ "echo", "p" });
        listen(run);
        QCOMPARE(run.exitCode, -1);
        QVERIFY2(run.err.flushed.contains("Replaced your stale socket"), run.err.flushed.constData());
        run.command->interrupt();
        QCOMPARE(run.finish(), 0);
    }

    void replacesNothingElse()
    {
        const PrivateDirectory directory;
        const UniqueFd live = boundSocket(directory.filePath("CoreFxPipe_live"));
        ::listen(live.get(), 5);
        QFile file(QString::fromUtf8(directory.filePath("CoreFxPipe_file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (const char *name : { "live", "file" }) {
            Run run({ "echo", name, "--json" });
            QCOMPARE(run.startAndFinish(), 1);
            QCOMPARE(run.out.flushed, QByteArray());
            QVERIFY(QFile::exists(QString::fromUtf8(directory.filePath(QByteArray("CoreFxPipe_") + name))));
        }
    }

    void namesThatCannotBe()
    {
        const PrivateDirectory directory;
        for (const QByteArray &name : { QByteArray(""), QByteArray("a/b"), QByteArray("/tmp/" + QByteArray(110, 'x')),
                                        QByteArray("Anonymous") }) {
            Run run({ "echo", name });
            QCOMPARE(run.startAndFinish(), 2);
        }
        Run nowhere({ "echo", "/nowhere-at-all/x" });
        QVERIFY(nowhere.startAndFinish() != 0);
    }

    void recordsWhatReadPrints()
    {
        const PrivateDirectory directory;
        const QByteArray recording = directory.filePath("talk.pcapng");
        {
            Run run({ "echo", "p", "--record", recording });
            listen(run);
            Client client(directory.filePath("CoreFxPipe_p"));
            client.send(framed("one"));
            QCOMPARE(client.receive(13), framed("Echo: one"));
            run.command->interrupt();
            QCOMPARE(run.finish(), 0);
        }
        Run again({ "echo", "p", "--record", recording });
        QCOMPARE(again.startAndFinish(), 1);
        QVERIFY2(again.err.flushed.contains("exists already"), again.err.flushed.constData());
        QVERIFY(!QFile::exists(QString::fromUtf8(directory.filePath("CoreFxPipe_p"))));
        Run read({ "read", recording, "--json" });
        QCOMPARE(read.startAndFinish(), 0);
        QCOMPARE(read.objects().size(), 2);
        QCOMPARE(text(read.objects()[1], "text"), QStringLiteral("Echo: one"));
    }

    void recordsToARing()
    {
        const PrivateDirectory directory;
        const QByteArray ring = directory.filePath("ring");
        {
            Run run({ "echo", "p", "--record", ring, "--ring", "3x64K", "--json" });
            listen(run);
            Client client(directory.filePath("CoreFxPipe_p"));
            QByteArray expected; // all replies
            for (int i = 0; i < 20; ++i) {
                const QByteArray payload = QByteArray(20'000, 'x') + QByteArray::number(i);
                client.send(framed(payload));
                expected += framed("Echo: " + payload);
                QVERIFY(client.receive(expected.size()) == expected);
            }
            run.command->interrupt();
            QCOMPARE(run.finish(), 0);
        }
        QCOMPARE(QDir(QString::fromUtf8(ring)).entryList(QDir::Files).size(), 3);
        Run read({ "read", ring, "--json" });
        QCOMPARE(read.startAndFinish(), 0);
        QVERIFY(read.objects().size() >= 6);
        QVERIFY(text(read.objects().last(), "text").endsWith(QStringLiteral("x19")));
    }

    void wrongRings_data()
    {
        QTest::addColumn<QByteArray>("ring");
        for (const char *one : { "", "10", "x1M", "1x1M", "10x", "10x1k", "10001x1M", "10x3G", "-2x1M", "2x1Mx" })
            QTest::newRow(*one == 0 ? "empty" : one) << QByteArray(one);
    }

    void wrongRings()
    {
        QFETCH(QByteArray, ring);
        const PrivateDirectory directory;
        Run run({ "echo", "p", "--record", directory.filePath("r"), "--ring", ring });
        QCOMPARE(run.startAndFinish(), 2);
        QCOMPARE(Run({ "echo", "p", "--ring", "10x1M" }).startAndFinish(), 2); // nowhere
    }

    void aClosedOutputEndsItQuietly()
    {
        const PrivateDirectory directory;
        Run run({ "echo", "p" });
        listen(run);
        run.out.close();
        run.command->outputClosed();
        QCOMPARE(run.finish(), 0);
        QVERIFY(!QFile::exists(QString::fromUtf8(directory.filePath("CoreFxPipe_p"))));
    }
};

QTEST_GUILESS_MAIN(TestEchoCommand)

} // namespace tst_echocommand

#include "tst_echocommand.moc"
