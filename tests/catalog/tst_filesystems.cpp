// SPDX-License-Identifier: MIT
#include "catalog/scanning/scanner.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <cstdlib>
#include <functional>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_filesystems {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

bool mountHere(const char *type, const QByteArray &at, const QByteArray &options, const char *source = "none")
{
    return ::mount(source, at.constData(), type, 0, options.constData()) == 0;
}

/// Returns 0: correct; 1: wrong; 2: not permitted or not supported. Runs in its own mount namespace, so nothing stays
/// mounted.
int judgedInMountNamespace(const std::function<QByteArray()> &makeDirectory, PipeState dead)
{
    const pid_t pid = ::fork();
    if (pid != 0) {
        int status = 0;
        return ::waitpid(pid, &status, 0) == pid && WIFEXITED(status) ? WEXITSTATUS(status) : 1;
    }
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        ::_exit(2);
    const QByteArray directory = makeDirectory();
    if (directory.isEmpty())
        ::_exit(2);
    UniqueFd kept = listeningSocket(directory + "/CoreFxPipe_live", 3);
    makeStaleSocket(directory + "/CoreFxPipe_stale");
    Scanner scanner({ { directory } });
    const SnapshotPtr snapshot = scanner.scan();
    bool good = snapshot->entries.size() == 2 && snapshot->entries[0]->state == PipeState::Listening
        && snapshot->entries[0]->server && snapshot->entries[0]->server->front().pid == ::getpid()
        && snapshot->entries[1]->state == dead;
    // Renamed while it is alive, and its old name bound again: each name has its own socket.
    good =
        good && ::rename((directory + "/CoreFxPipe_live").constData(), (directory + "/CoreFxPipe_a").constData()) == 0;
    const UniqueFd anew = listeningSocket(directory + "/CoreFxPipe_live", 5);
    const SnapshotPtr after = scanner.scan();
    good = good && after->entries.size() == 3 && after->entries[0]->backlog == 3U && after->entries[1]->backlog == 5U
        && after->entries[0]->socketCookie == snapshot->entries[0]->socketCookie && after->entries[2]->state == dead;
    // Removed and bound again at once, often with the same inode: a different pipe each time.
    for (int i = 0; i < 20 && good; ++i) {
        const SnapshotPtr before = scanner.scan();
        good = ::unlink((directory + "/CoreFxPipe_a").constData()) == 0;
        kept = listeningSocket(directory + "/CoreFxPipe_a", 3);
        const SnapshotDiff change = difference(*before, *scanner.scan());
        good = good && change.removed.size() == 1 && change.added.size() == 1 && change.changed.empty();
    }
    ::_exit(good ? 0 : 1);
}

/// Device and inode differ between file systems.
class TestFileSystems : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#ifdef __SANITIZE_THREAD__
        // A scan starts a thread if the machine has another network namespace.
        QSKIP("the thread sanitizer cannot follow the threads of a forked child");
#endif
    }

    void judgesWhatIsThere_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("tmpfs") << 0;
        QTest::newRow("overlay, layers on one file system") << 1;
        QTest::newRow("overlay, layers on two file systems") << 2;
        QTest::newRow("ext4") << 3;
        QTest::newRow("btrfs") << 4;
        QTest::newRow("bind mount") << 5;
    }

    void judgesWhatIsThere()
    {
        QFETCH(int, which);
        const PrivateDirectory directory;
        // A server may use the path of a layer for a file in an overlay.
        const PipeState dead = which == 1 || which == 2 ? PipeState::Unknown : PipeState::Stale;
        const int result = judgedInMountNamespace(
            [&]() -> QByteArray {
                const QByteArray base = directory.path();
                const auto make = [&base](const char *leaf) { return ::mkdir((base + leaf).constData(), 0700) == 0; };
                if (which == 3)
                    return ext4(base);
                if (which == 4)
                    return btrfs(base);
                if (!mountHere("tmpfs", base, "size=4m"))
                    return {};
                if (which == 0)
                    return base;
                if (!make("/lower") || !make("/rw") || !make("/merged"))
                    return {};
                if (which == 5)
                    return ::mount(
                               (base + "/lower").constData(), (base + "/merged").constData(), nullptr, MS_BIND, nullptr)
                            == 0
                        ? base + "/merged"
                        : QByteArray();
                if (which == 2 && !mountHere("tmpfs", base + "/rw", "size=4m"))
                    return {};
                if (!make("/rw/upper") || !make("/rw/work"))
                    return {};
                const QByteArray options =
                    "lowerdir=" + base + "/lower,upperdir=" + base + "/rw/upper,workdir=" + base + "/rw/work";
                return mountHere("overlay", base + "/merged", options) ? base + "/merged" : QByteArray();
            },
            dead);
        if (result == 2)
            QSKIP("it takes root, mkfs of that file system, and a kernel that mounts it from a loop device");
        QCOMPARE(result, 0);
    }

private:
    static QByteArray ext4(const QByteArray &base)
    {
        const QByteArray make = "truncate -s 16M " + base + "/image && mkfs.ext4 -q " + base + "/image && mkdir " + base
            + "/mnt && mount -o loop " + base + "/image " + base + "/mnt";
        return std::system(("{ " + make + "; } >/dev/null 2>&1").constData()) == 0 ? base + "/mnt" // NOLINT
                                                                                   : QByteArray();
    }

    static QByteArray btrfs(const QByteArray &base)
    {
        const QByteArray make = "truncate -s 160M " + base + "/image && mkfs.btrfs -q " + base + "/image && mkdir "
            + base + "/mnt && mount -o loop " + base + "/image " + base + "/mnt && btrfs -q subvolume create " + base
            + "/mnt/sub";
        return std::system(("{ " + make + "; } >/dev/null 2>&1").constData()) == 0 ? base + "/mnt/sub"
                                                                                   : QByteArray(); // NOLINT
    }
};

QTEST_GUILESS_MAIN(TestFileSystems)

} // namespace tst_filesystems

#include "tst_filesystems.moc"
