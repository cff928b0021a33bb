// SPDX-License-Identifier: MIT
#include "support/framings.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testclient.h"
#include "testserver.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <csignal>

namespace tst_enginethread {

using namespace pipeglass;
using namespace pipeglass::test;

/// The engine's thread must not look anything up: it would block all conversations. In the command it is the main
/// thread.
class TestEngineThread : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;

    /// The system calls of the main thread after the program's initialization.
    [[nodiscard]] static QByteArrayList callsOfFirstThread(const QByteArray &trace)
    {
        QByteArrayList calls;
        const QByteArrayList lines = trace.split('\n');
        const QByteArray first = lines.first().split(' ').first() + ' ';
        bool hasBegun = false;
        for (const QByteArray &line : lines) {
            // Raising the descriptor limit is the last step of main() before it creates the command.
            hasBegun = hasBegun || line.contains("RLIMIT_NOFILE");
            if (hasBegun && line.startsWith(first))
                calls.append(line);
        }
        return calls;
    }

    static void check(const QByteArrayList &calls)
    {
        QVERIFY(!calls.isEmpty());
        for (const QByteArray &call : calls) {
            QVERIFY2(!(call.contains("open") && call.contains("\"/proc")), call.constData());
            QVERIFY2(!(call.contains("readlink") && call.contains("\"/proc")), call.constData());
            QVERIFY2(!call.contains("AF_NETLINK"), call.constData());
            QVERIFY2(!call.contains("/etc/passwd") && !call.contains("/etc/group"), call.constData());
            QVERIFY2(!call.contains("nsswitch") && !call.contains("nscd") && !call.contains("sssd"), call.constData());
        }
    }

    [[nodiscard]] QByteArray traced(const char *name) const
    {
        QFile file(QString::fromUtf8(m_directory.filePath(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void start(QProcess &process, const char *trace, const QByteArrayList &words) const
    {
        QStringList arguments{ QStringLiteral("-f"),
                               QStringLiteral("-o"),
                               QString::fromUtf8(m_directory.filePath(trace)),
                               QStringLiteral("-e"),
                               QStringLiteral("trace=%file,socket,connect,prlimit64,setrlimit"),
                               QStringLiteral(PIPEGLASS_COMMAND) };
        for (const QByteArray &word : words)
            arguments.append(QString::fromUtf8(word));
        process.start(QStringLiteral("strace"), arguments);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("strace")).isEmpty())
            QSKIP("strace is not installed");
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("the sanitizers do not work in a traced program");
#endif
    }

    void hostingAHundredClients()
    {
        const QByteArray path = m_directory.filePath("host");
        QProcess host;
        start(host, "host.trace", { "echo", path });
        QByteArray output;
        QTRY_VERIFY_WITH_TIMEOUT((output += host.readAllStandardOutput(), output.contains("listening")), 20'000);
        {
            std::vector<std::unique_ptr<Client>> clients;
            for (int i = 0; i < 100; ++i) {
                clients.push_back(std::make_unique<Client>(path));
                clients.back()->send(framed("x"));
            }
            for (const auto &client : clients)
                QCOMPARE(client->receive(11), framed("Echo: x"));
        }
        ::kill(traced("host.trace").split(' ').first().toInt(), SIGINT); // the program, not strace
        QVERIFY(host.waitForFinished(20'000));
        check(callsOfFirstThread(traced("host.trace")));
    }

    void attaching()
    {
        TestServer server(m_directory.filePath("server"));
        server.onBytes = [](int fd, const QByteArray &bytes) { TestServer::write(fd, bytes); };
        QProcess send;
        start(send, "send.trace", { "send", m_directory.filePath("server"), "hello" });
        QTRY_COMPARE_WITH_TIMEOUT(send.state(), QProcess::NotRunning, 20'000);
        QCOMPARE(send.exitCode(), 0);
        check(callsOfFirstThread(traced("send.trace")));
    }
};

QTEST_GUILESS_MAIN(TestEngineThread)

} // namespace tst_enginethread

#include "tst_enginethread.moc"
