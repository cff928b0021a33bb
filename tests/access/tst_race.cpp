// SPDX-License-Identifier: MIT
#include "access/changes/changer.h"
#include "support/identity.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <atomic>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_race {

using namespace pipeglass;
using namespace pipeglass::access;
using namespace pipeglass::test;

constexpr uid_t attackerUid = 61009;
#ifdef __SANITIZE_ADDRESS__
constexpr int share = 20; // the sanitizer is slow, and checks memory, not the race
#else
constexpr int share = 1;
#endif

/// Files that must not change, held by O_PATH descriptors from before the attack.
struct Guarded {
    UniqueFd fd;
    Permissions before;
};

Guarded guard(const QByteArray &path)
{
    Guarded guarded;
    guarded.fd = UniqueFd(::open(path.constData(), O_PATH | O_CLOEXEC));
    guarded.before = readFacts(guarded.fd.get(), path)->permissions;
    return guarded;
}

/// Another user who replaces `name` with different files as fast as possible, until stopped.
class Attacker {
public:
    Attacker(QByteArray name, QList<QByteArray> decoys)
        : m_shared(static_cast<Shared *>(
            ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
    {
        new (m_shared) Shared;
        m_pid = ::fork();
        if (m_pid == 0)
            attack(name, decoys);
    }
    ~Attacker()
    {
        m_shared->stop = true;
        ::waitpid(m_pid, nullptr, 0);
        ::munmap(m_shared, sizeof(Shared));
    }
    Attacker(const Attacker &) = delete;
    Attacker &operator=(const Attacker &) = delete;

    [[nodiscard]] quint64 swaps() const { return m_shared->swaps; }

private:
    struct Shared {
        std::atomic<bool> stop = false;
        std::atomic<quint64> swaps = 0;
    };

    [[noreturn]] void attack(const QByteArray &name, const QList<QByteArray> &decoys)
    {
        // Ends with the test.
        if (::setresuid(attackerUid, attackerUid, attackerUid) != 0 || ::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
            ::_exit(1);
        const auto swap = [&name](const QByteArray &decoy) {
            return ::renameat2(AT_FDCWD, name.constData(), AT_FDCWD, decoy.constData(), RENAME_EXCHANGE) == 0;
        };
        while (!m_shared->stop) {
            for (const QByteArray &decoy : decoys) {
                if (!swap(decoy) || !swap(decoy))
                    ::_exit(2);
                ++m_shared->swaps;
            }
        }
        ::_exit(0);
    }

    Shared *m_shared;
    pid_t m_pid = -1;
};

QByteArray memoryDirectory()
{
    QByteArray path("/dev/shm/pgt-XXXXXX");
    return ::mkdtemp(path.data()) == nullptr ? QByteArray() : path;
}

/// Another user replaces the file while root changes permissions: the change affects the right socket or nothing.
class TestRace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("only root can start an attacker of another user");
    }

    void swappedName()
    {
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 0711), 0);
        const QByteArray arena = directory.filePath("arena");
        QCOMPARE(::mkdir(arena.constData(), 0777), 0);
        QCOMPARE(::chmod(arena.constData(), 0777), 0); // no sticky bit: more than an attacker has in /tmp
        const QByteArray pipe = arena + "/pipe";
        const BoundSocket server(pipe);
        const BoundSocket other(arena + "/other");
        const QByteArray secret = directory.filePath("secret");
        for (const QByteArray &file : { secret, arena + "/file" })
            QVERIFY(UniqueFd(::open(file.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600)).isValid());
        QCOMPARE(::symlink(secret.constData(), (arena + "/symlink").constData()), 0);
        QCOMPARE(::symlink((arena + "/other").constData(), (arena + "/socketlink").constData()), 0);
        QCOMPARE(::link(secret.constData(), (arena + "/hardlink").constData()), 0);
        QCOMPARE(::mkfifo((arena + "/fifo").constData(), 0600), 0);
        std::vector<Guarded> guarded;
        for (const QByteArray &path : { secret, arena + "/other", arena + "/file", arena + "/fifo" })
            guarded.push_back(guard(path));
        attackWhileChanging(
            pipe, pipe,
            { arena + "/symlink", arena + "/hardlink", arena + "/other", arena + "/fifo", arena + "/file",
              arena + "/socketlink" },
            guarded, 100'000 / share);
    }

    void swappedDirectory()
    {
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 0711), 0);
        const QByteArray arena = directory.filePath("arena");
        for (const QByteArray &made : { arena, arena + "/way", arena + "/copy" }) {
            QCOMPARE(::mkdir(made.constData(), 0777), 0);
            QCOMPARE(::chown(made.constData(), attackerUid, 0), 0);
        }
        QCOMPARE(::chmod(arena.constData(), 0777), 0);
        const BoundSocket server(arena + "/way/pipe");
        const BoundSocket other(arena + "/copy/pipe");
        QCOMPARE(::mkdir(directory.filePath("elsewhere").constData(), 0755), 0);
        const BoundSocket third(directory.filePath("elsewhere/pipe"));
        QCOMPARE(::symlink(directory.filePath("elsewhere").constData(), (arena + "/link").constData()), 0);
        std::vector<Guarded> guarded;
        guarded.push_back(guard(arena + "/copy/pipe"));
        guarded.push_back(guard(directory.filePath("elsewhere/pipe")));
        attackWhileChanging(
            arena + "/way/pipe", arena + "/way", { arena + "/copy", arena + "/link" }, guarded, 20'000 / share);
    }

private:
    static void attackWhileChanging(
        const QByteArray &pipe, const QByteArray &swapped, const QList<QByteArray> &decoys,
        const std::vector<Guarded> &guarded, int rounds)
    {
        Target target = *readTarget(pipe);
        const UniqueFd right(::open(pipe.constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
        // In memory, because syncing a disk would slow down the race.
        const QByteArray memory = memoryDirectory();
        const Changer changer{ Journal(memory), {} };
        int done = 0;
        int refused = 0;
        quint64 swaps = 0;
        {
            const Attacker attacker(swapped, decoys);
            QTRY_VERIFY(attacker.swaps() > 0);
            for (int round = 0; round < rounds; ++round) {
                ChangeRequest request;
                request.mode = FileMode(target.facts.permissions.mode.bits() == 0660 ? 0622 : 0660);
                Preview preview{ target, target.facts.permissions, {}, {}, {} };
                preview.after.mode = *request.mode;
                preview.after.acl = Acl::fromMode(*request.mode);
                if (changer.apply(preview)) {
                    ++done;
                    target.facts.permissions = preview.after;
                } else {
                    ++refused;
                }
            }
            swaps = attacker.swaps();
        }
        std::remove((memory + "/access-journal.jsonl").constData());
        ::rmdir(memory.constData());
        QCOMPARE(readFacts(right.get(), pipe)->permissions, target.facts.permissions);
        for (const Guarded &one : guarded)
            QCOMPARE(readFacts(one.fd.get(), {})->permissions, one.before);
        qInfo("%d rounds: %d changes, %d refused, %llu swaps, 0 other files touched", rounds, done, refused, swaps);
        QVERIFY(done > 0 && refused > 0);
    }
};

QTEST_GUILESS_MAIN(TestRace)

} // namespace tst_race

#include "tst_race.moc"
