// SPDX-License-Identifier: MIT
#include "catalog/kernel/mountwatch.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_mountwatch {

using namespace pipeglass;

class TestMountWatch : public QObject {
    Q_OBJECT

private:
    /// Runs in its own mount namespace. Returns 0, or the number of the failed check.
    static int watchMounts(const QByteArray &directory)
    {
        catalog::MountWatch watch;
        if (!watch.mayHaveChanged())
            return 1;
        const size_t before = watch.read().mounts.size();
        if (watch.mayHaveChanged())
            return 2;
        if (::mount("none", directory.constData(), "tmpfs", 0, nullptr) != 0)
            return 3;
        if (!watch.mayHaveChanged())
            return 4;
        if (watch.read().mounts.size() != before + 1 || watch.mayHaveChanged())
            return 5;
        // Like a /proc that is remounted with hidepid.
        if (::mount("none", directory.constData(), nullptr, MS_REMOUNT, "size=64k") != 0)
            return 6;
        if (!watch.mayHaveChanged())
            return 7;
        (void)watch.read();
        if (::umount(directory.constData()) != 0)
            return 8;
        return watch.mayHaveChanged() && watch.read().mounts.size() == before ? 0 : 9;
    }

private Q_SLOTS:
    void reportsEachChange()
    {
        if (::geteuid() != 0)
            QSKIP("only root may mount");
        const test::PrivateDirectory directory;
        const pid_t child = ::fork();
        if (child == 0) {
            if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
                ::_exit(99);
            ::_exit(watchMounts(directory.path()));
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        if (WEXITSTATUS(status) == 99)
            QSKIP("no mount namespaces here");
        QCOMPARE(WEXITSTATUS(status), 0);
    }
};

QTEST_GUILESS_MAIN(TestMountWatch)

} // namespace tst_mountwatch

#include "tst_mountwatch.moc"
