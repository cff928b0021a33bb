// SPDX-License-Identifier: MIT
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testserver.h"

#include <QJsonArray>

#include <sys/stat.h>

namespace tst_listcommand {

using namespace pipeglass;
using namespace pipeglass::test;

QList<QJsonObject> rows(const Run &run)
{
    QList<QJsonObject> all;
    const QJsonArray array = QJsonDocument::fromJson(run.out.flushed).array();
    for (const QJsonValue &value : array)
        all += value.toObject();
    return all;
}

QString text(const QJsonObject &object, const char *key) { return object[QLatin1String(key)].toString(); }

UniqueFd connectTo(const QByteArray &path)
{
    UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(static_cast<void *>(address.sun_path), path.constData(), static_cast<size_t>(path.size()));
    (void)::connect(fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof(address));
    return fd;
}

UniqueFd listeningSocket(const QByteArray &path)
{
    UniqueFd fd = boundSocket(path);
    ::listen(fd.get(), 5);
    return fd;
}

class TestListCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSaidOnStderr()
    {
        const PrivateDirectory directory;
        Run table({ "list", "--dir", directory.path() });
        QCOMPARE(table.startAndFinish(), 0);
        QCOMPARE(table.out.flushed, QByteArray());
        QCOMPARE(table.err.flushed, "pipeglass: There is no pipe in " + directory.path() + ".\n");
        Run json({ "list", "--json", "--dir", directory.path() });
        QCOMPARE(json.startAndFinish(), 0);
        QCOMPARE(json.out.flushed, QByteArray("[]\n"));
    }

    void tellsStates()
    {
        const PrivateDirectory directory;
        const UniqueFd listening = listeningSocket(directory.filePath("CoreFxPipe_a"));
        const UniqueFd bound = boundSocket(directory.filePath("CoreFxPipe_b"));
        boundSocket(directory.filePath("CoreFxPipe_c")).reset();
        QCOMPARE(::mkfifo(directory.filePath("CoreFxPipe_d").constData(), 0600), 0);
        QCOMPARE(::symlink("CoreFxPipe_a", directory.filePath("CoreFxPipe_e").constData()), 0);
        Run run({ "list", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        QMap<QString, QString> states;
        for (const QJsonObject &row : rows(run)) {
            if (text(row, "path").startsWith(QString::fromUtf8(directory.path())))
                states.insert(text(row, "name"), text(row, "type") + QLatin1Char(' ') + text(row, "state"));
        }
        const QMap<QString, QString> expected{
            { QStringLiteral("a"), QStringLiteral("socket listening") },
            { QStringLiteral("b"), QStringLiteral("socket bound") },
            { QStringLiteral("c"), QStringLiteral("socket stale") },
            { QStringLiteral("d"), QStringLiteral("fifo unknown") },
            { QStringLiteral("e"), QStringLiteral("other unknown") },
        };
        QCOMPARE(states, expected);
    }

    void namesTheServer()
    {
        const PrivateDirectory directory;
        const UniqueFd listening = listeningSocket(directory.filePath("CoreFxPipe_a"));
        Run run({ "list", "--json", "--dir", directory.path() });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonArray server = rows(run).value(0)[QLatin1String("server")].toArray();
        QCOMPARE(server.size(), 1);
        QCOMPARE(server[0][QLatin1String("pid")].toInteger(), QCoreApplication::applicationPid());
        QCOMPARE(server[0][QLatin1String("program")].toString(), QStringLiteral("tests_cli"));
        Run table({ "list", "--dir", directory.path() });
        QCOMPARE(table.startAndFinish(), 0);
        QCOMPARE(table.out.lines().size(), 2);
        QVERIFY(table.out.lines()[1].contains("tests_cli " + QByteArray::number(::getpid())));
    }

    void hostileNamesAreEscaped()
    {
        const PrivateDirectory directory;
        const QByteArray file("CoreFxPipe_a\xff\n\x1b[31m\xe2\x80\xae\\");
        const UniqueFd listening = listeningSocket(directory.filePath(file));
        Run json({ "list", "--json", "--dir", directory.path() });
        QCOMPARE(json.startAndFinish(), 0);
        const QJsonObject row = rows(json).value(0);
        QCOMPARE(text(row, "name"), QStringLiteral("a\\xff\\x0a\\x1b[31m\\xe2\\x80\\xae\\x5c"));
        QCOMPARE(QByteArray::fromBase64(text(row, "path_bytes").toLatin1()), directory.filePath(file));
        Run table({ "list", "--dir", directory.path() });
        QCOMPARE(table.startAndFinish(), 0);
        QCOMPARE(table.out.lines().size(), 2);
        QVERIFY(table.out.lines()[1].startsWith("a\\xff\\x0a\\x1b[31m\\xe2\\x80\\xae\\x5c  listening"));
    }

    void severalDirectories()
    {
        const PrivateDirectory first;
        const PrivateDirectory second;
        const UniqueFd a = listeningSocket(first.filePath("CoreFxPipe_a"));
        const UniqueFd b = listeningSocket(second.filePath("CoreFxPipe_b"));
        Run run({ "list", "--json", "--dir", first.path(), "--dir=" + second.path() + "/./", "--dir", second.path() });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(rows(run).size(), 2);
        Run table({ "list", "--dir", first.path(), "--dir", second.path() });
        QCOMPARE(table.startAndFinish(), 0);
        QVERIFY(table.out.lines()[0].endsWith("DIRECTORY"));
    }

    void alsoAddsADirectory()
    {
        const PrivateDirectory added;
        const PrivateDirectory found;
        boundSocket(added.filePath("CoreFxPipe_dead")).reset();
        const UniqueFd living = listeningSocket(found.filePath("CoreFxPipe_living"));
        Run run({ "list", "--json", "--also", added.path() + '/' });
        QCOMPARE(run.startAndFinish(), 0);
        QStringList paths;
        for (const QJsonObject &row : rows(run))
            paths += text(row, "path");
        QVERIFY(paths.contains(QString::fromUtf8(added.filePath("CoreFxPipe_dead"))));
        QVERIFY(paths.contains(QString::fromUtf8(found.filePath("CoreFxPipe_living"))));
        Run missing({ "list", "--also", added.filePath("missing") });
        QCOMPARE(missing.startAndFinish(), 1);
    }

    void aDirectoryThatIsNotThereIsAFailure_data()
    {
        QTest::addColumn<QByteArray>("leaf");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("missing") << QByteArray("missing") << QByteArray("No such file or directory");
        QTest::newRow("a file") << QByteArray("pipe") << QByteArray("Not a directory");
    }

    void aDirectoryThatIsNotThereIsAFailure()
    {
        QFETCH(QByteArray, leaf);
        QFETCH(QByteArray, says);
        const PrivateDirectory directory;
        const UniqueFd pipe = boundSocket(directory.filePath("pipe"));
        Run run({ "list", "--json", "--dir", directory.filePath(leaf) });
        QCOMPARE(run.startAndFinish(), 1);
        QVERIFY2(run.err.flushed.contains(says), run.err.flushed.constData());
        QVERIFY(!run.err.flushed.contains("server")); // the advice for a missing pipe
    }

    void watchTellsWhatChanges()
    {
        const PrivateDirectory directory;
        UniqueFd a = listeningSocket(directory.filePath("CoreFxPipe_a"));
        Run run({ "list", "--watch", "--json", "--dir", directory.path() });
        run.start();
        const auto has = [&](const QString &event, const QString &name) {
            const QList<QJsonObject> objects = run.objects();
            return std::any_of(objects.begin(), objects.end(), [&](const QJsonObject &o) {
                return text(o, "event") == event && text(o[QLatin1String("pipe")].toObject(), "name") == name;
            });
        };
        QTRY_VERIFY(has(QStringLiteral("added"), QStringLiteral("a")));
        const UniqueFd b = listeningSocket(directory.filePath("CoreFxPipe_b"));
        QTRY_VERIFY(has(QStringLiteral("added"), QStringLiteral("b")));
        a.reset();
        QTRY_VERIFY_WITH_TIMEOUT(has(QStringLiteral("changed"), QStringLiteral("a")), 30'000);
        QCOMPARE(::unlink(directory.filePath("CoreFxPipe_a").constData()), 0);
        QTRY_VERIFY(has(QStringLiteral("removed"), QStringLiteral("a")));
        QCOMPARE(run.exitCode, -1);
        run.command->interrupt();
        QCOMPARE(run.finish(), 130);
    }

    void connectionsOfAll()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_busy");
        const UniqueFd listener = listeningSocket(path);
        const UniqueFd quiet = listeningSocket(directory.filePath("CoreFxPipe_quiet"));
        const UniqueFd client = connectTo(path);
        const UniqueFd accepted(::accept(listener.get(), nullptr, nullptr));
        QCOMPARE(::write(client.get(), "seven b", 7), ssize_t{ 7 });
        QCOMPARE(::write(accepted.get(), "four", 4), ssize_t{ 4 });
        const UniqueFd waiting = connectTo(path);

        Run json({ "list", "--json", "--connections", "--dir", directory.path() });
        QCOMPARE(json.startAndFinish(), 0);
        const QList<QJsonObject> all = rows(json);
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0][QLatin1String("unread_by_server")], QJsonValue(7));
        QCOMPARE(all[0][QLatin1String("unread_by_client")], QJsonValue(4));
        Run show({ "show", "busy", "--json" });
        QCOMPARE(show.startAndFinish(), 0);
        const QJsonArray shown =
            QJsonDocument::fromJson(show.out.flushed).object()[QLatin1String("connections")].toArray();
        QCOMPARE(shown.size(), 2);
        QCOMPARE(all[0][QLatin1String("connections")].toArray(), shown);
        QCOMPARE(all[1][QLatin1String("connections")], QJsonValue(QJsonArray()));
        QCOMPARE(all[1][QLatin1String("unread_by_server")], QJsonValue(0));

        Run table({ "list", "--connections", "--sort", "clients", "--dir", directory.path() });
        QCOMPARE(table.startAndFinish(), 0);
        const QList<QByteArray> lines = table.out.lines();
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines[3].startsWith("    "));
        QVERIFY(lines[3].endsWith(", 7 bytes not yet read by the server, 4 bytes not yet read by the client"));
        QVERIFY(lines[4].endsWith(", waiting to be accepted"));
    }

    void watchInWords()
    {
        const PrivateDirectory directory;
        const UniqueFd a = listeningSocket(directory.filePath("CoreFxPipe_a\n"));
        Run run({ "list", "--watch", "--dir", directory.path() });
        run.start();
        QTRY_COMPARE(run.out.lines().size(), 1);
        QVERIFY2(run.out.lines()[0].startsWith("added    a\\x0a  listening  "), run.out.flushed.constData());
        run.command->outputClosed();
        QCOMPARE(run.finish(), 0);
    }

    void watchOfNothingSaysSo()
    {
        const PrivateDirectory directory;
        Run run({ "list", "--watch", "--dir", directory.path() });
        run.start();
        QTRY_VERIFY(run.err.flushed.contains("There is no pipe in"));
        run.command->interrupt();
        QCOMPARE(run.finish(), 130);
        QCOMPARE(run.out.flushed, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestListCommand)

} // namespace tst_listcommand

#include "tst_listcommand.moc"
