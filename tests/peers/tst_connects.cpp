// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

#include <sys/socket.h>

namespace tst_connects {

using namespace pipeglass;
using namespace pipeglass::test;

/// The sockets that a process has open.
int socketsOf(const Program &program)
{
    const QDir directory(QStringLiteral("/proc/%1/fd").arg(program.pid()));
    int count = 0;
    for (const QFileInfo &file : directory.entryInfoList(QDir::Files | QDir::System))
        count += QFile::symLinkTarget(file.filePath()).contains(QLatin1String("socket:[")) ? 1 : 0;
    return count;
}

/// `explain --pid` with real .NET programs.
class TestConnects : public QObject {
    Q_OBJECT

private:
    /// The array that it prints.
    static QJsonArray explained(const Program &client, int &code, const QByteArrayList &more = {})
    {
        const ProgramPtr command =
            startPipeglass(QByteArrayList{ "explain", "--json", "--pid", QByteArray::number(client.pid()) } + more);
        const QByteArray output = command->finish();
        code = command->exitCode();
        return QJsonDocument::fromJson(output).array();
    }

private Q_SLOTS:
    void aClientWithAWrongName()
    {
        const PrivateDirectory directory;
        const ProgramPtr client = startPeer({ "seeking-client", "ordres" });
        QVERIFY(client->waitForLine("seeking"));
        int code = -1;
        const QJsonArray all = explained(*client, code);
        QCOMPARE(code, 0);
        QCOMPARE(all.size(), 1);
        const QJsonObject one = all[0].toObject();
        QCOMPARE(one[QLatin1String("id")].toString(), QStringLiteral("no-such-file"));
        QCOMPARE(one[QLatin1String("pipe")].toString(), QStringLiteral("ordres"));
        QCOMPARE(one[QLatin1String("path")].toString().toUtf8(), directory.filePath("CoreFxPipe_ordres"));
        QVERIFY(one[QLatin1String("state")].isNull());
        QVERIFY(one[QLatin1String("attempts")].toInteger() > 0);
        QVERIFY(
            !one[QLatin1String("meaning")].toString().isEmpty() && !one[QLatin1String("remedy")].toString().isEmpty());
        // It goes on, and nothing is attached to it: its diagnostics server alone.
        QTRY_COMPARE(socketsOf(*client), 1);
        const ProgramPtr server = startPeerServer({ "echo-server", "ordres" });
        QVERIFY(server && client->waitForLine("connected"));
    }

    void whatTheServerLeftBehind()
    {
        const PrivateDirectory directory;
        const ProgramPtr server = startPeerServer({ "mute-server", "left" });
        QVERIFY(server);
        server->signal(SIGKILL);
        (void)server->finish();
        const ProgramPtr client = startPeer({ "seeking-client", "left" });
        QVERIFY(client->waitForLine("seeking"));
        int code = -1;
        const QJsonArray all = explained(*client, code);
        QCOMPARE(code, 0);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0][QLatin1String("id")].toString(), QStringLiteral("connection-refused"));
        QCOMPARE(all[0][QLatin1String("state")].toString(), QStringLiteral("stale"));
    }

    void aProgramThatConnectsToNothing()
    {
        const PrivateDirectory directory;
        const ProgramPtr program = startPeer({ "nap" });
        QVERIFY(program->waitForLine("sleeping"));
        int code = -1;
        QVERIFY(explained(*program, code, { "--timeout", "0.5" }).isEmpty());
        QCOMPARE(code, 1);
        QTRY_COMPARE(socketsOf(*program), 1);
    }

    void anInterruptEndsTheSession()
    {
        const PrivateDirectory directory;
        const ProgramPtr program = startPeer({ "nap" });
        QVERIFY(program->waitForLine("sleeping"));
        const int before = socketsOf(*program);
        const ProgramPtr command = startPipeglass({ "explain", "--pid", QByteArray::number(program->pid()) });
        QTRY_COMPARE(socketsOf(*program), before + 1);
        command->signal(SIGINT);
        (void)command->finish();
        QCOMPARE(command->exitCode(), 130);
        QTRY_COMPARE(socketsOf(*program), before);
    }

    void onlyTheRuntimeItselfIsAsked()
    {
        const PrivateDirectory directory;
        const ProgramPtr program = std::make_unique<Program>(
            QStringLiteral("env"), QByteArrayList{ "DOTNET_EnableDiagnostics=0", peerProgram(), "nap" });
        QVERIFY(program->waitForLine("sleeping"));
        int code = -1;
        (void)explained(*program, code);
        QCOMPARE(code, 1);
        // Somebody else listens at its name.
        const UniqueFd other = listeningSocket(
            directory.filePath("dotnet-diagnostic-" + QByteArray::number(program->pid()) + "-1-socket"));
        (void)explained(*program, code);
        QCOMPARE(code, 1);
        char byte = 0;
        QCOMPARE(::recv(acceptedSocket(other).get(), &byte, 1, 0), ssize_t{ 0 }); // was sent nothing
    }

    void wrongUses_data()
    {
        QTest::addColumn<QByteArrayList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("no number") << QByteArrayList{ "--pid", "x" } << 2;
        QTest::newRow("zero") << QByteArrayList{ "--pid", "0" } << 2;
        QTest::newRow("text too") << QByteArrayList{ "--pid", "1", "Broken pipe" } << 2;
        QTest::newRow("timeout alone") << QByteArrayList{ "--timeout", "1", "Broken pipe" } << 2;
        QTest::newRow("no time") << QByteArrayList{ "--pid", "1", "--timeout", "0" } << 2;
        QTest::newRow("no process") << QByteArrayList{ "--pid", "2147483647" } << 1;
    }

    void wrongUses()
    {
        QFETCH(const QByteArrayList, arguments);
        QFETCH(const int, code);
        const PrivateDirectory directory;
        const ProgramPtr command = startPipeglass(QByteArrayList{ "explain" } + arguments);
        QCOMPARE(command->finish(), QByteArray());
        QCOMPARE(command->exitCode(), code);
    }
};

PIPEGLASS_PEER_TEST_MAIN(TestConnects)

} // namespace tst_connects

#include "tst_connects.moc"
