// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace tst_diagnostics {

using namespace pipeglass;
using namespace pipeglass::test;

/// `pipeglass send` asks a real runtime.
class TestDiagnostics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void processInfo2();
};

void TestDiagnostics::processInfo2()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "echo-server", "x" });
    QVERIFY(server);
    const QDir files(QString::fromUtf8(directory.path()));
    const QStringList sockets = files.entryList(
        { QStringLiteral("dotnet-diagnostic-%1-*-socket").arg(server->pid()) }, QDir::System | QDir::Files);
    QCOMPARE(sockets.size(), 1);
    const QByteArray socket = directory.filePath(sockets.front().toUtf8());
    const ProgramPtr send =
        startPipeglass({ "send", socket, "--framing", "dotnet-ipc", "--hex", "04040000", "--decode", "--json" });
    const QByteArray answer = send->finish().trimmed();
    QCOMPARE(send->exitCode(), 0);
    QMap<QString, QString> values;
    const QJsonObject tree =
        QJsonDocument::fromJson(answer.split('\n').last()).object().value(QLatin1String("tree")).toObject();
    for (const QJsonValue &child : tree.value(QLatin1String("children")).toArray())
        values[child[QLatin1String("name")].toString()] = child[QLatin1String("value")].toVariant().toString();
    QCOMPARE(values.value(QStringLiteral("command")), QStringLiteral("OK (0)"));
    QCOMPARE(values.value(QStringLiteral("pid")), QString::number(server->pid()));
    QCOMPARE(values.value(QStringLiteral("operatingSystem")), QStringLiteral("Linux"));
    QCOMPARE(values.value(QStringLiteral("entryAssembly")), QStringLiteral("pipepeer"));
    QVERIFY(values.value(QStringLiteral("commandLine")).contains(QStringLiteral("echo-server")));
}

PIPEGLASS_PEER_TEST_MAIN(TestDiagnostics)

} // namespace tst_diagnostics

#include "tst_diagnostics.moc"
