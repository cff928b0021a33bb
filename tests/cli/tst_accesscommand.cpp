// SPDX-License-Identifier: MIT
#include "access/permissions/target.h"
#include "core/uniquefd.h"
#include "run.h"
#include "support/mountnamespace.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QProcess>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace tst_accesscommand {

using namespace pipeglass;
using namespace pipeglass::test;

constexpr uid_t ci = 61002;

QJsonObject object(const Run &run) { return QJsonDocument::fromJson(run.out.flushed).object(); }

QJsonArray array(const Run &run) { return QJsonDocument::fromJson(run.out.flushed).array(); }

QString text(const QJsonObject &json, const char *key) { return json[QLatin1String(key)].toString(); }

QStringList list(const QJsonObject &json, const char *key)
{
    QStringList words;
    const QJsonArray values = json[QLatin1String(key)].toArray();
    for (const QJsonValue &value : values)
        words << value.toString();
    return words;
}

int id(const QJsonObject &json) { return json[QLatin1String("journal_id")].toInt(); }

class TestAccessCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<PrivateDirectory>();
        m_state = std::make_unique<PrivateDirectory>();
        qputenv("XDG_STATE_HOME", m_state->path());
        qputenv("TMPDIR", m_directory->path());
        ::chmod(m_directory->path().constData(), 0711);
        m_path = m_directory->filePath("CoreFxPipe_jobs");
        bindAnew(0755);
    }

    void cleanup()
    {
        m_server.reset();
        m_state.reset();
        m_directory.reset();
    }

    void asksForMe()
    {
        Run run({ "access", "jobs", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonObject json = object(run);
        QCOMPARE(text(json, "path"), QString::fromUtf8(m_path));
        QCOMPARE(json[QLatin1String("uid")].toInt(-1), static_cast<int>(::geteuid()));
        QCOMPARE(json[QLatin1String("can_connect")].toBool(), true);
        QVERIFY(json[QLatin1String("warning")].isNull());
        QVERIFY(json[QLatin1String("inode")].toInteger() > 0);
    }

    void asksForOthersAndHelps()
    {
        Run run({ "access", m_path, "--as", "61002", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonObject json = object(run);
        QCOMPARE(json[QLatin1String("can_connect")].toBool(true), false);
        QCOMPARE(text(json, "rule"), QStringLiteral("others"));
        QVERIFY(!text(json, "sentence").isEmpty());
        const QJsonArray table = json[QLatin1String("table")].toArray();
        QCOMPARE(text(table.last().toObject(), "kind"), QStringLiteral("everyone"));
        const QJsonArray fixes = json[QLatin1String("fixes")].toArray();
        const QJsonObject smallest = fixes.first().toObject();
        QCOMPARE(list(smallest, "gains"), QStringList{ QStringLiteral("user 61002") });
        QCOMPARE(QProcess::execute(QStringLiteral("sh"), { QStringLiteral("-c"), text(smallest, "command") }), 0);
        Run again({ "access", "jobs", "--as=61002", "--json" });
        QCOMPARE(again.startAndFinish(), 0);
        QCOMPARE(text(object(again), "rule"), QStringLiteral("acl-user"));
        QCOMPARE(object(again)[QLatin1String("fixes")].toArray().size(), 0);
    }

    void nobodyListens()
    {
        m_server.reset();
        for (const QByteArray who : { "root", "61002" }) {
            Run run({ "access", "jobs", "--as", who, "--json" });
            QCOMPARE(run.startAndFinish(), 0);
            const QJsonObject json = object(run);
            QCOMPARE(json[QLatin1String("can_connect")].toBool(true), false);
            QCOMPARE(text(json, "rule"), QStringLiteral("no-listener"));
            QVERIFY(json[QLatin1String("fixes")].toArray().isEmpty());
            const QJsonArray table = json[QLatin1String("table")].toArray();
            QVERIFY(!table.isEmpty() && !table.first().toObject()[QLatin1String("can_connect")].toBool(true));
        }
        Run words({ "access", "jobs", "--as", "61002" });
        QCOMPARE(words.startAndFinish(), 0);
        QVERIFY(words.out.flushed.startsWith("Nobody can connect, because nobody listens"));
        QVERIFY(!words.out.flushed.contains("chmod"));
    }

    void aListenerWithoutItsFile()
    {
        QCOMPARE(::unlink(m_path.constData()), 0);
        Run run({ "access", "jobs", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(text(object(run), "rule"), QStringLiteral("no-listener"));
        Run change({ "access", "jobs", "--mode", "0666" });
        QCOMPARE(change.startAndFinish(), 3);
    }

    void listsWhatSomebodyCanOpen()
    {
        const BoundSocket open(m_directory->filePath("CoreFxPipe_open"));
        QCOMPARE(::chmod(m_directory->filePath("CoreFxPipe_open").constData(), 0666), 0);
        {
            const BoundSocket dead(m_directory->filePath("CoreFxPipe_dead"));
        }
        const BoundSocket other(m_directory->filePath("other"));
        const QByteArray dir = m_directory->path();
        Run run({ "access", "--accessible-to", "61002", "--dir", dir, "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        QStringList rows;
        const QJsonArray pipes = array(run);
        for (const QJsonValue &value : pipes) {
            const QJsonObject json = value.toObject();
            QCOMPARE(json.size(), 5);
            QVERIFY(text(json, "path").startsWith(QString::fromUtf8(dir)));
            QVERIFY(text(json, "sentence").contains(QLatin1String("connect")));
            rows << text(json, "name") + u' ' + text(json, "rule")
                    + (json[QLatin1String("can_connect")].toBool() ? QLatin1String(" yes") : QLatin1String(" no"));
        }
        rows.sort();
        QCOMPARE(
            rows,
            (QStringList{ QStringLiteral("dead no-listener no"), QStringLiteral("jobs others no"),
                          QStringLiteral("open others yes") }));
        Run all(
            { "access", "--accessible-to", "pid:" + QByteArray::number(::getpid()), "--all", "--dir", dir, "--json" });
        QCOMPARE(all.startAndFinish(), 0);
        QCOMPARE(array(all).size(), 4);
        Run words({ "access", "--accessible-to", "root", "--dir", dir });
        QCOMPARE(words.startAndFinish(), 0);
        QVERIFY2(words.out.flushed.startsWith("NAME  CONNECT  PATH"), words.out.flushed.constData());
        QCOMPARE(words.out.flushed.count('\n'), 4);
    }

    void abstractNamesHaveNoPermissions()
    {
        const QByteArray name = "pgt-" + m_path;
        const UniqueFd fd = listeningAbstractSocket(name);
        Run run({ "access", "@" + name, "--as", "61002", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        QVERIFY(object(run)[QLatin1String("can_connect")].toBool());
        Run all({ "access", "--accessible-to", "61002", "--all", "--json" });
        QCOMPARE(all.startAndFinish(), 0);
        const QJsonArray pipes = array(all);
        QVERIFY(std::any_of(pipes.begin(), pipes.end(), [&name](const QJsonValue &pipe) {
            return text(pipe.toObject(), "path") == u'@' + QString::fromUtf8(name)
                && text(pipe.toObject(), "sentence").contains(QLatin1String("network namespace"));
        }));
    }

    void accessibleToTakesNoOther_data()
    {
        QTest::addColumn<QList<QByteArray>>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("name") << QList<QByteArray>{ "--accessible-to", "root", "jobs" } << 2;
        QTest::newRow("change") << QList<QByteArray>{ "--accessible-to", "root", "--mode", "0600" } << 2;
        QTest::newRow("as") << QList<QByteArray>{ "--accessible-to", "root", "--as", "root" } << 2;
        QTest::newRow("unknown user") << QList<QByteArray>{ "--accessible-to", "no such user" } << 1;
        QTest::newRow("no process") << QList<QByteArray>{ "--accessible-to", "pid:2147483647" } << 1;
        QTest::newRow("directory alone") << QList<QByteArray>{ "jobs", "--dir", "/tmp" } << 2;
        QTest::newRow("no directory") << QList<QByteArray>{ "--accessible-to", "root", "--dir", "/no/such" } << 1;
    }

    void accessibleToTakesNoOther()
    {
        QFETCH(QList<QByteArray>, words);
        QFETCH(int, code);
        std::vector<QByteArray> all{ "access" };
        all.insert(all.end(), words.begin(), words.end());
        Run run(all);
        QCOMPARE(run.startAndFinish(), code);
        QVERIFY(run.out.flushed.isEmpty());
    }

    void peopleGetLines()
    {
        Run run({ "access", "jobs", "--as", "61002" });
        QCOMPARE(run.startAndFinish(), 0);
        QVERIFY(run.out.flushed.contains("cannot connect"));
        QVERIFY(run.out.flushed.contains("setfacl -m u:61002:rw-"));
    }

    void changesAndUndoes()
    {
        Run change({ "access", "jobs", "--allow", "user:61002", "--json" });
        QCOMPARE(change.startAndFinish(), 0);
        const QJsonObject json = object(change);
        QCOMPARE(text(json[QLatin1String("before")].toObject(), "mode"), QStringLiteral("0755"));
        QVERIFY(json[QLatin1String("before")].toObject()[QLatin1String("acl")].isNull());
        QCOMPARE(
            text(json[QLatin1String("after")].toObject(), "acl"),
            QStringLiteral("u::rwx,u:61002:rw-,g::r-x,m::rwx,o::r-x"));
        QCOMPARE(list(json, "gains"), QStringList{ QStringLiteral("user 61002") });
        QCOMPARE(list(json, "loses"), QStringList());
        QVERIFY(json[QLatin1String("applied")].toBool());
        Run mode({ "access", "jobs", "--mode", "0600" });
        QCOMPARE(mode.startAndFinish(), 0);
        QVERIFY2(mode.out.flushed.contains("mask"), mode.out.flushed.constData());

        Run tooEarly({ "access", "--undo", QByteArray::number(id(json)) });
        QCOMPARE(tooEarly.startAndFinish(), 1); // it would revert the later change too
        Run byId({ "access", "--undo", QByteArray::number(id(json)), "--force", "--json" });
        QCOMPARE(byId.startAndFinish(), 0);
        QCOMPARE(id(object(byId)), id(json));
        QCOMPARE(now().acl.text(), QStringLiteral("u::rwx,g::r-x,o::r-x"));
        Run newest({ "access", "--undo", "--force" });
        QCOMPARE(newest.startAndFinish(), 0);
        Run none({ "access", "--undo" });
        QCOMPARE(none.startAndFinish(), 1);

        Run journal({ "access", "--journal", "--json" });
        QCOMPARE(journal.startAndFinish(), 0);
        QCOMPARE(array(journal).size(), 2);
        QVERIFY(array(journal).first().toObject()[QLatin1String("undone")].toBool());
    }

    void dryRunDoesNothing()
    {
        Run run({ "access", "jobs", "--allow", "everyone", "--dry-run", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(object(run)[QLatin1String("applied")].toBool(true), false);
        QVERIFY(object(run)[QLatin1String("journal_id")].isNull());
        QCOMPARE(list(object(run), "gains"), (QStringList{ QStringLiteral("group root"), QStringLiteral("everyone") }));
        QCOMPARE(now().mode, FileMode(0755));
        Run journal({ "access", "--journal", "--json" });
        QCOMPARE(journal.startAndFinish(), 0);
        QCOMPARE(journal.out.flushed, QByteArray("[]\n"));
    }

    void undoOfWhatIsGone()
    {
        Run change({ "access", "jobs", "--mode", "0666" });
        QCOMPARE(change.startAndFinish(), 0);
        bindAnew(0700);
        Run replaced({ "access", "--undo" });
        QCOMPARE(replaced.startAndFinish(), 3);
        QCOMPARE(now().mode, FileMode(0700));
        QCOMPARE(::unlink(m_path.constData()), 0);
        Run gone({ "access", "--undo" });
        QCOMPARE(gone.startAndFinish(), 3);
        QVERIFY(!gone.err.flushed.isEmpty());
        Run other({ "access", "--undo", "77" });
        QCOMPARE(other.startAndFinish(), 1);
    }

    void keepsUntilInterrupted()
    {
        Run run({ "access", "jobs", "--allow", "everyone", "--keep", "--json" });
        run.start();
        QCOMPARE(run.exitCode, -1);
        bindAnew(0755);
        QTRY_COMPARE(now().mode, FileMode(0777));
        QTRY_COMPARE(run.out.lines().size(), 2);
        run.command->interrupt();
        QCOMPARE(run.finish(), 0);
        Run journal({ "access", "--journal", "--json" });
        QCOMPARE(journal.startAndFinish(), 0);
        QCOMPARE(array(journal).size(), 1);
        QCOMPARE(array(journal).first().toObject()[QLatin1String("repeats")].toInt(), 1);
    }

    void ends_data()
    {
        QTest::addColumn<std::vector<QByteArray>>("words");
        QTest::addColumn<int>("code");
        using Words = std::vector<QByteArray>;
        QTest::newRow("no name") << Words{ "access" } << 2;
        QTest::newRow("no such pipe") << Words{ "access", "nothing" } << 3;
        QTest::newRow("mode too large") << Words{ "access", "jobs", "--mode", "4755" } << 2;
        QTest::newRow("mode is no number") << Words{ "access", "jobs", "--mode", "rw" } << 2;
        QTest::newRow("who") << Words{ "access", "jobs", "--allow", "ci" } << 2;
        QTest::newRow("no such user") << Words{ "access", "jobs", "--allow", "user:no such" } << 1;
        QTest::newRow("no such group") << Words{ "access", "jobs", "--group", "no such" } << 1;
        QTest::newRow("no such owner") << Words{ "access", "jobs", "--owner", "no such" } << 1;
        QTest::newRow("no such asker") << Words{ "access", "jobs", "--as", "no such" } << 1;
        QTest::newRow("no such process") << Words{ "access", "jobs", "--as", "pid:2147483647" } << 1;
        QTest::newRow("keep root out") << Words{ "access", "jobs", "--deny", "user:root" } << 2;
        QTest::newRow("keep what") << Words{ "access", "jobs", "--keep" } << 2;
        QTest::newRow("dry undo") << Words{ "access", "--undo", "--dry-run" } << 2;
        QTest::newRow("force what") << Words{ "access", "jobs", "--force" } << 2;
        QTest::newRow("undo what") << Words{ "access", "--undo", "jobs" } << 2;
        QTest::newRow("undo and journal") << Words{ "access", "--undo", "--journal" } << 2;
        QTest::newRow("ask and change") << Words{ "access", "jobs", "--as", "root", "--mode", "0600" } << 2;
    }

    void ends()
    {
        QFETCH(std::vector<QByteArray>, words);
        QFETCH(int, code);
        Run run(words);
        QCOMPARE(run.startAndFinish(), code);
        QVERIFY(!run.err.flushed.isEmpty());
        QCOMPARE(run.out.flushed, QByteArray());
        QCOMPARE(now().mode, FileMode(0755));
    }

    void otherFilesAreRefused()
    {
        QCOMPARE(::symlink(m_path.constData(), m_directory->filePath("CoreFxPipe_link").constData()), 0);
        QCOMPARE(::mkfifo(m_directory->filePath("CoreFxPipe_fifo").constData(), 0600), 0);
        for (const char *name : { "link", "fifo" }) {
            Run run({ "access", name, "--mode", "0666" });
            QCOMPARE(run.startAndFinish(), 1);
            QVERIFY(run.err.flushed.contains("not a socket"));
        }
    }

    void withoutRights()
    {
        if (::geteuid() != 0)
            QSKIP("only root can start a child of another user");
        ::chmod(m_state->path().constData(), 0777);
        QCOMPARE(
            asUser(
                ci,
                [this] {
                    Run run({ "access", m_path, "--mode", "0666" });
                    return run.startAndFinish();
                }),
            4);
        QCOMPARE(now().mode, FileMode(0755));
        // A directory without search permission is an answer, not an error.
        ::chmod(m_directory->path().constData(), 0700);
        QCOMPARE(
            asUser(
                ci,
                [this] {
                    Run run({ "access", m_path, "--json" });
                    if (run.startAndFinish() != 0)
                        return 1;
                    const QJsonObject json = object(run);
                    return text(json, "rule") == QLatin1String("directory") && json[QLatin1String("inode")].isNull()
                            && !json[QLatin1String("can_connect")].toBool(true)
                        ? 0
                        : 2;
                }),
            0);
    }

    void anyNameComesThroughJson()
    {
        const QByteArray path = m_directory->filePath("CoreFxPipe_a\xff\n'b");
        const BoundSocket server(path);
        ::chmod(path.constData(), 0600);
        Run run({ "access", path, "--as", "61002", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(QByteArray::fromBase64(text(object(run), "path_bytes").toLatin1()), path);
        const QString command = text(object(run)[QLatin1String("fixes")].toArray().first().toObject(), "command");
        QCOMPARE(QProcess::execute(QStringLiteral("sh"), { QStringLiteral("-c"), command }), 0);
        QVERIFY(access::readTarget(path)->facts.permissions.acl.isExtended());
    }

private:
    void bindAnew(mode_t mode)
    {
        m_server.reset();
        ::unlink(m_path.constData());
        m_server = std::make_unique<BoundSocket>(m_path);
        ::chmod(m_path.constData(), mode);
    }
    [[nodiscard]] access::Permissions now() const { return access::readTarget(m_path)->facts.permissions; }

    std::unique_ptr<PrivateDirectory> m_directory;
    std::unique_ptr<PrivateDirectory> m_state;
    std::unique_ptr<BoundSocket> m_server;
    QByteArray m_path;
};

QTEST_GUILESS_MAIN(TestAccessCommand)

} // namespace tst_accesscommand

#include "tst_accesscommand.moc"
