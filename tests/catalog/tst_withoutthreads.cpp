// SPDX-License-Identifier: MIT
#include "catalog/kernel/holdersearch.h"
#include "catalog/scanning/directoryfile.h"
#include "catalog/scanning/scanner.h"
#include "support/mountnamespace.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <csignal>

#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_withoutthreads {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

constexpr uid_t otherUser = 54321;

/// Held by a child process until it ends.
UniqueFd kept;

bool mayMakeNoThread()
{
    // The test program's own handler would wait for a thread or process forever.
    ::signal(SIGABRT, SIG_DFL);
    constexpr rlimit none{ 1, 1 };
    return ::setrlimit(RLIMIT_NPROC, &none) == 0;
}

quint32 inodeOf(const UniqueFd &socket)
{
    struct stat status { };
    return ::fstat(socket.get(), &status) == 0 ? static_cast<quint32>(status.st_ino) : 0;
}

/// At the limit of threads for a user or service, scans take longer or see less, but work.
class TestWithoutThreads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer cannot follow the threads of a forked child");
#endif
        if (::geteuid() != 0)
            QSKIP("takes the rights to become another user");
    }

    void manyFiles()
    {
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 0755), 0);
        constexpr int many = 1100;
        for (int i = 0; i < many; ++i)
            QCOMPARE(::mkfifo(directory.filePath("CoreFxPipe_" + QByteArray::number(i)).constData(), 0600), 0);
        const int seen = asUser(otherUser, [&] {
            if (!mayMakeNoThread())
                return 1;
            const auto listing = DirectoryListing::read({ directory.path() }, NameFilter(Scope::All));
            return listing.files.size() == many && listing.problems.empty() ? 42 : 2;
        });
        QCOMPARE(seen, 42);
    }

    void holders()
    {
        const int seen = asUser(otherUser, [] {
            if (!mayMakeNoThread())
                return 1;
            const UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
            const HolderSearch found = findHolders({ inodeOf(socket) }, 4);
            return found.holders == std::vector<Holder>{ { inodeOf(socket), ::getpid(), socket.get() } } ? 42 : 2;
        });
        QCOMPARE(seen, 42);
    }

    /// It is known, but cannot be entered then.
    void anotherNetworkNamespace()
    {
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 0755), 0);
        const QByteArray path = directory.filePath("CoreFxPipe_far");
        const UniqueFd listener = listeningSocket(path);
        makeStaleSocket(directory.filePath("CoreFxPipe_stale"));
        QCOMPARE(::chmod(directory.filePath("CoreFxPipe_stale").constData(), 0777), 0);
        ChildProcess client;
        const bool started = client.start([&] {
            if (::unshare(CLONE_NEWNET) != 0)
                return false;
            kept = connectedSocket(path);
            // So that other users may read its namespace.
            return ::setresgid(otherUser, otherUser, otherUser) == 0
                && ::setresuid(otherUser, otherUser, otherUser) == 0 && ::prctl(PR_SET_DUMPABLE, 1) == 0;
        });
        if (!started)
            QSKIP("no network namespace can be made here");
        const UniqueFd accepted = acceptedSocket(listener);
        const int seen = asUser(otherUser, [&] {
            if (!mayMakeNoThread())
                return 1;
            ScanOptions options;
            options.directories = { directory.path() };
            Scanner scanner(options);
            for (const SnapshotPtr &snapshot : { scanner.scan(), scanner.update({}).snapshot }) {
                if (snapshot->entries.size() != 2 || !snapshot->problems.empty())
                    return 2;
                if (snapshot->entries[0]->state != PipeState::Listening || snapshot->entries[0]->clients)
                    return 3;
                if (snapshot->entries[1]->state != PipeState::Stale)
                    return 4;
            }
            return 42;
        });
        QCOMPARE(seen, 42);
    }
};

QTEST_GUILESS_MAIN(TestWithoutThreads)

} // namespace tst_withoutthreads

#include "tst_withoutthreads.moc"
