// SPDX-License-Identifier: MIT
#include "access/permissions/acl.h"
#include "doctor/examiner.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <array>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <grp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace tst_examiner {

using namespace pipeglass;
using namespace pipeglass::doctor;
using namespace pipeglass::test;

constexpr uid_t games = 5; // an account of every Debian system, with the group 60
constexpr gid_t gamesGroup = 60;
constexpr unsigned nobody = 65'534;

/// A directory with sockets, and what keeps them as they are.
class Scene {
public:
    PrivateDirectory directory;
    std::vector<UniqueFd> kept;
    ChildProcess other;
    QByteArray machine; ///< root of the cleaners' configuration
    QByteArray extra; ///< another directory to examine
    std::function<void()> betweenLooks = [] {};

    [[nodiscard]] QByteArray path(const char *name = "x") const
    {
        return directory.filePath(QByteArray("CoreFxPipe_") + name);
    }
    UniqueFd &keep(UniqueFd fd)
    {
        kept.push_back(std::move(fd));
        return kept.back();
    }
    void put(const QByteArray &file, const QByteArray &text) const
    {
        const std::filesystem::path whole((machine + file).constData());
        std::filesystem::create_directories(whole.parent_path());
        std::ofstream(whole, std::ios::binary) << text.toStdString();
    }
};

using Make = bool (*)(Scene &scene); ///< false: not possible here

bool write(const UniqueFd &fd, const QByteArray &bytes)
{
    return ::write(fd.get(), bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size();
}

/// An accepted client; the last two of `kept` are the client and the server's end.
bool connectPair(Scene &scene)
{
    scene.kept.reserve(8);
    UniqueFd &listener = scene.keep(listeningSocket(scene.path()));
    scene.keep(connectedSocket(scene.path()));
    scene.keep(acceptedSocket(listener));
    return true;
}

bool healthy(Scene &scene)
{
    std::array<char, 8> bytes{};
    return connectPair(scene) && write(scene.kept[1], "question")
        && ::recv(scene.kept[2].get(), bytes.data(), bytes.size(), 0) == ssize_t{ bytes.size() };
}

bool stale(Scene &scene)
{
    makeStaleSocket(scene.path());
    return true;
}

bool ofAnotherUser(Scene &scene)
{
    makeStaleSocket(scene.path());
    return ::chown(scene.path().constData(), nobody, nobody) == 0
        && ::chmod(scene.directory.path().constData(), 01777) == 0;
}

bool leftover(Scene &scene)
{
    makeStaleSocket(scene.directory.filePath("dotnet-diagnostic-4194999-1-socket"));
    return ::mkfifo(scene.directory.filePath("clr-debug-pipe-4194999-1-in").constData(), 0600) == 0
        && ::mkfifo(scene.directory.filePath("clr-debug-pipe-4194999-1-out").constData(), 0600) == 0;
}

bool orphaned(Scene &scene)
{
    scene.keep(listeningSocket(scene.path()));
    return ::unlink(scene.path().constData()) == 0;
}

bool recreated(Scene &scene)
{
    scene.betweenLooks = [&scene] {
        scene.kept.clear();
        ::unlink(scene.path().constData());
        scene.keep(listeningSocket(scene.path()));
    };
    return orphaned(scene);
}

bool takenOver(Scene &scene)
{
    const bool began = scene.other.start([&scene] {
        scene.keep(listeningSocket(scene.path()));
        return true;
    });
    if (!began || ::unlink(scene.path().constData()) != 0)
        return false;
    scene.keep(listeningSocket(scene.path()));
    return true;
}

bool shutDown(Scene &scene) { return ::shutdown(scene.keep(listeningSocket(scene.path())).get(), SHUT_RDWR) == 0; }

bool waiting(Scene &scene)
{
    connectPair(scene);
    scene.keep(connectedSocket(scene.path()));
    return true;
}

bool full(Scene &scene)
{
    scene.keep(listeningSocket(scene.path(), 1));
    scene.keep(connectedSocket(scene.path()));
    scene.keep(connectedSocket(scene.path()));
    return true;
}

bool unread(Scene &scene) { return connectPair(scene) && write(scene.kept[2], "nobody reads this"); }

bool readInBetween(Scene &scene)
{
    scene.betweenLooks = [&scene] {
        char byte = 0;
        (void)::recv(scene.kept[1].get(), &byte, 1, 0);
        (void)write(scene.kept[2], "yz");
    };
    return unread(scene);
}

bool masked(Scene &scene)
{
    scene.keep(listeningSocket(scene.path()));
    access::Acl acl = access::Acl::fromMode(FileMode(0755));
    acl.named.push_back({ { access::PrincipalKind::User, games }, 6 });
    acl.mask = 5;
    const QByteArray value = acl.encode();
    return ::setxattr(
               scene.path().constData(), "system.posix_acl_access", value.constData(),
               static_cast<size_t>(value.size()), 0)
        == 0;
}

bool lackingGroup(Scene &scene)
{
    scene.keep(listeningSocket(scene.path()));
    return ::chown(scene.path().constData(), 0, gamesGroup) == 0 && ::chmod(scene.path().constData(), 0770) == 0
        && ::chmod(scene.directory.path().constData(), 0755) == 0 && scene.other.start([] {
               return ::setgroups(0, nullptr) == 0 && ::setresgid(nobody, nobody, nobody) == 0
                   && ::setresuid(games, games, games) == 0;
           });
}

bool longPath(Scene &scene, qsizetype length)
{
    scene.extra = scene.directory.filePath(QByteArray(60, 'd'));
    if (::mkdir(scene.extra.constData(), 0700) != 0)
        return false;
    const QByteArray leaf = "CoreFxPipe_" + QByteArray(length - scene.extra.size() - 12, 'n');
    const UniqueFd at(::open(scene.extra.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    scene.keep(listeningSocket("/proc/self/fd/" + QByteArray::number(at.get()) + '/' + leaf));
    return true;
}

bool tooLong(Scene &scene) { return longPath(scene, 108); }
bool longest(Scene &scene) { return longPath(scene, 107); }
bool longForOthers(Scene &scene) { return longPath(scene, 103); }

/// systemd-tmpfiles spares a live socket under the name that it was bound to, and not under another one.
bool cleaned(Scene &scene, bool isScheduled)
{
    scene.machine = scene.directory.filePath("root");
    if (isScheduled)
        scene.put("/run/systemd/system/x", "x");
    scene.put("/usr/lib/systemd/system/systemd-tmpfiles-clean.timer", "x");
    scene.put("/usr/lib/systemd/system/systemd-tmpfiles-clean.service", "x");
    const QByteArray wants = scene.machine + "/usr/lib/systemd/system/timers.target.wants";
    std::filesystem::create_directories(wants.constData());
    std::filesystem::create_symlink(
        "../systemd-tmpfiles-clean.timer", (wants + "/systemd-tmpfiles-clean.timer").constData());
    scene.put("/usr/bin/systemd-tmpfiles", "x");
    scene.put("/usr/lib/tmpfiles.d/x.conf", "d " + scene.directory.path() + " - - - 10d\n");
    scene.put("/proc/1/net/unix", "Num\n");
    scene.keep(listeningSocket(scene.path()));
    return true;
}

bool cleanedSoon(Scene &scene) { return cleaned(scene, true); }
bool cleanedByHand(Scene &scene) { return cleaned(scene, false); }

QByteArrayList idsOf(const std::vector<Finding> &findings)
{
    QByteArrayList ids;
    for (const Finding &finding : findings)
        ids << QByteArray(word(finding.id).data());
    return ids;
}

/// Real sockets, with looks at given times.
class TestExaminer : public QObject {
    Q_OBJECT

private:
    static std::vector<Finding> examined(Scene &scene)
    {
        catalog::ScanOptions options;
        options.directories = { scene.extra.isEmpty() ? scene.directory.path() : scene.extra };
        options.scope = catalog::Scope::DotNet;
        Examiner examiner(options, cleaning::Machine(scene.machine.isEmpty() ? "/nonexistent" : scene.machine));
        examiner.look(0);
        for (const qint64 at : { 1'000, 6'000, 11'000 }) {
            scene.betweenLooks();
            examiner.look(at);
        }
        return examiner.findings();
    }

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<Make>("make");
        QTest::addColumn<QByteArrayList>("ids");
        const auto row = [](const char *name, Make make, const QByteArrayList &ids) {
            QTest::newRow(name) << make << ids;
        };
        row("a healthy pair", healthy, {});
        row("left behind", stale, { "stale" });
        row("left behind by another user", ofAnotherUser, { "name-in-use" });
        row("three files of a runtime", leftover, { "runtime-leftover" });
        row("removed", orphaned, { "orphaned" });
        row("re-created for each client", recreated, {});
        row("taken over", takenOver, { "taken-over" });
        row("shut down", shutDown, { "shut-down" });
        row("a waiting client", waiting, { "waiting-client" });
        row("a full backlog", full, { "backlog-full" });
        row("unread", unread, { "unread" });
        row("read slowly", readInBetween, {});
        row("a mask", masked, { "acl-mask" });
        row("a missing group", lackingGroup, { "group-missing" });
        row("a path of 108 bytes", tooLong, { "path-too-long" });
        row("a path of 107 bytes", longest, { "path-too-long" });
        row("a path of 103 bytes", longForOthers, {});
        row("a cleaner", cleanedSoon, { "cleaner" });
        row("a cleaner that is not scheduled", cleanedByHand, { "cleaner" });
    }

    void finds()
    {
        QFETCH(const Make, make);
        Scene scene;
        if (!make(scene))
            QSKIP("needs root, or a file system with ACLs");
        QTEST(idsOf(examined(scene)), "ids");
    }

    void namesWhoIsConcerned()
    {
        Scene scene;
        QVERIFY(waiting(scene));
        const std::vector<Finding> found = examined(scene);
        QCOMPARE(found.size(), size_t{ 1 });
        QCOMPARE(found[0].count, quint64{ 1 });
        QCOMPARE(found[0].processes.value(0).pid, ::getpid());
        QCOMPARE(found[0].others.value(0).pid, ::getpid());
        QCOMPARE(found[0].name, QByteArray("x"));
        QCOMPARE(found[0].path, scene.path());
    }

    /// The examined process must not notice.
    void takesNothing()
    {
        Scene scene;
        QVERIFY(unread(scene));
        QCOMPARE(examined(scene).size(), size_t{ 1 });
        QByteArray bytes(100, Qt::Uninitialized);
        const ssize_t size = ::recv(scene.kept[1].get(), bytes.data(), 100, MSG_DONTWAIT);
        QCOMPARE(bytes.left(size), QByteArray("nobody reads this"));
        QCOMPARE(::recv(scene.kept[1].get(), bytes.data(), 100, MSG_DONTWAIT), ssize_t{ -1 });
    }

    void endsWhenNothingIsPending()
    {
        Scene scene;
        QVERIFY(stale(scene));
        catalog::ScanOptions options;
        options.directories = { scene.directory.path() };
        Examiner examiner(options);
        examiner.look(0);
        QVERIFY(!examiner.isPending());
        QCOMPARE(examiner.findings().size(), size_t{ 1 });
    }
};

QTEST_GUILESS_MAIN(TestExaminer)

} // namespace tst_examiner

#include "tst_examiner.moc"
