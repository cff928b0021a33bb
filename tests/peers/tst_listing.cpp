// SPDX-License-Identifier: MIT
#include "core/accounts.h"
#include "program.h"
#include "support/privatedirectory.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <csignal>

#include <sys/stat.h>
#include <unistd.h>

using namespace pipeglass;
using namespace pipeglass::test;

/// `pipeglass list` beside .NET servers.
class TestListing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTheServer();
    void aKilledServerIsStale();
    void manyInstancesAreOneListener();
    void listingIsNeverAClient();
    void anotherNetworkNamespaceIsNeverStale();
};

namespace {

/// The row of that .NET pipe in the test's own directory; empty where there is none.
QJsonObject row(const PrivateDirectory &directory, const QString &name)
{
    const ProgramPtr list = startPipeglass({ "list", "--json", "--dir", directory.path() });
    const QJsonArray rows = QJsonDocument::fromJson(list->finish()).array();
    for (const QJsonValue &value : rows) {
        if (value[QLatin1String("name")].toString() == name)
            return value.toObject();
    }
    return {};
}

QString stateOf(const QJsonObject &row) { return row[QLatin1String("state")].toString(); }

} // namespace

void TestListing::namesTheServer()
{
    const PrivateDirectory directory;
    const mode_t before = ::umask(027);
    const ProgramPtr server = startPeerServer({ "echo-server", "pipe_test1" });
    ::umask(before);
    QVERIFY(server);

    const QJsonObject pipe = row(directory, QStringLiteral("pipe_test1"));
    QCOMPARE(pipe[QLatin1String("file")].toString(), QStringLiteral("CoreFxPipe_pipe_test1"));
    QCOMPARE(stateOf(pipe), QStringLiteral("listening"));
    QCOMPARE(pipe[QLatin1String("mode")].toString(), QStringLiteral("0750"));
    QCOMPARE(pipe[QLatin1String("uid")].toInteger(), qint64{ ::geteuid() });
    QCOMPARE(pipe[QLatin1String("owner")].toString(), userName(::geteuid()));
    const QJsonArray holders = pipe[QLatin1String("server")].toArray();
    QCOMPARE(holders.size(), 1);
    QCOMPARE(holders[0][QLatin1String("pid")].toInteger(), server->pid());
    QCOMPARE(holders[0][QLatin1String("program")].toString(), QStringLiteral("pipepeer"));
    QCOMPARE(holders[0][QLatin1String("user")].toString(), userName(::geteuid()));
}

void TestListing::aKilledServerIsStale()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "echo-server", "pipe_test1" });
    QVERIFY(server);
    server->signal(SIGKILL);
    (void)server->finish();
    const QJsonObject pipe = row(directory, QStringLiteral("pipe_test1"));
    QCOMPARE(stateOf(pipe), QStringLiteral("stale"));
    QVERIFY(pipe[QLatin1String("server")].toArray().isEmpty());
}

void TestListing::manyInstancesAreOneListener()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "multi-server", "many", "8" });
    QVERIFY(server);
    const QJsonObject pipe = row(directory, QStringLiteral("many"));
    QCOMPARE(stateOf(pipe), QStringLiteral("listening"));
    QCOMPARE(pipe[QLatin1String("server")].toArray().size(), 1);
}

void TestListing::listingIsNeverAClient()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "in-server", "jobs" });
    QVERIFY(server);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(stateOf(row(directory, QStringLiteral("jobs"))), QStringLiteral("listening"));

    // Whoever connects is heard of, so the first one heard of must be the one that sends.
    const ProgramPtr send = startPipeglass({ "send", "jobs", "hello", "--replies", "0" });
    (void)send->finish();
    QVERIFY(server->waitForLine("")); // the very next line
    QCOMPARE(server->line(), QByteArray("connected"));
    QVERIFY(server->waitForLine(""));
    QCOMPARE(server->line(), QByteArray("received hello"));
}

void TestListing::anotherNetworkNamespaceIsNeverStale()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServerElsewhere({ "echo-server", "far" });
    if (!server)
        QSKIP("a network namespace of its own needs root");
    const QString state = stateOf(row(directory, QStringLiteral("far")));
    QVERIFY2(state == QLatin1String("listening") || state == QLatin1String("unknown"), qPrintable(state));
}

PIPEGLASS_PEER_TEST_MAIN(TestListing)

#include "tst_listing.moc"
