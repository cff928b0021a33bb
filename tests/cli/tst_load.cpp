// SPDX-License-Identifier: MIT
#include "cli/load/latencies.h"
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QFile>

#include <limits>

namespace tst_load {

using namespace pipeglass;
using namespace pipeglass::test;

QString rulesFile(const PrivateDirectory &directory, const QByteArray &rules)
{
    QFile file(QString::fromUtf8(directory.filePath("rules.toml")));
    if (!file.open(QIODevice::WriteOnly) || file.write(rules) != rules.size())
        qFatal("cannot write the rules");
    return file.fileName();
}

QJsonObject summaryOf(const Run &run)
{
    const QList<QJsonObject> objects = run.objects();
    return objects.isEmpty() ? QJsonObject() : objects.last();
}

int number(const QJsonObject &object, const char *key) { return object[QLatin1String(key)].toInt(-1); }

class TestLoad : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void latenciesAreFoundWithinOnePercent()
    {
        cli::Latencies latencies;
        QCOMPARE(latencies.percentile(0.5), 0);
        for (qint64 i = 1; i <= 10'000; ++i)
            latencies.add(i * 1000);
        QCOMPARE(latencies.count(), 10'000U);
        QCOMPARE(latencies.max(), 10'000'000);
        QVERIFY(qAbs(latencies.percentile(0.5) - 5'000'000) < 50'000);
        QVERIFY(qAbs(latencies.percentile(0.99) - 9'900'000) < 99'000);
        latencies.add(std::numeric_limits<qint64>::max());
        QCOMPARE(latencies.max(), std::numeric_limits<qint64>::max());
    }

    void everyMessageIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QByteArray>("clients");
        QTest::newRow("many clients") << QByteArray("[[rule]]\nreply='{upper}'\n") << QByteArray("300");
        QTest::newRow("one client") << QByteArray("[[rule]]\nreply='{upper}'\n") << QByteArray("1");
        // Each connection carries one message, and is made again for the next.
        QTest::newRow("closing server") << QByteArray("[[rule]]\nreply='x'\nthen='close'\n") << QByteArray("5");
    }
    void everyMessageIsAnswered()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QByteArray, clients);
        const PrivateDirectory directory;
        Run echo({ "echo", "p", "--rules", rulesFile(directory, rules).toUtf8() });
        echo.start();
        QTRY_VERIFY(!echo.out.lines().isEmpty());
        Run load({ "send", "p", "a", "b", "--count", "600", "--clients", clients, "--json" });
        QCOMPARE(load.startAndFinish(), 0);
        const QJsonObject summary = summaryOf(load);
        QCOMPARE(
            summary.keys(),
            QStringList({ QStringLiteral("answered"), QStringLiteral("errors"), QStringLiteral("latency"),
                          QStringLiteral("sent") }));
        QCOMPARE(number(summary, "sent"), 600);
        QCOMPARE(number(summary, "answered"), 600);
        QCOMPARE(number(summary, "errors"), 0);
        const QJsonObject latency = summary[QLatin1String("latency")].toObject();
        const double median = latency[QLatin1String("median")].toDouble();
        QVERIFY(median > 0 && median <= latency[QLatin1String("p99")].toDouble());
        QVERIFY(latency[QLatin1String("p99")].toDouble() <= latency[QLatin1String("max")].toDouble());
        echo.command->interrupt();
        QCOMPARE(echo.finish(), 0);
    }

    void unansweredMessagesAreErrors()
    {
        const PrivateDirectory directory;
        Run echo({ "echo", "p", "--rules", rulesFile(directory, "[[rule]]\nwhen_text='a'\nreply='x'\n").toUtf8() });
        echo.start();
        QTRY_VERIFY(!echo.out.lines().isEmpty());
        Run load({ "send", "p", "a", "b", "--count", "4", "--timeout", "0.2", "--json" });
        QCOMPARE(load.startAndFinish(), 1);
        QCOMPARE(number(summaryOf(load), "sent"), 4);
        QCOMPARE(number(summaryOf(load), "answered"), 2);
        QCOMPARE(number(summaryOf(load), "errors"), 2);
        QVERIFY2(load.err.flushed.contains("did not answer in time"), load.err.flushed.constData());
        echo.command->interrupt();
        QCOMPARE(echo.finish(), 0);
    }

    void theRateIsThatOfAllClients()
    {
        const PrivateDirectory directory;
        Run echo({ "echo", "p" });
        echo.start();
        QTRY_VERIFY(!echo.out.lines().isEmpty());
        QElapsedTimer timer;
        timer.start();
        Run load({ "send", "p", "a", "--count", "21", "--rate", "100", "--clients", "3" });
        QCOMPARE(load.startAndFinish(), 0);
        QVERIFY2(timer.elapsed() >= 195, QByteArray::number(timer.elapsed()).constData());
        QVERIFY2(load.out.flushed.startsWith("21 messages sent, 21 answered, 0 failed"), load.out.flushed.constData());
        QVERIFY(load.out.flushed.contains("latency: median "));
        echo.command->interrupt();
        QCOMPARE(echo.finish(), 0);
    }

    void wrongUses_data()
    {
        QTest::addColumn<QByteArrayList>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing to send") << QByteArrayList{ "p", "--count", "1" } << 2;
        QTest::newRow("no count") << QByteArrayList{ "p", "x", "--count", "0" } << 2;
        QTest::newRow("no rate") << QByteArrayList{ "p", "x", "--rate", "0" } << 2;
        QTest::newRow("too many") << QByteArrayList{ "p", "x", "--clients", "1000000" } << 2;
        QTest::newRow("until") << QByteArrayList{ "p", "x", "--count", "1", "--until", "x" } << 2;
        QTest::newRow("stdin") << QByteArrayList{ "p", "-", "--count", "1" } << 2;
        QTest::newRow("no pipe") << QByteArrayList{ "no-such-pipe-for-a-load", "x", "--count", "1" } << 3;
    }
    void wrongUses()
    {
        QFETCH(QByteArrayList, words);
        QFETCH(int, code);
        const PrivateDirectory directory;
        std::vector<QByteArray> all{ "send" };
        all.insert(all.end(), words.begin(), words.end());
        Run run(all);
        QCOMPARE(run.startAndFinish(), code);
        QCOMPARE(run.out.flushed, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestLoad)

} // namespace tst_load

#include "tst_load.moc"
