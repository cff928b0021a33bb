// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

namespace tst_tap {

using namespace pipeglass;
using namespace pipeglass::test;

/// `pipeglass tap` between .NET programs.
class TestTap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsBothSides_data();
    void showsBothSides();
    void theClassicLoop();
};

struct Told {
    QMap<QString, int> events;
    QStringList texts; ///< "client: ...", "server: ..."
    int missed = 0;
};

Told toldBy(const QByteArray &lines)
{
    Told told;
    for (const QByteArray &line : lines.split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        const QString name = event.value(QLatin1String("event")).toString();
        ++told.events[name];
        if (name == QLatin1String("message"))
            told.texts += event.value(QLatin1String("from")).toString() + QLatin1String(": ")
                + event.value(QLatin1String("text")).toString();
        told.missed += event.value(QLatin1String("count")).toInt();
    }
    return told;
}

void TestTap::showsBothSides_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::newRow("classic") << QByteArray("echo-server");
    QTest::newRow("CurrentUserOnly at both ends") << QByteArray("current-user-server");
}

void TestTap::showsBothSides()
{
    QFETCH(const QByteArray, server);
    const PrivateDirectory directory;
    const ProgramPtr dotnet = startPeerServer({ server, "tapped" });
    QVERIFY(dotnet);
    const ProgramPtr tap = startPipeglass({ "tap", "tapped", "--json" });
    QVERIFY(tap->waitForLine("{\"event\":\"tapped\""));
    const ProgramPtr client = startPeer({ "loop-client", "tapped", "1", "0" });
    QCOMPARE(client->finish(), QByteArray("answered 1 failed 0\n"));
    QVERIFY(dotnet->waitForLine("received round 0"));
    QVERIFY(dotnet->waitForLine("listening")); // it has made its pipe anew
    QVERIFY(tap->waitForLine("{\"event\":\"connected\""));
    tap->signal(SIGINT);
    const Told told = toldBy(tap->finish());
    QCOMPARE(tap->exitCode(), 0);
    QCOMPARE(told.texts, QStringList({ QStringLiteral("client: round 0"), QStringLiteral("server: Echo: round 0") }));
    QCOMPARE(told.events.value(QStringLiteral("closed")), 1);
    QCOMPARE(told.events.value(QStringLiteral("left")), 1);
    // The name leads to the server, and nothing else of the tap is left.
    const ProgramPtr after = startPeer({ "loop-client", "tapped", "1", "0" });
    QCOMPARE(after->finish(), QByteArray("answered 1 failed 0\n"));
    const auto hidden = QDir(QString::fromUtf8(directory.path()))
                            .entryList({ QStringLiteral(".pipeglass-*") }, QDir::System | QDir::Hidden | QDir::Files);
    QCOMPARE(hidden, QStringList());
}

/// Clients one after the other at a server that makes its pipe anew for each, with a moment between them.
void TestTap::theClassicLoop()
{
    constexpr int rounds = 100;
    const PrivateDirectory directory;
    const ProgramPtr dotnet = startPeerServer({ "echo-server", "loop" });
    QVERIFY(dotnet);
    const ProgramPtr tap = startPipeglass({ "tap", "loop", "--json" });
    QVERIFY(tap->waitForLine("{\"event\":\"tapped\""));
    const ProgramPtr clients = startPeer({ "loop-client", "loop", QByteArray::number(rounds), "20" });
    // One that comes while the server closes its listener fails, with or without a tap.
    const int failed = clients->finish().split(' ').last().trimmed().toInt();
    QVERIFY2(failed <= 2, QByteArray::number(failed).constData());
    tap->signal(SIGINT);
    const Told told = toldBy(tap->finish());
    QCOMPARE(tap->exitCode(), 0);
    const int seen = told.events.value(QStringLiteral("connected"));
    QVERIFY2(
        seen + told.missed >= rounds - failed,
        qPrintable(QStringLiteral("%1 seen, %2 missed").arg(seen).arg(told.missed)));
    QVERIFY(seen > rounds / 2);
    QCOMPARE(told.texts.size(), 2 * seen);
}

PIPEGLASS_PEER_TEST_MAIN(TestTap)

} // namespace tst_tap

#include "tst_tap.moc"
