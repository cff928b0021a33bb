// SPDX-License-Identifier: MIT
#include "catalog/kernel/procfs.h"
#include "catalog/processes/diagnosticsfiles.h"
#include "core/path.h"
#include "run.h"
#include "support/mountnamespace.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QJsonArray>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace tst_advice {

using namespace pipeglass;
using namespace pipeglass::test;

/// Held by a child process until it ends.
UniqueFd kept;

/// A client that waits in the backlog of a listener.
UniqueFd waitingClient(const QByteArray &path)
{
    UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
    if (::connect(fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        qFatal("cannot connect to %s", path.constData());
    return fd;
}

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Outcome outcomeOf(const std::vector<QByteArray> &words)
{
    Run run(words);
    const int code = run.startAndFinish();
    return { code, run.out.flushed, run.err.flushed };
}

QJsonObject shown(const QByteArray &name)
{
    Run run({ "show", name, "--json" });
    return run.startAndFinish() == 0 ? run.objects().value(0) : QJsonObject();
}

QString problemOf(const QByteArray &name) { return shown(name)[QLatin1String("problem")].toString(); }

/// In its own mount namespace: whether a deleted file mount is reported.
int tellsOfTheLeftFileMount(const QByteArray &host, const QByteArray &inside)
{
    UniqueFd first = listeningSocket(host);
    if (::mount(host.constData(), inside.constData(), nullptr, MS_BIND, nullptr) != 0)
        return 1;
    first.reset();
    ::unlink(host.constData());
    const UniqueFd second = listeningSocket(host);
    const QString words = QStringLiteral("is a mount of one file that was replaced");
    const Outcome send = outcomeOf({ "send", inside, "hi" });
    const bool sendTells =
        send.code == 5 && QString::fromUtf8(send.err).contains(words) && send.err.contains("//deleted");
    return sendTells && problemOf(inside).contains(words) && problemOf(host).isEmpty() ? 0 : 2;
}

/// Advice of `show`, `send`, `list` and `access` in special situations.
class TestAdvice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsALinkAndSaysSo()
    {
        const PrivateDirectory directory;
        QCOMPARE(::mkdir(directory.filePath("desktop").constData(), 0700), 0);
        const QByteArray target = directory.filePath("desktop/engine.sock");
        const UniqueFd listener = listeningSocket(target);
        const QByteArray link = directory.filePath("engine.sock");
        QCOMPARE(::symlink("desktop/engine.sock", link.constData()), 0);
        const QByteArray words = "pipeglass: " + link + " is a link to " + target + ".\n";
        for (const std::vector<QByteArray> &verb : { std::vector<QByteArray>{ "show", link },
                                                     { "send", link, "hi", "--replies", "0" },
                                                     { "access", link } }) {
            const Outcome outcome = outcomeOf(verb);
            QCOMPARE(outcome.code, 0);
            QCOMPARE(outcome.err, words);
        }
        QCOMPARE(shown(link)[QLatin1String("state")].toString(), QStringLiteral("listening"));
        QCOMPARE(shown(link)[QLatin1String("path")].toString(), QString::fromUtf8(target));
        QCOMPARE(shown(link)[QLatin1String("link")].toString(), QString::fromUtf8(link));
        QVERIFY(shown(target)[QLatin1String("link")].isNull());
    }

    void aDanglingLink()
    {
        const PrivateDirectory directory;
        const QByteArray link = directory.filePath("dangling.sock");
        QCOMPARE(::symlink("gone.sock", link.constData()), 0);
        for (const char *verb : { "show", "send", "access" }) {
            const Outcome outcome = outcomeOf({ verb, link });
            QCOMPARE(outcome.code, 3);
            QCOMPARE(
                outcome.err, "pipeglass: \"" + link + "\" is a symbolic link to gone.sock, which does not exist.\n");
        }
    }

    void cleanRefusesLinks()
    {
        const PrivateDirectory directory;
        const QByteArray target = directory.filePath("CoreFxPipe_dead");
        makeStaleSocket(target);
        const QByteArray link = directory.filePath("CoreFxPipe_link");
        QCOMPARE(::symlink("CoreFxPipe_dead", link.constData()), 0);
        QCOMPARE(outcomeOf({ "clean", "link" }).code, 1);
        QCOMPARE(::access(target.constData(), F_OK), 0);
        QCOMPARE(::faccessat(AT_FDCWD, link.constData(), F_OK, AT_SYMLINK_NOFOLLOW), 0);
    }

    void aListenerThatLostItsName()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_player");
        const UniqueFd first = listeningSocket(path);
        QCOMPARE(::unlink(path.constData()), 0);
        makeStaleSocket(path);
        const QByteArray words = '(' + QByteArray::number(::getpid()) + ") still listens under this name";
        const Outcome send = outcomeOf({ "send", "player", "hi" });
        QCOMPARE(send.code, 5);
        QVERIFY2(send.err.contains(words), send.err.constData());
        QVERIFY2(!send.err.contains("Start the server again"), send.err.constData());
        QVERIFY(outcomeOf({ "show", path }).out.contains(words));
    }

    void stalePipeIsLabeled()
    {
        const PrivateDirectory directory;
        makeStaleSocket(directory.filePath("CoreFxPipe_dead"));
        const Outcome send = outcomeOf({ "send", "dead", "hi" });
        QCOMPARE(send.code, 5);
        QVERIFY2(send.err.contains("Start the server again"), send.err.constData());
        QVERIFY(problemOf("dead").startsWith(QLatin1String("Nobody listens")));
    }

    void aListenerThatWasShutDown()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_x"));
        QCOMPARE(::shutdown(listener.get(), SHUT_RDWR), 0);
        const QByteArray words("was shut down: every client is refused. Restart the process that holds it.");
        const Outcome send = outcomeOf({ "send", "x", "hi" });
        QCOMPARE(send.code, 5);
        QVERIFY2(send.err.contains(words), send.err.constData());
        const Outcome show = outcomeOf({ "show", "x" });
        QVERIFY2(show.out.contains(words), show.out.constData());
        const Outcome list =
            outcomeOf({ "list", "--dir", directory.path(), "--state", "shut-down", "--columns", "name" });
        QCOMPARE(list.out, QByteArray("NAME\nx\n"));
    }

    void aFullQueue()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_busy");
        const UniqueFd listener = listeningSocket(path, 1);
        const UniqueFd first = waitingClient(path);
        QVERIFY(problemOf("busy").isEmpty());
        const UniqueFd second = waitingClient(path);
        const QByteArray words("the backlog is full: 2 clients wait because the server does not accept");
        const Outcome send = outcomeOf({ "send", "busy", "hi", "--timeout", "0.1" });
        QCOMPARE(send.code, 6);
        QVERIFY2(send.err.contains(words), send.err.constData());
        QVERIFY(outcomeOf({ "show", "busy" }).out.contains(words));
    }

    void aFileMountThatWasReplaced()
    {
        const PrivateDirectory directory;
        const QByteArray host = directory.filePath("d.sock");
        const QByteArray inside = directory.filePath("inside.sock");
        UniqueFd(::open(inside.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600)).reset();
        const int result = inMountNamespace([&] { return tellsOfTheLeftFileMount(host, inside); });
        if (result < 0 || result == 1)
            QSKIP("no mount namespace can be made here");
        QCOMPARE(result, 0);
    }

    void listTellsOfOtherMountNamespaces()
    {
        const PrivateDirectory directory;
        const QByteArray inside = directory.filePath("inside");
        QCOMPARE(::mkdir(inside.constData(), 0700), 0);
        const QByteArray words("listens in another mount namespace; --namespaces shows it.\n");
        QVERIFY(!outcomeOf({ "list" }).err.contains("1 more " + words));
        ChildProcess container;
        if (!container.start([&inside] {
                kept = ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
                        && ::mount("none", inside.constData(), "tmpfs", 0, nullptr) == 0
                    ? listeningSocket(inside + "/CoreFxPipe_contained")
                    : UniqueFd();
                return kept.isValid();
            }))
            QSKIP("no mount namespace can be made here");
        const QByteArray told = outcomeOf({ "list" }).err;
        QVERIFY2(told.contains("mount namespace"), told.constData());
        QVERIFY(!outcomeOf({ "list", "--namespaces" }).err.contains("more listen"));
        QVERIFY(!outcomeOf({ "list", "--dir", directory.path() }).err.contains("more listen"));
    }

    void ownFilesHaveNoNamespace()
    {
        const PrivateDirectory directory;
        const QByteArray ours = "/tmp/CoreFxPipe_pgt-" + QByteArray::number(::getpid());
        const UniqueFd listener = listeningSocket(ours);
        ChildProcess box;
        const bool isMade = box.start([] { return ::unshare(CLONE_NEWNS) == 0; });
        const Outcome all = outcomeOf({ "list", "--namespaces", "--columns", "path,namespace" });
        const Outcome elsewhere =
            outcomeOf({ "list", "--namespaces", "--dir", directory.path(), "--columns", "path,namespace" });
        ::unlink(ours.constData());
        if (!isMade)
            QSKIP("no mount namespace can be made here");
        QVERIFY2(all.out.contains(ours), all.out.constData());
        QVERIFY2(!all.out.contains("root" + ours), all.out.constData());
        QVERIFY2(!elsewhere.out.contains(ours), elsewhere.out.constData());
    }

    void suggestsNames()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_OrderService"));
        for (const char *verb : { "send", "show", "access" }) {
            const Outcome outcome = outcomeOf({ verb, "orderservice" });
            QCOMPARE(outcome.code, 3);
            QVERIFY2(outcome.err.endsWith(" Did you mean OrderService?\n"), outcome.err.constData());
        }
    }

    void anotherUserMaySeeAnotherTmp()
    {
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 0755), 0);
        const int result = asUser(54321, [] {
            return outcomeOf({ "send", "nothing like this", "hi" }).err.contains("it may be in another /tmp") ? 0 : 1;
        });
        if (result < 0)
            QSKIP("needs root, to be another user in a child process");
        QCOMPARE(result, 0);
    }

    void anEndpointIsCertainOnlyWithItsHolder()
    {
        const PrivateDirectory directory;
        const QByteArray name("PSHost.DB0A1B2C.1.None.pwsh");
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_" + name));
        const UniqueFd dotted = listeningSocket(directory.filePath("CoreFxPipe_acme.BillingServiceControlPipe"));
        const QJsonObject endpoint = shown(name)[QLatin1String("endpoint")].toObject();
        QCOMPARE(endpoint[QLatin1String("certain")], QJsonValue(false));
        QCOMPARE(endpoint[QLatin1String("title")].toString(), QStringLiteral("Perhaps: PowerShell host"));
        QVERIFY(shown("acme.BillingServiceControlPipe")[QLatin1String("endpoint")].isNull());
        const QByteArray own = "PSHost.DB0A1B2C." + QByteArray::number(::getpid()) + ".None.pwsh";
        const UniqueFd confirmed = listeningSocket(directory.filePath("CoreFxPipe_" + own));
        const QJsonObject certain = shown(own)[QLatin1String("endpoint")].toObject();
        QCOMPARE(certain[QLatin1String("certain")], QJsonValue(true));
        QCOMPARE(certain[QLatin1String("title")].toString(), QStringLiteral("PowerShell host"));
    }

    void fifosOfDeadDebuggees()
    {
        const PrivateDirectory directory;
        const auto started = catalog::startTime(::getpid());
        QVERIFY(started.has_value());
        const auto made = [&](quint64 time) {
            const QByteArray path = directory.filePath(
                "clr-debug-pipe-" + QByteArray::number(::getpid()) + '-' + QByteArray::number(time) + "-in");
            return ::mkfifo(path.constData(), 0600) == 0 ? path : QByteArray();
        };
        const QByteArray alive = made(*started);
        const QByteArray dead = made(*started + 1); // the pid was reused
        const QByteArray other = directory.filePath("fifo");
        QCOMPARE(::mkfifo(other.constData(), 0600), 0);
        for (const QByteArray &path : { alive, other }) {
            QCOMPARE(outcomeOf({ "clean", path }).code, 1);
            QCOMPARE(::access(path.constData(), F_OK), 0);
        }
        if (catalog::diagnosticsOwnerState(leafOf(dead)) == endpoints::OwnerState::Unknown) {
            QCOMPARE(outcomeOf({ "clean", dead }).code, 1);
            QCOMPARE(::access(dead.constData(), F_OK), 0);
            QSKIP("not in the machine's outermost process and time namespaces");
        }
        QCOMPARE(shown(dead)[QLatin1String("state")].toString(), QStringLiteral("stale"));
        QCOMPARE(shown(alive)[QLatin1String("state")].toString(), QStringLiteral("unknown"));
        QCOMPARE(outcomeOf({ "clean", "--dry-run", dead }).code, 0);
        QCOMPARE(::access(dead.constData(), F_OK), 0);
        QCOMPARE(outcomeOf({ "clean", dead, dead }).code, 0);
        QVERIFY(::access(dead.constData(), F_OK) != 0);
    }

    void aDiagnosticsSocketWhoseFileIsGone()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("dotnet-diagnostic-1-2-socket");
        const UniqueFd listener = listeningSocket(path);
        const auto own = [] {
            Run run({ "processes", "--json" });
            (void)run.startAndFinish();
            for (const QJsonValue &one : QJsonDocument::fromJson(run.out.flushed).array()) {
                if (one[QLatin1String("pid")].toInteger() == ::getpid())
                    return one.toObject();
            }
            return QJsonObject();
        };
        QCOMPARE(own()[QLatin1String("diagnostics")].toString(), QString::fromUtf8(path));
        QCOMPARE(own()[QLatin1String("diagnostics_state")].toString(), QStringLiteral("listening"));
        QCOMPARE(::unlink(path.constData()), 0);
        QCOMPARE(own()[QLatin1String("diagnostics_state")].toString(), QStringLiteral("orphaned"));
        QVERIFY(outcomeOf({ "processes" }).out.contains("file removed, tools cannot connect: " + path + "\n"));
    }
};

QTEST_GUILESS_MAIN(TestAdvice)

} // namespace tst_advice

#include "tst_advice.moc"
