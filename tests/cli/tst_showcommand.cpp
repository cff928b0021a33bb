// SPDX-License-Identifier: MIT
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testserver.h"

#include <QJsonArray>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tst_showcommand {

using namespace pipeglass;
using namespace pipeglass::test;

UniqueFd listeningSocket(const QByteArray &path)
{
    UniqueFd fd = boundSocket(path);
    ::listen(fd.get(), 5);
    return fd;
}

QJsonArray arrayIn(const QJsonObject &object, const char *key) { return object[QLatin1String(key)].toArray(); }

/// The verbs `show` and `processes`, and the filters of `list`.
class TestShowCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasTheFieldsOfTheContract()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_x"));
        Run run({ "show", "x", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonObject object = run.objects().value(0);
        for (const char *key :
             { "name", "state", "namespace", "connections", "endpoint", "deletion", "anonymous_pipes" })
            QVERIFY2(object.contains(QLatin1String(key)), key);
        QCOMPARE(object[QLatin1String("name")].toString(), QStringLiteral("x"));
        QVERIFY(object[QLatin1String("endpoint")].isNull());
        QVERIFY(arrayIn(object, "connections").isEmpty());
    }

    void saysWhatItIs()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_PSHost.DB0A1B2C.42.None.pwsh"));
        Run run({ "show", "PSHost.DB0A1B2C.42.None.pwsh", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonObject endpoint = run.objects().value(0)[QLatin1String("endpoint")].toObject();
        QCOMPARE(endpoint[QLatin1String("id")].toString(), QStringLiteral("powershell-host"));
        QCOMPARE(endpoint[QLatin1String("framing")].toString(), QStringLiteral("psrp"));
        QVERIFY(endpoint[QLatin1String("attach_harms")].isString());
    }

    /// The rules, and whether they are scheduled, depend on the machine.
    void saysWhenItWouldBeDeleted()
    {
        QByteArray directory("/var/tmp/pgt-XXXXXX");
        if (::mkdtemp(directory.data()) == nullptr)
            QSKIP("there is no /var/tmp");
        const QByteArray path = directory + "/CoreFxPipe_x";
        boundSocket(path).reset();
        Run run({ "show", path, "--json" });
        const int code = run.startAndFinish();
        ::unlink(path.constData());
        ::rmdir(directory.constData());
        QCOMPARE(code, 0);
        const QJsonValue deletion = run.objects().value(0)[QLatin1String("deletion")];
        if (deletion.isNull())
            return; // no cleaner on this machine deletes files in /var/tmp
        QVERIFY(deletion[QLatin1String("rule")].isString());
        QVERIFY(deletion[QLatin1String("in_seconds")].toInteger(-1) >= 0);
        QVERIFY(deletion[QLatin1String("scheduled")].isBool());
    }

    void findsARowWithoutAFile()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_lost"));
        QCOMPARE(::unlink(directory.filePath("CoreFxPipe_lost").constData()), 0);
        Run run({ "show", directory.filePath("CoreFxPipe_lost"), "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.objects().value(0)[QLatin1String("state")].toString(), QStringLiteral("orphaned"));
        QVERIFY(run.objects().value(0)[QLatin1String("mode")].isNull());
    }

    void nothingOfThatName()
    {
        const PrivateDirectory directory;
        Run run({ "show", "nowhere" });
        QCOMPARE(run.startAndFinish(), 3);
        QCOMPARE(run.out.flushed, QByteArray());
    }

    void inWords()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_a\n"));
        Run run({ "show", "a\n" });
        QCOMPARE(run.startAndFinish(), 0);
        QVERIFY2(run.out.flushed.startsWith("name:         a\\x0a\n"), run.out.flushed.constData());
    }

    void processesThatServe()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_x"));
        Run run({ "processes", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonArray all = QJsonDocument::fromJson(run.out.flushed).array();
        const auto own = std::find_if(all.begin(), all.end(), [](const QJsonValue &value) {
            return value[QLatin1String("pid")].toInteger() == ::getpid();
        });
        QVERIFY(own != all.end());
        QCOMPARE((*own)[QLatin1String("serves")][0][QLatin1String("name")].toString(), QStringLiteral("x"));
        QVERIFY((*own)[QLatin1String("client_of")].isArray());
        QVERIFY((*own)[QLatin1String("anonymous_pipes")].isArray());
    }

    void listChooses_data()
    {
        QTest::addColumn<std::vector<QByteArray>>("flags");
        QTest::addColumn<QStringList>("names");
        using Flags = std::vector<QByteArray>;
        QTest::newRow("pipes") << Flags{} << QStringList{ QStringLiteral("a"), QStringLiteral("b") };
        QTest::newRow("state") << Flags{ "--state", "stale" } << QStringList{ QStringLiteral("b") };
        QTest::newRow("states") << Flags{ "--state", "bound", "--state", "stale" }
                                << QStringList{ QStringLiteral("b") };
        QTest::newRow("mine") << Flags{ "--mine" } << QStringList{ QStringLiteral("a"), QStringLiteral("b") };
        QTest::newRow("dotnet") << Flags{ "--dotnet" }
                                << QStringList{ QStringLiteral("a"), QStringLiteral("b"),
                                                QStringLiteral("dotnet-diagnostic-1-2-socket") };
        QTest::newRow("all") << Flags{ "--all" }
                             << QStringList{ QStringLiteral("a"), QStringLiteral("b"),
                                             QStringLiteral("dotnet-diagnostic-1-2-socket"), QStringLiteral("other") };
        QTest::newRow("sorted") << Flags{ "--sort", "state" }
                                << QStringList{ QStringLiteral("a"), QStringLiteral("b") };
    }

    void listChooses()
    {
        QFETCH(std::vector<QByteArray>, flags);
        const PrivateDirectory directory;
        const UniqueFd a = listeningSocket(directory.filePath("CoreFxPipe_a"));
        boundSocket(directory.filePath("CoreFxPipe_b")).reset();
        const UniqueFd diagnostics = listeningSocket(directory.filePath("dotnet-diagnostic-1-2-socket"));
        const UniqueFd other = listeningSocket(directory.filePath("other"));
        UniqueFd(::open(directory.filePath("file").constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600)).reset();
        std::vector<QByteArray> words{ "list", "--json", "--dir", directory.path() };
        words.insert(words.end(), flags.begin(), flags.end());
        Run run(words);
        QCOMPARE(run.startAndFinish(), 0);
        QStringList names;
        const QJsonArray rows = QJsonDocument::fromJson(run.out.flushed).array();
        for (const QJsonValue &row : rows)
            names += row[QLatin1String("name")].toString();
        QTEST(names, "names");
    }

    void columns()
    {
        const PrivateDirectory directory;
        const UniqueFd a = listeningSocket(directory.filePath("CoreFxPipe_a"));
        Run run({ "list", "--dir", directory.path(), "--columns", "state,name,backlog" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.out.flushed, QByteArray("STATE      NAME  BACKLOG\nlistening  a     5\n"));
    }

    void aFlagThatMakesNoSense_data()
    {
        QTest::addColumn<std::vector<QByteArray>>("words");
        using Words = std::vector<QByteArray>;
        QTest::newRow("state") << Words{ "list", "--state", "dead" };
        QTest::newRow("sort") << Words{ "list", "--sort", "" };
        QTest::newRow("connections and watch") << Words{ "list", "--connections", "--watch" };
        QTest::newRow("columns") << Words{ "list", "--columns", "name,,state" };
    }

    void aFlagThatMakesNoSense()
    {
        QFETCH(std::vector<QByteArray>, words);
        Run run(words);
        QCOMPARE(run.startAndFinish(), 2);
    }
};

QTEST_GUILESS_MAIN(TestShowCommand)

} // namespace tst_showcommand

#include "tst_showcommand.moc"
