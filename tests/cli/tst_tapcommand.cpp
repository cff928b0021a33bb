// SPDX-License-Identifier: MIT
#include "capture/recording.h"
#include "cli/arguments/arguments.h"
#include "cli/messages/relayoptions.h"
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QElapsedTimer>
#include <QJsonObject>

#include <array>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tst_tapcommand {

using namespace pipeglass;
using namespace pipeglass::test;

Result<engine::RelayRules> rulesOf(const std::vector<QByteArray> &words)
{
    const auto arguments = cli::parseArguments(words, cli::relayFlags());
    return arguments ? cli::relayRules(*arguments) : Result<engine::RelayRules>(failure(arguments.error()));
}

QByteArray readNow(const UniqueFd &socket)
{
    std::array<char, 256> buffer{};
    const ssize_t size = ::recv(socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    return { buffer.data(), qMax<ssize_t>(0, size) };
}

/// Whether a client has been accepted, now or before.
bool acceptNow(const UniqueFd &listener, UniqueFd &client)
{
    if (!client.isValid())
        client = UniqueFd(::accept4(listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    return client.isValid();
}

class TestTapCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rulesAreParsed()
    {
        const auto rules = rulesOf({ "--rate", "64k", "--delay", "0.25", "--jitter", "0.1", "--cut-after", "1M" });
        QVERIFY(rules);
        QCOMPARE(rules->from.client, rules->from.server);
        QCOMPARE(
            rules->from.client, (engine::DirectionRules{ .bytesPerSecond = 65536, .delayMs = 250, .jitterMs = 100 }));
        QCOMPARE(rules->cutAfterBytes, qint64{ 1 } << 20U);
        QCOMPARE(rules->cutAfterMs, 0);
        QCOMPARE(rulesOf({ "--cut-after", "2.5s" })->cutAfterMs, 2500);
        QCOMPARE(rulesOf({ "--cut-after", "300ms" })->cutAfterMs, 300);
        QVERIFY(rulesOf({}).value() == engine::RelayRules());
    }

    void badRulesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("flag");
        QTest::addColumn<QByteArray>("value");
        for (const char *value : { "", "0", "1.5", "-1", "x" })
            QTest::addRow("rate '%s'", value) << QByteArray("--rate") << QByteArray(value);
        for (const char *value : { "", "-1", "1s" })
            QTest::addRow("delay '%s'", value) << QByteArray("--delay") << QByteArray(value);
        for (const char *value : { "", "0", "s", "ms", "0s", "-1s", "1.5ms", "5m ", "99999999999ms" })
            QTest::addRow("cut-after '%s'", value) << QByteArray("--cut-after") << QByteArray(value);
    }

    void badRulesAreRefused()
    {
        QFETCH(QByteArray, flag);
        QFETCH(QByteArray, value);
        Run run({ "tap", "x", flag, value });
        QCOMPARE(run.startAndFinish(), 2);
        QVERIFY(!run.err.lines().isEmpty());
    }

    /// By default the framing is guessed for each side, told, and recorded.
    void theFramingIsGuessed()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        const QByteArray file = directory.filePath("tap.pcapng");
        const UniqueFd listener = listeningSocket(path);
        QCOMPARE(::fcntl(listener.get(), F_SETFL, O_NONBLOCK), 0);
        Run run({ "tap", path, "--for", "20", "--json", "--record", file });
        run.start();
        QTRY_VERIFY(!run.objects().isEmpty());
        UniqueFd client = connectedSocket(path);
        UniqueFd server;
        QTRY_VERIFY(acceptNow(listener, server));
        const QByteArray request("\5\0\0\0hello\5\0\0\0world", 18);
        QCOMPARE(::send(client.get(), request.data(), 18, 0), ssize_t{ 18 });
        QCOMPARE(::send(server.get(), "first line\nsecond line\n", 23, 0), ssize_t{ 23 });
        const auto guessed = [](const QList<QJsonObject> &objects) {
            QStringList all;
            for (const QJsonObject &object : objects) {
                if (object.value(QStringLiteral("event")) == QStringLiteral("framing-guessed"))
                    all += (object.contains(QStringLiteral("from")) ? object.value(QStringLiteral("from"))
                                                                    : object.value(QStringLiteral("side")))
                               .toString()
                        + QLatin1Char('=') + object.value(QStringLiteral("framing")).toString();
            }
            all.sort();
            return all;
        };
        const QStringList expected{ QStringLiteral("client=int32le"), QStringLiteral("server=line") };
        QTRY_COMPARE(guessed(run.objects()), expected);
        client.reset();
        server.reset();
        run.command->interrupt();
        QCOMPARE(run.finish(), 0);

        Run read({ "read", file, "--json", "--events" });
        QCOMPARE(read.startAndFinish(), 0);
        QCOMPARE(guessed(read.objects()), expected);
        const auto recording = capture::Recording::open(file);
        QVERIFY(recording);
        QCOMPARE((*recording)->connection({ 1 })->framing, (PerSide<QByteArray>{ "int32le", "line" }));
    }

    /// Of a client that the server had not accepted when it made its pipe anew.
    void aHeldClientIsTold()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_held");
        UniqueFd listener = listeningSocket(path);
        Run run({ "tap", path, "--framing", "raw", "--for", "20", "--json" });
        run.start();
        QTRY_VERIFY(!run.objects().isEmpty());
        UniqueFd client = connectedSocket(path);
        QTest::qWait(50); // it is in the backlog of the server
        QCOMPARE(::unlink(path.constData()), 0);
        listener.reset();
        QTest::qWait(20);
        listener = listeningSocket(path);
        const auto named = [&run](const char *name) {
            for (const QJsonObject &object : run.objects()) {
                if (object.value(QStringLiteral("event")) == QLatin1String(name))
                    return object;
            }
            return QJsonObject();
        };
        QTRY_VERIFY(!named("recreated").isEmpty());
        QCOMPARE(::fcntl(listener.get(), F_SETFL, O_NONBLOCK), 0);
        UniqueFd server;
        QTRY_VERIFY(acceptNow(listener, server));
        QTRY_VERIFY(!named("held").isEmpty());
        QCOMPARE(
            named("held").value(QStringLiteral("connection")), named("connected").value(QStringLiteral("connection")));
        const QList<QJsonObject> all = run.objects();
        QVERIFY(all.indexOf(named("connected")) < all.indexOf(named("held")));
        client.reset();
        server.reset();
        run.command->interrupt();
        QCOMPARE(run.finish(), 0);
    }

    /// The first one gives the name back, the second one ends the connection that goes on.
    void twoInterruptsEndIt()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_open");
        const UniqueFd listener = listeningSocket(path);
        QCOMPARE(::fcntl(listener.get(), F_SETFL, O_NONBLOCK), 0);
        Run run({ "tap", path, "--framing", "raw", "--for", "20", "--json" });
        run.start();
        QTRY_VERIFY(!run.objects().isEmpty());
        const UniqueFd client = connectedSocket(path);
        UniqueFd server;
        QTRY_VERIFY(acceptNow(listener, server));
        const auto last = [&run] { return run.objects().last().value(QStringLiteral("event")).toString(); };
        QTRY_COMPARE(last(), QStringLiteral("connected"));
        QCOMPARE(run.command->expectedInterrupts(), 2);
        run.command->interrupt();
        QTRY_COMPARE(last(), QStringLiteral("left"));
        QCOMPARE(::send(client.get(), "x", 1, 0), ssize_t{ 1 });
        QByteArray read;
        QTRY_COMPARE(read += readNow(server), QByteArray("x"));
        QCOMPARE(run.exitCode, -1);
        run.command->interrupt();
        QCOMPARE(run.finish(), 0);
        QCOMPARE(last(), QStringLiteral("closed"));
    }

    /// The real thing: bytes come late, and the connection is cut.
    void delaysAndCuts()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_slow");
        const UniqueFd listener = listeningSocket(path);
        QCOMPARE(::fcntl(listener.get(), F_SETFL, O_NONBLOCK), 0);
        Run run({ "tap", path, "--framing", "raw", "--delay", "0.05", "--cut-after", "5", "--for", "20", "--json" });
        run.start();
        QTRY_VERIFY(!run.objects().isEmpty());
        const UniqueFd client = connectedSocket(path);
        UniqueFd server;
        QTRY_VERIFY(acceptNow(listener, server));
        QElapsedTimer time;
        time.start();
        QCOMPARE(::send(client.get(), "0123456789", 10, 0), ssize_t{ 10 });
        QByteArray read;
        QTRY_VERIFY((read += readNow(server)).size() >= 5);
        QVERIFY(time.elapsed() >= 50);
        QTRY_COMPARE(run.objects().last().value(QStringLiteral("event")).toString(), QStringLiteral("closed"));
        QCOMPARE(read + readNow(server), QByteArray("01234"));
        run.command->interrupt();
        QCOMPARE(run.finish(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTapCommand)

} // namespace tst_tapcommand

#include "tst_tapcommand.moc"
