// SPDX-License-Identifier: MIT
#include "catalog/staleremoval.h"
#include "core/files/fileaside.h"
#include "core/system/accounts.h"
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_listing {

using namespace pipeglass;
using namespace pipeglass::test;

/// `pipeglass list` with .NET servers.
class TestListing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTheServer();
    void aKilledServerIsStale();
    void manyInstancesAreOneListener();
    void listingIsNeverAClient();
    void aProbeIsNotSeenByTheServer();
    void anotherNetworkNamespaceIsNeverStale();
    void twoServersUnderOneName();
    void anotherMountNamespace();
    void whoIsConnected();
};

/// The row of that pipe in the test's directory; empty if there is none.
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

QJsonArray rowsOf(const QByteArrayList &arguments)
{
    return QJsonDocument::fromJson(startPipeglass(arguments)->finish()).array();
}

QString stateOf(const QJsonObject &row) { return row[QLatin1String("state")].toString(); }

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

    // The server prints every connection, so the first one must be the sender.
    const ProgramPtr send = startPipeglass({ "send", "jobs", "hello", "--replies", "0" });
    (void)send->finish();
    QVERIFY(server->waitForLine("")); // the very next line
    QCOMPARE(server->line(), QByteArray("connected"));
    QVERIFY(server->waitForLine(""));
    QCOMPARE(server->line(), QByteArray("received hello"));
}

/// A server with one instance serves whoever connects.
void TestListing::aProbeIsNotSeenByTheServer()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "echo-server", "pipe_test1" });
    QVERIFY(server);
    const QByteArray path = directory.filePath("CoreFxPipe_pipe_test1");
    struct stat before { };
    struct stat after { };
    QCOMPARE(::stat(path.constData(), &before), 0);
    const UniqueFd there(::open(directory.path().constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const auto facts = factsOf(openLeaf(there.get(), "CoreFxPipe_pipe_test1")->get());
    QVERIFY(facts.has_value());
    const catalog::KnownFile file{ directory.path(), "CoreFxPipe_pipe_test1", facts->file };
    for (int i = 0; i < 1000; ++i)
        QVERIFY(catalog::bindingOf(file).binding == catalog::Binding::Stream);
    QCOMPARE(::stat(path.constData(), &after), 0);
    QCOMPARE(after.st_atim.tv_nsec, before.st_atim.tv_nsec);
    const QJsonObject pipe = row(directory, QStringLiteral("pipe_test1"));
    QCOMPARE(pipe[QLatin1String("waiting")].toInteger(-1), 0);
    QCOMPARE(pipe[QLatin1String("clients")].toInteger(-1), 0);
    const ProgramPtr send = startPipeglass({ "send", "pipe_test1", "test2" });
    QCOMPARE(send->finish(), QByteArray("Echo: test2\n"));
}

void TestListing::anotherNetworkNamespaceIsNeverStale()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServerElsewhere({ "echo-server", "far" });
    if (!server)
        QSKIP("a network namespace of its own needs root");
    // Only root can inspect what this user starts here.
    const QJsonObject pipe = row(directory, QStringLiteral("far"));
    if (::geteuid() == 0) {
        QCOMPARE(stateOf(pipe), QStringLiteral("listening"));
        QCOMPARE(pipe[QLatin1String("server")][0][QLatin1String("pid")].toInteger(), server->pid());
    } else {
        QCOMPARE(stateOf(pipe), QStringLiteral("unknown"));
    }
    const ProgramPtr clean = startPipeglass({ "clean", "far" });
    QCOMPARE(clean->finish(), QByteArray());
    QCOMPARE(clean->exitCode(), 1);
    const ProgramPtr send = startPipeglass({ "send", "far", "hello" });
    QCOMPARE(send->finish(), QByteArray("Echo: hello\n"));
}

void TestListing::twoServersUnderOneName()
{
    const PrivateDirectory directory;
    const ProgramPtr first = startPeerServer({ "echo-server", "twice" });
    const ProgramPtr second = startPeerServer({ "echo-server", "twice" });
    QVERIFY(first && second);
    QJsonArray rows = rowsOf({ "list", "--json", "--dir", directory.path() });
    QCOMPARE(rows.size(), 2);
    QCOMPARE(stateOf(rows[0].toObject()), QStringLiteral("listening"));
    QCOMPARE(rows[0][QLatin1String("took_over_from")].toInteger(), first->pid());
    QCOMPARE(stateOf(rows[1].toObject()), QStringLiteral("taken-over"));
    QCOMPARE(rows[1][QLatin1String("taken_over_by")].toInteger(), second->pid());
    // The second server serves its client, and binds the name again.
    const ProgramPtr client = startPeer({ "echo-client", "twice", "hello" });
    QCOMPARE(client->finish(), QByteArray("Echo: hello\n"));
}

void TestListing::anotherMountNamespace()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServerInPrivateTmp({ "echo-server", "hidden_away" });
    if (!server)
        QSKIP("a mount namespace of its own needs root");
    const auto find = [](const QJsonArray &rows) {
        for (const QJsonValue &row : rows) {
            if (row[QLatin1String("name")].toString() == QLatin1String("hidden_away"))
                return row.toObject();
        }
        return QJsonObject();
    };
    QVERIFY(find(rowsOf({ "list", "--json" })).isEmpty());
    const QJsonObject pipe = find(rowsOf({ "list", "--json", "--namespaces" }));
    QCOMPARE(stateOf(pipe), QStringLiteral("listening"));
    QVERIFY(pipe[QLatin1String("namespace")].isString());
    const QString path = pipe[QLatin1String("path")].toString();
    QVERIFY2(path.startsWith(QLatin1String("/proc/")), qPrintable(path));
    const ProgramPtr clean = startPipeglass({ "clean", path.toUtf8() });
    QCOMPARE(clean->finish(), QByteArray());
    QCOMPARE(clean->exitCode(), 1);
    const ProgramPtr send = startPipeglass({ "send", path.toUtf8(), "hello" });
    QVERIFY(send->finish().contains("Echo: hello"));
}

void TestListing::whoIsConnected()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "in-server", "jobs" });
    QVERIFY(server);
    const ProgramPtr client = startPipeglass({ "send", "jobs", "-", "--replies", "0" });
    QVERIFY(server->waitForLine("connected"));
    const QJsonObject pipe = QJsonDocument::fromJson(startPipeglass({ "show", "jobs", "--json" })->finish()).object();
    const QJsonArray connections = pipe[QLatin1String("connections")].toArray();
    QCOMPARE(connections.size(), 1);
    QCOMPARE(connections[0][QLatin1String("client")][QLatin1String("pid")].toInteger(), client->pid());
    QCOMPARE(connections[0][QLatin1String("server")][QLatin1String("pid")].toInteger(), server->pid());
    QCOMPARE(connections[0][QLatin1String("unread_by_server")].toInteger(-1), 0);
    QCOMPARE(connections[0][QLatin1String("unread_by_client")].toInteger(-1), 0);
}

PIPEGLASS_PEER_TEST_MAIN(TestListing)

} // namespace tst_listing

#include "tst_listing.moc"
