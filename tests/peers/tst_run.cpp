// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace tst_run {

using namespace pipeglass;
using namespace pipeglass::test;

/// `pipeglass run` with .NET programs.
class TestRun : public QObject {
    Q_OBJECT

    static QMap<QString, int> eventsIn(const QByteArray &path)
    {
        QMap<QString, int> events;
        QFile log(QString::fromUtf8(path));
        if (!log.open(QIODevice::ReadOnly))
            return events;
        for (const QByteArray &line : log.readAll().split('\n'))
            ++events[QJsonDocument::fromJson(line).object().value(QLatin1String("event")).toString()];
        return events;
    }

private Q_SLOTS:
    void missesNothing_data()
    {
        QTest::addColumn<QByteArray>("server");
        QTest::newRow("classic") << QByteArray("echo-server");
        QTest::newRow("CurrentUserOnly") << QByteArray("current-user-server");
    }

    /// Server and clients are started by one script; clients come back to back.
    void missesNothing()
    {
        QFETCH(const QByteArray, server);
        constexpr int rounds = 50;
        const PrivateDirectory directory;
        const QByteArray log = directory.filePath("log");
        const QByteArray script = "\"$0\" " + server + " x >/dev/null & s=$!; \"$0\" loop-client x "
            + QByteArray::number(rounds) + " 0; kill $s";
        const ProgramPtr run = startPipeglass({ "run", "--log", log, "--", "sh", "-c", script, peerProgram() });
        QCOMPARE(run->finish(), "answered " + QByteArray::number(rounds) + " failed 0\n");
        QCOMPARE(run->exitCode(), 0);
        const QMap<QString, int> events = eventsIn(log);
        QCOMPARE(events.value(QStringLiteral("connected")), rounds);
        QCOMPARE(events.value(QStringLiteral("message")), 2 * rounds);
        QCOMPARE(events.value(QStringLiteral("missed")), 0);
    }

    /// Only the client is started by us.
    void recordsAnotherProgramsPipe()
    {
        constexpr int rounds = 50;
        const PrivateDirectory directory;
        const QByteArray log = directory.filePath("log");
        const ProgramPtr server = startPeerServer({ "echo-server", "x" });
        QVERIFY(server);
        const ProgramPtr run = startPipeglass(
            { "run", "--log", log, "--", peerProgram(), "loop-client", "x", QByteArray::number(rounds), "20" });
        const QByteArrayList words = run->finish().trimmed().split(' ');
        QCOMPARE(words.size(), 4);
        const QMap<QString, int> events = eventsIn(log);
        QVERIFY(words[1].toInt() > rounds / 2);
        QVERIFY(events.value(QStringLiteral("connected")) >= words[1].toInt());
        QVERIFY(events.value(QStringLiteral("message")) >= 2 * words[1].toInt());
        QCOMPARE(events.value(QStringLiteral("missed")), 0);
    }
};

PIPEGLASS_PEER_TEST_MAIN(TestRun)

} // namespace tst_run

#include "tst_run.moc"
