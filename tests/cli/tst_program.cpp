// SPDX-License-Identifier: MIT
#include "child.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <pty.h>

namespace tst_program {

using namespace pipeglass;
using namespace pipeglass::test;

using Words = std::vector<QByteArray>;
void echoing(TestServer &server)
{
    server.onBytes = [](int fd, const QByteArray &bytes) { TestServer::write(fd, bytes); };
}

/// The executable: argv, signals, descriptors, exit codes.
class TestProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void exitCodes_data()
    {
        QTest::addColumn<Words>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("version") << Words{ "--version" } << 0;
        QTest::newRow("help") << Words{ "help", "send" } << 0;
        QTest::newRow("list") << Words{ "list" } << 0;
        QTest::newRow("no recording") << Words{ "read", "/dev/null" } << 1;
        QTest::newRow("no directory") << Words{ "list", "--dir", "/nowhere-at-all" } << 1;
        QTest::newRow("unknown verb") << Words{ "dance" } << 2;
        QTest::newRow("unknown flag") << Words{ "list", "--dance" } << 2;
        QTest::newRow("long path") << Words{ "echo", "/tmp/" + QByteArray(110, 'x') } << 2;
        QTest::newRow("no such pipe") << Words{ "send", "nobody-has-this-name", "x" } << 3;
        QTest::newRow("nobody listens") << Words{ "send", "stale", "x" } << 5;
        QTest::newRow("silence") << Words{ "send", "silent", "x", "--timeout", "0.1" } << 6;
    }

    void exitCodes()
    {
        QFETCH(Words, words);
        QFETCH(int, code);
        const PrivateDirectory directory;
        boundSocket(directory.filePath("CoreFxPipe_stale")).reset();
        const TestServer silent(directory.filePath("CoreFxPipe_silent"));
        Child child(words);
        QCOMPARE(child.finish(), code);
        QCOMPARE(child.err.isEmpty(), code == 0);
    }

    void namesOfAnyBytes()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_a\xff\n\x1b"));
        echoing(server);
        Child send({ "send", "a\xff\n\x1b", "\xfe" });
        QCOMPARE(send.finish(), 0);
        QCOMPARE(send.out, QByteArray("\xfe\n"));
        Child byRow({ "send", "CoreFxPipe_a\\xff\\x0a\\x1b", "x" });
        QCOMPARE(byRow.finish(), 0);
        Child list({ "list", "--json", "--dir", directory.path() });
        QCOMPARE(list.finish(), 0);
        const QJsonArray rows = QJsonDocument::fromJson(list.out).array();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(
            QByteArray::fromBase64(rows[0][QLatin1String("path_bytes")].toString().toLatin1()),
            directory.filePath("CoreFxPipe_a\xff\n\x1b"));
    }

    void anInterruptedEchoIsGoodAndLeavesNothing_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("INT") << SIGINT;
        QTest::newRow("TERM") << SIGTERM;
        QTest::newRow("HUP") << SIGHUP;
    }

    void anInterruptedEchoIsGoodAndLeavesNothing()
    {
        QFETCH(int, signal);
        const PrivateDirectory directory;
        Child echo({ "echo", "p" });
        QVERIFY(echo.waitForOut(" listening "));
        Child send({ "send", "p", "test2" });
        QCOMPARE(send.finish(), 0);
        QCOMPARE(send.out, QByteArray("Echo: test2\n"));
        echo.signal(signal);
        QCOMPARE(echo.finish(), 0);
        QVERIFY(!QFile::exists(QString::fromUtf8(directory.filePath("CoreFxPipe_p"))));
    }

    void otherVerbsEndWith130()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        Child send({ "send", "p", "--timeout", "0" });
        QTRY_COMPARE(server.clientCount, 1);
        send.signal(SIGINT);
        QCOMPARE(send.finish(), 130);
        Child watch({ "list", "--watch", "--dir", directory.path() });
        QVERIFY(watch.waitForOut("added    p  listening"));
        watch.signal(SIGINT);
        QCOMPARE(watch.finish(), 130);
    }

    void aReaderThatLeavesEndsItQuietly()
    {
        const PrivateDirectory directory;
        const TestServer server(directory.filePath("CoreFxPipe_p"));
        Child watch({ "list", "--watch", "--dir", directory.path() });
        QVERIFY(watch.waitForOut("added"));
        watch.closeOut();
        QCOMPARE(watch.finish(), 0);
        QCOMPARE(watch.err, QByteArray());
    }

    void slowReaderDoesNotBlock()
    {
        const PrivateDirectory directory;
        Child echo({ "echo", "p", "--json" });
        QVERIFY(echo.waitForOut("listening"));
        // Unread events of several times the capacity of a pipe.
        Words words{ "send", "p" };
        words.insert(words.end(), 1000, QByteArray(200, 'x'));
        Child send(words);
        QCOMPARE(send.finish(), 0);
        QCOMPARE(send.out.count('\n'), 1000);
        echo.signal(SIGINT);
        QCOMPARE(echo.finish(), 0);
        QCOMPARE(echo.out.count("\"event\":\"message\""), 2000);
    }

    void aTerminalSeesEscapedRepliesAndAFileTheExactBytes()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        echoing(server);
        int master = -1;
        int slave = -1;
        QCOMPARE(::openpty(&master, &slave, nullptr, nullptr, nullptr), 0);
        const UniqueFd ours(master);
        const UniqueFd theirs(slave);
        Child onTerminal({ "send", "p", "a\x1b[31m" }, theirs.get());
        QCOMPARE(onTerminal.finish(), 0);
        std::array<char, 256> shown{};
        const ssize_t size = ::read(ours.get(), shown.data(), shown.size());
        QCOMPARE(QByteArray(shown.data(), qMax<ssize_t>(0, size)), QByteArray("a\\x1b[31m\r\n"));
        Child intoPipe({ "send", "p", "a\x1b[31m" });
        QCOMPARE(intoPipe.finish(), 0);
        QCOMPARE(intoPipe.out, QByteArray("a\x1b[31m\n"));
    }

    void linesOfStdin()
    {
        const PrivateDirectory directory;
        TestServer server(directory.filePath("CoreFxPipe_p"));
        echoing(server);
        QFile lines(QString::fromUtf8(directory.filePath("lines")));
        QVERIFY(lines.open(QIODevice::ReadWrite));
        lines.write("one\ntwo\nthree");
        QVERIFY(lines.flush());
        QVERIFY(lines.seek(0));
        Child send({ "send", "p", "-" }, -1, lines.handle());
        QCOMPARE(send.finish(), 0);
        QCOMPARE(send.out, QByteArray("one\ntwo\nthree\n"));
        Child empty({ "send", "p", "-" });
        QCOMPARE(empty.finish(), 0);
        QCOMPARE(empty.out, QByteArray());
    }

    void aFullDiskIsSaid()
    {
        const UniqueFd full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
        if (!full.isValid())
            QSKIP("no /dev/full here");
        Child child({ "help" }, full.get());
        QCOMPARE(child.finish(), 1);
        QVERIFY(child.err.contains("No space left"));
    }

    void isQuietInAnyLocale()
    {
        const QByteArray before = qgetenv("LC_ALL");
        qputenv("LC_ALL", "C");
        Child child({ "--version" });
        qputenv("LC_ALL", before);
        QCOMPARE(child.finish(), 0);
        QCOMPARE(child.err, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestProgram)

} // namespace tst_program

#include "tst_program.moc"
