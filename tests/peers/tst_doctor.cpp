// SPDX-License-Identifier: MIT
#include "access/permissions/acl.h"
#include "catalog/kernel/procfs.h"
#include "core/system/procfile.h"
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <csignal>
#include <map>

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace tst_doctor {

using namespace pipeglass;
using namespace pipeglass::test;

constexpr uid_t games = 5; // an account of every Debian system, with the group 60
constexpr gid_t gamesGroup = 60;

/// .NET programs in one directory.
class Scene {
public:
    Scene()
    {
        qputenv("TMPDIR", directory.path()); // `other` has changed it
        // As /tmp: sticky, and for everybody.
        (void)::chmod(directory.path().constData(), 01777);
    }

    [[nodiscard]] QByteArray path(const char *name) const
    {
        return directory.filePath(QByteArray("CoreFxPipe_") + name);
    }

    /// Starts a peer and waits for its first line. `before`: words in front of it, such as env NAME=VALUE.
    Program *start(const QByteArrayList &peer, const QByteArray &line = "listening", const QByteArrayList &before = {})
    {
        // A killed process leaves its diagnostics files behind, which would be a finding of its own.
        const QByteArrayList words =
            before + QByteArrayList{ "env", "DOTNET_EnableDiagnostics=0", peerProgram() } + peer;
        return add(std::make_unique<Program>(QString::fromUtf8(words.front()), words.mid(1)), line);
    }
    Program *startWithDiagnostics(const QByteArrayList &peer, const QByteArray &line)
    {
        return add(startPeer(peer), line);
    }

    /// Kills it as the kernel does for want of memory.
    static bool kill(Program *program)
    {
        program->signal(SIGKILL);
        (void)program->finish();
        return true;
    }

    PrivateDirectory directory;
    PrivateDirectory other; ///< the TMPDIR of a client

private:
    Program *add(ProgramPtr program, const QByteArray &line)
    {
        if (!program->waitForLine(line))
            return nullptr;
        m_programs.push_back(std::move(program));
        return m_programs.back().get();
    }

    std::vector<ProgramPtr> m_programs;
};

bool giveMaskedList(const QByteArray &path)
{
    access::Acl acl = access::Acl::fromMode(FileMode(0755));
    acl.named.push_back({ { access::PrincipalKind::User, games }, 6 });
    acl.mask = 5;
    const QByteArray value = acl.encode();
    return ::setxattr(
               path.constData(), "system.posix_acl_access", value.constData(), static_cast<size_t>(value.size()), 0)
        == 0;
}

using Findings = std::map<QByteArray, QJsonObject>; ///< by "ID NAME"

Findings examine(const QByteArrayList &directories, int &code)
{
    QByteArrayList words{ "doctor", "--json" };
    for (const QByteArray &directory : directories)
        words << "--dir" << directory;
    const ProgramPtr command = startPipeglass(words);
    const QJsonArray all = QJsonDocument::fromJson(command->finish()).array();
    code = command->exitCode();
    Findings findings;
    for (const QJsonValue &value : all) {
        const QByteArray id = value[QLatin1String("id")].toString().toUtf8();
        QByteArray name = value[QLatin1String("pipe")].toString().toUtf8();
        if (id == "runtime-leftover")
            name = "-";
        findings.emplace(id + ' ' + name, value.toObject());
    }
    return findings;
}

QByteArrayList keysOf(const Findings &findings)
{
    QByteArrayList keys;
    for (const auto &[key, finding] : findings)
        keys << key;
    return keys;
}

bool namesProcess(const QJsonObject &finding, const Program *program)
{
    return finding[QLatin1String("sentence")].toString().contains(QString::number(program->pid()));
}

/// Processes with this setting in their environment.
std::vector<pid_t> processesWith(const QByteArray &setting)
{
    std::vector<pid_t> found;
    for (const pid_t pid : catalog::processIds()) {
        const auto environment = readProc(pid, "environ");
        if (environment && environment->split('\0').contains(setting))
            found.push_back(pid);
    }
    return found;
}

/// The paths of the sockets that they serve.
QByteArrayList filesOf(const std::vector<pid_t> &servers)
{
    QByteArrayList paths;
    const ProgramPtr list = startPipeglass({ "list", "--dotnet", "--json" });
    const QJsonArray rows = QJsonDocument::fromJson(list->finish()).array();
    for (const QJsonValue &row : rows) {
        const QJsonArray holders = row[QLatin1String("server")].toArray();
        for (const QJsonValue &holder : holders) {
            const auto pid = static_cast<pid_t>(holder[QLatin1String("pid")].toInteger());
            if (std::find(servers.begin(), servers.end(), pid) != servers.end())
                paths << row[QLatin1String("path")].toString().toUtf8();
        }
    }
    return paths;
}

class TestDoctor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twelveFaults()
    {
        if (::geteuid() != 0)
            QSKIP("faults between two users take root's rights");
        Scene scene;
        const QByteArrayList asNobody{ "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups" };
        // Left behind, by this user, by another one, and by a runtime.
        Program *dead = scene.start({ "mute-server", "dead" });
        Program *foreign = scene.start({ "mute-server", "foreign" }, "listening", asNobody);
        Program *runtime = scene.startWithDiagnostics({ "nap" }, "sleeping");
        QVERIFY(dead && foreign && runtime);
        QVERIFY(Scene::kill(dead) && Scene::kill(foreign) && Scene::kill(runtime));
        // Without their names.
        Program *robbed = scene.start({ "echo-server", "taken" });
        Program *thief = scene.start({ "echo-server", "taken" });
        QVERIFY(robbed && thief && scene.start({ "echo-server", "lost" }));
        QCOMPARE(::unlink(scene.path("lost").constData()), 0);
        // Not served.
        QVERIFY(scene.start({ "deaf-server", "single" }));
        Program *holder = scene.start({ "holding-client", "single", "0" }, "connected");
        QVERIFY(holder && scene.start({ "holding-client", "single", "0" }, "connected"));
        Program *deaf = scene.start({ "deaf-server", "unread" });
        QVERIFY(deaf && scene.start({ "holding-client", "unread", "20" }, "connected"));
        const QByteArrayList withShortQueue{
            "unshare", "--net", "sh", "-c", "echo 1 > /proc/sys/net/core/somaxconn && exec \"$@\"", "sh"
        };
        QVERIFY(scene.start({ "mute-server", "full" }, "listening", withShortQueue));
        QVERIFY(scene.start({ "holding-client", "full", "0" }, "connected"));
        QVERIFY(scene.start({ "holding-client", "full", "0" }, "connected"));
        // Not permitted.
        QVERIFY(scene.start({ "echo-server", "masked" }) && giveMaskedList(scene.path("masked")));
        QVERIFY(scene.start({ "echo-server", "grouped" }));
        QCOMPARE(::chown(scene.path("grouped").constData(), 0, gamesGroup), 0);
        QCOMPARE(::chmod(scene.path("grouped").constData(), 0775), 0);
        const QByteArrayList withoutGroup{ "setpriv", "--reuid=5", "--regid=65534", "--clear-groups" };
        Program *lacking = scene.start({ "nap" }, "sleeping", withoutGroup);
        // Not found.
        QVERIFY(lacking && scene.start({ "echo-server", "sought" }));
        Program *seeker =
            scene.start({ "seeking-client", "sought" }, "seeking", { "env", "TMPDIR=" + scene.other.path() });
        const QByteArray deep = scene.directory.filePath(QByteArray(100, 'd'));
        QCOMPARE(::mkdir(deep.constData(), 0755), 0);
        QVERIFY(
            seeker
            && scene.start(
                { "echo-server", "far" }, "listening",
                { "env", "TMPDIR=.", "sh", "-c", "cd \"$0\" && exec \"$@\"", deep }));

        int code = 0;
        Findings found = examine({ scene.directory.path(), deep }, code);
        QCOMPARE(code, 1);
        QCOMPARE(
            keysOf(found),
            (QByteArrayList{ "acl-mask masked", "backlog-full full", "group-missing grouped", "name-in-use foreign",
                             "orphaned lost", "other-directory sought", "path-too-long far", "runtime-leftover -",
                             "stale dead", "taken-over taken", "unread unread", "waiting-client single" }));
        QVERIFY(namesProcess(found["waiting-client single"], holder));
        QVERIFY(namesProcess(found["unread unread"], deaf));
        QVERIFY(namesProcess(found["taken-over taken"], thief) && namesProcess(found["taken-over taken"], robbed));
        QVERIFY(namesProcess(found["group-missing grouped"], lacking));
        QVERIFY(namesProcess(found["other-directory sought"], seeker));
        QVERIFY(found["other-directory sought"][QLatin1String("sentence")].toString().contains(
            QString::fromUtf8(scene.other.path())));
    }

    /// The command that a finding gives is the remedy.
    void aCommandHelps()
    {
        Scene scene;
        Program *dead = scene.start({ "mute-server", "dead" });
        Program *runtime = scene.startWithDiagnostics({ "nap" }, "sleeping");
        QVERIFY(dead && runtime && Scene::kill(dead) && Scene::kill(runtime));
        int code = 0;
        Findings found = examine({ scene.directory.path() }, code);
        QCOMPARE(found.size(), size_t{ 2 });
        for (auto &[key, finding] : found) {
            const QByteArray command = finding[QLatin1String("command")].toString().toUtf8();
            QVERIFY2(command.startsWith("pipeglass clean "), command.constData());
            Program shell(QStringLiteral("sh"), { "-c", command.mid(10).prepend("\"$0\" "), commandProgram() });
            (void)shell.finish();
            QCOMPARE(shell.exitCode(), 0);
        }
        QVERIFY(examine({ scene.directory.path() }, code).empty());
        QCOMPARE(code, 0);
    }

    void aHealthyPair()
    {
        Scene scene;
        QVERIFY(scene.startWithDiagnostics({ "multi-server", "pair", "2" }, "listening"));
        QVERIFY(scene.startWithDiagnostics({ "holding-client", "pair", "0" }, "connected"));
        expectNothing(scene);
    }

    void aBusyPair()
    {
        Scene scene;
        QVERIFY(scene.startWithDiagnostics({ "counter-server", "busy" }, "listening"));
        QVERIFY(scene.startWithDiagnostics({ "counter-client", "busy" }, "connected"));
        expectNothing(scene);
    }

    /// The server is created anew for each client, so its file is missing for moments.
    void aServerForEachClient()
    {
        Scene scene;
        QVERIFY(scene.startWithDiagnostics({ "echo-server", "again" }, "listening"));
        // With pauses, because nobody reads what the server prints.
        const ProgramPtr client = startPeer({ "loop-client", "again", "100000", "25" });
        expectNothing(scene);
    }

    void aPowerShellHost()
    {
        Scene scene;
        QVERIFY(scene.startWithDiagnostics({ "current-user-server", "PSHost.DB0A1B2C.42.None.pwsh" }, "listening"));
        expectNothing(scene);
    }

    /// The editor listens, the language server connects, and the editor closes the listener.
    void anEditorWithALanguageServer()
    {
        Scene scene;
        const QByteArray path = scene.directory.filePath("vscode-" + QByteArray(42, 'a') + ".sock");
        UniqueFd listener = listeningSocket(path);
        QVERIFY(scene.startWithDiagnostics({ "holding-client", path, "0" }, "connected"));
        const UniqueFd accepted = acceptedSocket(listener);
        listener.reset();
        QCOMPARE(::unlink(path.constData()), 0);
        expectNothing(scene);
    }

    void buildServers();

private:
    static void expectNothing(const Scene &scene)
    {
        int code = -1;
        const Findings found = examine({ scene.directory.path() }, code);
        QCOMPARE(keysOf(found), QByteArrayList());
        QCOMPARE(code, 0);
    }
};

/// MSBuild's nodes and the compiler server stay after a build, in /tmp whatever TMPDIR is.
void TestDoctor::buildServers()
{
    Scene scene;
    const QByteArray project = scene.directory.filePath("p.csproj");
    QFile file(QString::fromUtf8(project));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework>"
               "</PropertyGroup></Project>");
    file.close();
    Program build(
        QStringLiteral("env"),
        { "-u", "MSBUILDDISABLENODEREUSE", "-u", "UseSharedCompilation", "MSBUILDNOINPROCNODE=1",
          "DOTNET_CLI_HOME=" + scene.directory.path(), "PIPEGLASS_TEST=" + scene.directory.path(), dotnetProgram(),
          "build", "-v", "q", "--source", scene.directory.path(), project });
    (void)build.finish();
    const std::vector<pid_t> servers = processesWith("PIPEGLASS_TEST=" + scene.directory.path());
    const QByteArrayList files = filesOf(servers);
    int code = -1;
    const Findings found = examine({}, code);
    for (const pid_t pid : servers)
        ::kill(pid, SIGKILL);
    for (const QByteArray &path : files)
        (void)::unlink(path.constData());
    QVERIFY(!servers.empty() && !files.isEmpty());
    for (const auto &[key, finding] : found) {
        const QByteArray path = finding[QLatin1String("path")].toString().toUtf8();
        QVERIFY2(!files.contains(path), (key + ' ' + path).constData());
    }
}

PIPEGLASS_PEER_TEST_MAIN(TestDoctor)

} // namespace tst_doctor

#include "tst_doctor.moc"
