// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

namespace tst_echoclient {

using namespace pipeglass;
using namespace pipeglass::test;

/// .NET clients of `pipeglass echo`.
class TestEchoClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clientPrintsTheAnswer();
    void eventsNameTheClient();
    void manyMessages_data();
    void manyMessages();
};

/// `pipeglass echo`, listening.
ProgramPtr startEcho(const QByteArray &name)
{
    ProgramPtr echo = startPipeglass({ "echo", name, "--json" });
    const bool listening = echo->waitForLine("{") && echo->line().contains("\"listening\"");
    return listening ? std::move(echo) : nullptr;
}

void TestEchoClient::clientPrintsTheAnswer()
{
    const PrivateDirectory directory;
    const ProgramPtr echo = startEcho("pipe_test1");
    QVERIFY(echo);
    const ProgramPtr client = startPeer({ "echo-client", "pipe_test1", "test2" });
    QCOMPARE(client->finish(), QByteArray("Echo: test2\n"));
    QCOMPARE(client->exitCode(), 0);

    echo->signal(SIGINT);
    (void)echo->finish();
    QCOMPARE(echo->exitCode(), 0);
    QVERIFY(!QFileInfo::exists(QFile::decodeName(directory.filePath("CoreFxPipe_pipe_test1"))));
}

void TestEchoClient::eventsNameTheClient()
{
    const PrivateDirectory directory;
    const ProgramPtr echo = startEcho("pipe_test1");
    QVERIFY(echo);
    const ProgramPtr client = startPeer({ "echo-client", "pipe_test1", "test2" });
    const qint64 clientPid = client->pid();
    QCOMPARE(client->finish(), QByteArray("Echo: test2\n"));
    echo->signal(SIGINT);

    QStringList told;
    for (const QByteArray &line : echo->finish().split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (event.isEmpty())
            continue;
        QString what = event[QLatin1String("event")].toString();
        if (what == QLatin1String("connected")) {
            QCOMPARE(event[QLatin1String("pid")].toInteger(), clientPid);
            QCOMPARE(event[QLatin1String("program")].toString(), QStringLiteral("pipepeer"));
        }
        if (what == QLatin1String("message"))
            what = event[QLatin1String("direction")].toString() + u' ' + event[QLatin1String("text")].toString();
        told.append(what);
    }
    const QStringList expected{ QStringLiteral("connected"), QStringLiteral("in test2"),
                                QStringLiteral("out Echo: test2") };
    QCOMPARE(told.first(3), expected);
    QCOMPARE(told.last(), QStringLiteral("closed"));
}

void TestEchoClient::manyMessages_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::newRow("whole") << QByteArray("bulk-client");
    QTest::newRow("one byte a write") << QByteArray("dribble-client");
}

void TestEchoClient::manyMessages()
{
    QFETCH(const QByteArray, command);
    const PrivateDirectory directory;
    const ProgramPtr echo = startPipeglass({ "echo", "bulk" });
    // Its output is for people; the client needs only the file.
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(QFile::decodeName(directory.filePath("CoreFxPipe_bulk"))), 60'000);
    const ProgramPtr client = startPeer({ command, "bulk", "1000", "1048576" });
    QVERIFY(client->finish().startsWith("whole 1000 "));
    QCOMPARE(client->exitCode(), 0);
}

PIPEGLASS_PEER_TEST_MAIN(TestEchoClient)

} // namespace tst_echoclient

#include "tst_echoclient.moc"
