// SPDX-License-Identifier: MIT
#include "run.h"
#include "support/framings.h"
#include "support/mountnamespace.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QJsonArray>

#include <array>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_peekcommand {

using namespace pipeglass;
using namespace pipeglass::test;

bool put(const UniqueFd &fd, const QByteArray &bytes)
{
    return ::write(fd.get(), bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size();
}

QJsonArray arrayFrom(const Run &run) { return QJsonDocument::fromJson(run.out.flushed).array(); }

/// A pipe with one client.
struct Connected {
    PrivateDirectory directory;
    UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_x"));
    UniqueFd client = connectedSocket(directory.filePath("CoreFxPipe_x"));
    UniqueFd accepted = acceptedSocket(listener);
};

class TestPeekCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasTheFieldsOfTheContract()
    {
        const Connected pair;
        QVERIFY(put(pair.client, framed("hello")));
        Run run({ "peek", "x", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonArray all = arrayFrom(run);
        QCOMPARE(all.size(), 2);
        const QJsonObject toServer = all[0].toObject();
        QCOMPARE(
            toServer.keys(),
            QStringList({ QStringLiteral("bytes"), QStringLiteral("client"), QStringLiteral("complete"),
                          QStringLiteral("payload"), QStringLiteral("server"), QStringLiteral("to") }));
        QCOMPARE(toServer[QLatin1String("to")].toString(), QStringLiteral("server"));
        QCOMPARE(toServer[QLatin1String("bytes")].toInteger(), 9);
        QCOMPARE(toServer[QLatin1String("complete")].toBool(), true);
        QCOMPARE(QByteArray::fromBase64(toServer[QLatin1String("payload")].toString().toLatin1()), framed("hello"));
        QCOMPARE(toServer[QLatin1String("client")][QLatin1String("pid")].toInteger(), ::getpid());
        QCOMPARE(toServer[QLatin1String("server")][QLatin1String("pid")].toInteger(), ::getpid());
        const QJsonObject toClient = all[1].toObject();
        QCOMPARE(toClient[QLatin1String("to")].toString(), QStringLiteral("client"));
        QCOMPARE(toClient[QLatin1String("bytes")].toInteger(-1), 0);
        QCOMPARE(toClient[QLatin1String("complete")].toBool(), true);
        QCOMPARE(toClient[QLatin1String("payload")].toString(QStringLiteral("-")), QString());
    }

    void inWords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<std::vector<QByteArray>>("flags");
        QTest::addColumn<QByteArrayList>("lines");
        using Flags = std::vector<QByteArray>;
        QTest::newRow("int32le") << framed("a\x1b[31m") + framed("b") + "\3" << Flags{}
                                 << QByteArrayList{ "  message 1 (int32le), 6 bytes: a\\x1b[31m",
                                                    "  message 2 (int32le), 1 byte: b",
                                                    "    00000000  01 00 00 00 62                                    "
                                                    "|....b|",
                                                    "  incomplete message (int32le), 1 byte: \\x03" };
        QTest::newRow("raw") << QByteArray("login: ") << Flags{}
                             << QByteArrayList{ "  message 1 (raw), 7 bytes: login: " };
        QTest::newRow("line") << QByteArray("one\ntwo") << Flags{ "--framing", "line" }
                              << QByteArrayList{ "  message 1 (line), 3 bytes: one",
                                                 "  incomplete message (line), 3 bytes: two" };
    }

    void inWords()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const std::vector<QByteArray>, flags);
        QFETCH(const QByteArrayList, lines);
        const Connected pair;
        QVERIFY(put(pair.client, bytes));
        std::vector<QByteArray> words{ "peek", "x" };
        words.insert(words.end(), flags.begin(), flags.end());
        Run run(words);
        QCOMPARE(run.startAndFinish(), 0);
        const QList<QByteArray> printed = run.out.lines();
        for (const QByteArray &line : lines)
            QVERIFY2(printed.contains(line), run.out.flushed.constData());
        QVERIFY(printed.first().endsWith(": " + QByteArray::number(bytes.size()) + " bytes wait for the server"));
        QVERIFY(printed.last().endsWith(": nothing waits for the client"));
    }

    void endsWith_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<int>("code");
        QTest::newRow("nobody is connected") << QByteArray("listening") << 0;
        QTest::newRow("no such pipe") << QByteArray("absent") << 3;
        QTest::newRow("nobody listens") << QByteArray("stale") << 5;
        QTest::newRow("not yet listening") << QByteArray("bound") << 5;
        QTest::newRow("no socket") << QByteArray("file") << 1;
    }

    void endsWith()
    {
        QFETCH(const QByteArray, kind);
        QFETCH(const int, code);
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        UniqueFd socket;
        if (kind == "listening" || kind == "bound")
            socket = kind == "bound" ? boundSocket(path, SOCK_STREAM) : listeningSocket(path);
        else if (kind == "stale")
            makeStaleSocket(path);
        else if (kind == "file")
            socket = UniqueFd(::open(path.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
        Run run({ "peek", path, "--json" });
        QCOMPARE(run.startAndFinish(), code);
        QCOMPARE(run.out.flushed, code == 0 ? QByteArray("[]\n") : QByteArray());
        QVERIFY(!run.err.flushed.isEmpty());
    }

    void anOwnerWhoWouldNotice()
    {
        const Connected pair;
        QVERIFY(put(pair.client, "hello"));
        const int offset = 0;
        QCOMPARE(::setsockopt(pair.accepted.get(), SOL_SOCKET, SO_PEEK_OFF, &offset, sizeof offset), 0);
        Run run({ "peek", "x", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonObject toServer = arrayFrom(run)[0].toObject();
        QCOMPARE(toServer[QLatin1String("bytes")].toInteger(), 5);
        QCOMPARE(toServer[QLatin1String("complete")].toBool(true), false);
        QCOMPARE(toServer[QLatin1String("payload")].toString(QStringLiteral("-")), QString());
        QVERIFY(run.err.flushed.contains("SO_PEEK_OFF"));
    }

    void anotherUsersProcesses()
    {
        if (::geteuid() != 0)
            QSKIP("acting as another user takes root's rights");
        Connected pair;
        QVERIFY(put(pair.client, "secret"));
        QCOMPARE(::chmod(pair.directory.path().constData(), 0755), 0);
        constexpr unsigned nobody = 65'534;
        const int code = asUser(nobody, [&pair] {
            for (UniqueFd *inherited : { &pair.listener, &pair.client, &pair.accepted })
                inherited->reset();
            Run run({ "peek", "x", "--json" });
            const int exitCode = run.startAndFinish();
            const QJsonObject toServer = arrayFrom(run)[0].toObject();
            const bool tellsTheCount = toServer[QLatin1String("bytes")].toInteger() == 6
                && !toServer[QLatin1String("complete")].toBool(true)
                && toServer[QLatin1String("payload")].toString(QStringLiteral("-")).isEmpty();
            return tellsTheCount && run.err.flushed.contains("right to trace") ? exitCode : 98;
        });
        QCOMPARE(code, 4);
    }

    void anAnonymousPipe()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
        const UniqueFd reading(ends[0]);
        const UniqueFd writing(ends[1]);
        QVERIFY(put(writing, "through the pipe"));
        struct stat status { };
        QCOMPARE(::fstat(reading.get(), &status), 0);
        Run run({ "peek", "pipe:[" + QByteArray::number(quint64{ status.st_ino }) + ']', "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonArray all = arrayFrom(run);
        QCOMPARE(all.size(), 1);
        QCOMPARE(
            QByteArray::fromBase64(all[0][QLatin1String("payload")].toString().toLatin1()),
            QByteArray("through the pipe"));
    }
};

QTEST_GUILESS_MAIN(TestPeekCommand)

} // namespace tst_peekcommand

#include "tst_peekcommand.moc"
