// SPDX-License-Identifier: MIT
#include "catalog/kernel/fileinfo.h"
#include "catalog/staleremoval.h"
#include "core/uniquefd.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <array>
#include <csignal>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_staleremoval {

using namespace pipeglass;
using namespace pipeglass::catalog;

UniqueFd boundTo(const QByteArray &path)
{
    UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(&address.sun_path[0], path.constData(), static_cast<size_t>(path.size()));
    if (::bind(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        fd.reset();
    return fd;
}

UniqueFd listeningOn(const QByteArray &path)
{
    UniqueFd fd = boundTo(path);
    ::listen(fd.get(), 5);
    return fd;
}

bool canDial(const QByteArray &path)
{
    const UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(&address.sun_path[0], path.constData(), static_cast<size_t>(path.size()));
    return ::connect(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

bool exists(const QByteArray &path)
{
    struct stat facts { };
    return ::lstat(path.constData(), &facts) == 0;
}

/// The file as it is now.
KnownFile seen(const test::PrivateDirectory &directory, const QByteArray &leaf)
{
    const Result<FileInfo> info = readFileInfo(AT_FDCWD, directory.filePath(leaf));
    return { directory.path(), leaf, info ? info->file : FileIdentity() };
}

ErrorCode codeOf(const Status &status) { return status ? ErrorCode::Interrupted : status.error().code; }

StaleRemoval::Ask always(Binding binding)
{
    return [binding](int, int) { return BindingAnswer{ binding, UnknownReason::ServerHidden }; };
}

Status removeStale(const KnownFile &file, StaleRemoval::Ask ask = {})
{
    return StaleRemoval(StaleRemoval::Remove, std::move(ask)).remove(file);
}

Status checkStale(const KnownFile &file) { return StaleRemoval(StaleRemoval::OnlyCheck).remove(file); }

size_t filesIn(const test::PrivateDirectory &directory)
{
    const std::filesystem::directory_iterator all(directory.path().constData());
    return static_cast<size_t>(std::distance(begin(all), end(all)));
}

/// A child process that runs something until it is stopped.
class Other {
public:
    template <typename Work>
    explicit Other(const Work &work)
        : m_pid(::fork())
    {
        if (m_pid == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            work();
            ::_exit(0);
        }
    }
    ~Other()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
    }
    Other(const Other &) = delete;
    Other &operator=(const Other &) = delete;

private:
    pid_t m_pid;
};

class TestStaleRemoval : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deletesADeadSocket_data()
    {
        QTest::addColumn<QByteArray>("leaf");
        QTest::newRow("plain") << QByteArray("CoreFxPipe_a");
        QTest::newRow("newline") << QByteArray("CoreFxPipe_a\nb");
        QTest::newRow("no text") << QByteArray("CoreFxPipe_\xff\xfe");
        QTest::newRow("like an option") << QByteArray("-rf");
        QTest::newRow("like ours") << QByteArray(".pipeglass-0");
    }

    void deletesADeadSocket()
    {
        QFETCH(QByteArray, leaf);
        const test::PrivateDirectory directory;
        boundTo(directory.filePath(leaf));
        const KnownFile stale = seen(directory, leaf);
        QVERIFY(checkStale(stale).has_value());
        QVERIFY(exists(directory.filePath(leaf)));
        QVERIFY(removeStale(stale).has_value());
        QCOMPARE(filesIn(directory), size_t(0));
        QCOMPARE(codeOf(removeStale(stale)), ErrorCode::NoSuchFile);
    }

    void keepsLiveSockets()
    {
        const test::PrivateDirectory directory;
        const UniqueFd listener = listeningOn(directory.filePath("a"));
        const UniqueFd bound = boundTo(directory.filePath("b"));
        const UniqueFd moved = listeningOn(directory.filePath("c"));
        QCOMPARE(::rename(directory.filePath("c").constData(), directory.filePath("d").constData()), 0);
        for (const char *leaf : { "a", "b", "d" }) {
            QCOMPARE(codeOf(checkStale(seen(directory, leaf))), ErrorCode::LeftAlive);
            QCOMPARE(codeOf(removeStale(seen(directory, leaf))), ErrorCode::LeftAlive);
        }
        QVERIFY(canDial(directory.filePath("a")) && canDial(directory.filePath("d")));
        QCOMPARE(filesIn(directory), size_t(3));
    }

    void keepsUnknownStates()
    {
        const test::PrivateDirectory directory;
        boundTo(directory.filePath("a"));
        QCOMPARE(codeOf(removeStale(seen(directory, "a"), always(Binding::Unknown))), ErrorCode::LeftUnknown);
        QVERIFY(exists(directory.filePath("a")));
    }

    void keepsOtherFiles()
    {
        const test::PrivateDirectory directory;
        QCOMPARE(::mkfifo(directory.filePath("fifo").constData(), 0600), 0);
        QCOMPARE(::mkdir(directory.filePath("directory").constData(), 0700), 0);
        boundTo(directory.filePath("socket"));
        QCOMPARE(::symlink("socket", directory.filePath("link").constData()), 0);
        for (const char *leaf : { "fifo", "directory", "link" }) {
            QCOMPARE(codeOf(removeStale(seen(directory, leaf), always(Binding::None))), ErrorCode::NotASocket);
            QVERIFY(exists(directory.filePath(leaf)));
        }
        QVERIFY(exists(directory.filePath("socket")));
    }

    void leavesAnotherFileOfTheSameName()
    {
        const test::PrivateDirectory directory;
        boundTo(directory.filePath("a"));
        const KnownFile before = seen(directory, "a");
        QCOMPARE(::unlink(directory.filePath("a").constData()), 0);
        // ext4 may reuse the inode.
        boundTo(directory.filePath("a"));
        QCOMPARE(codeOf(removeStale(before, always(Binding::None))), ErrorCode::Replaced);
        QVERIFY(exists(directory.filePath("a")));
    }

    /// Bound between the check and the rename: the renamed file is restored and can be connected to.
    void restoresAFileBoundMeanwhile()
    {
        const test::PrivateDirectory directory;
        const QByteArray path = directory.filePath("a");
        boundTo(path);
        const KnownFile stale = seen(directory, "a");
        UniqueFd listener;
        int asked = 0;
        const auto check = [&](int, int) {
            if (asked++ == 0) {
                ::unlink(path.constData());
                listener = listeningOn(path);
            }
            return BindingAnswer{ Binding::None, {} };
        };
        QCOMPARE(codeOf(removeStale(stale, check)), ErrorCode::Replaced);
        QVERIFY(canDial(path));
        QCOMPARE(filesIn(directory), size_t(1));
    }

    /// The name is taken meanwhile: both files survive, and the new one keeps the name.
    void neverOverwritesANewFile()
    {
        const test::PrivateDirectory directory;
        const QByteArray path = directory.filePath("a");
        boundTo(path);
        const KnownFile stale = seen(directory, "a");
        UniqueFd listener;
        int asked = 0;
        const auto check = [&](int, int) {
            if (asked++ == 0)
                return BindingAnswer{ Binding::None, {} };
            listener = listeningOn(path);
            return BindingAnswer{ Binding::Unknown, UnknownReason::ServerHidden };
        };
        const Status status = removeStale(stale, check);
        QCOMPARE(codeOf(status), ErrorCode::LeftUnknown);
        QVERIFY(status.error().detail.contains(QLatin1String(".pipeglass-")));
        QVERIFY(canDial(path));
        QCOMPARE(filesIn(directory), size_t(2));
    }

    void keepsAServerInAnotherNetworkNamespace()
    {
        if (::geteuid() != 0)
            QSKIP("another network namespace takes root's rights");
        const test::PrivateDirectory directory;
        const QByteArray path = directory.filePath("a");
        std::array<int, 2> ready{};
        QCOMPARE(::pipe2(ready.data(), O_CLOEXEC), 0);
        const Other server([&] {
            if (::unshare(CLONE_NEWNET) != 0)
                ::_exit(1);
            const UniqueFd listener = listeningOn(path);
            (void)!::write(ready[1], "x", 1);
            ::pause();
        });
        ::close(ready[1]);
        char byte = 0;
        const bool made = ::read(ready[0], &byte, 1) == 1;
        ::close(ready[0]);
        if (!made)
            QSKIP("this machine gives no network namespace");
        const Status status = removeStale(seen(directory, "a"));
        QVERIFY(codeOf(status) == ErrorCode::LeftAlive || codeOf(status) == ErrorCode::LeftUnknown);
        QVERIFY(canDial(path));
    }

    /// A server that starts and stops as fast as possible during cleaning: whenever it is up, its name leads to it.
    void neverDeletesALiveOneInARace()
    {
        const test::PrivateDirectory directory;
        const QByteArray path = directory.filePath("a");
        std::array<int, 2> report{};
        QCOMPARE(::pipe2(report.data(), O_CLOEXEC | O_NONBLOCK), 0);
        const Other server([&] {
            for (int round = 0;; ++round) {
                ::unlink(path.constData());
                UniqueFd listener = listeningOn(path);
                if (!listener.isValid())
                    continue;
                // The cleaner may rename it for a moment, but must not delete it.
                bool found = false;
                for (int i = 0; i < 200000 && !found; ++i)
                    found = canDial(path);
                if (!found)
                    (void)!::write(report[1], "x", 1);
                listener.reset();
                // Stale during this loop: mostly a moment, sometimes until it is deleted.
                for (int i = 0; i < (round % 50 == 0 ? 1'000'000 : 100) && exists(path); ++i)
                    (void)canDial(path);
            }
        });
        int deleted = 0;
        for (int i = 0; i < 2000 && deleted < 10; ++i)
            deleted += removeStale(seen(directory, "a")).has_value() ? 1 : 0;
        char byte = 0;
        QVERIFY2(::read(report[0], &byte, 1) != 1, "a live server lost its name");
        ::close(report[0]);
        ::close(report[1]);
        QVERIFY(deleted > 0);
    }

    /// Another user switches the name in a sticky directory between a stale socket, a link to our file and a live
    /// socket, while root cleans: only stale sockets are deleted.
    void anotherUserCannotMakeUsDeleteSomethingElse()
    {
        if (::geteuid() != 0)
            QSKIP("playing another user takes root's rights");
        const test::PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 01777), 0);
        const QByteArray path = directory.filePath("a");
        const UniqueFd precious = listeningOn(directory.filePath("precious"));
        const Other attacker([&] {
            constexpr uid_t nobody = 65534;
            if (::setgid(nobody) != 0 || ::setuid(nobody) != 0)
                ::_exit(1);
            for (;;) {
                ::unlink(path.constData());
                (void)!::symlink("precious", path.constData());
                ::unlink(path.constData());
                (void)!::link(directory.filePath("precious").constData(), path.constData());
                ::unlink(path.constData());
                boundTo(path);
            }
        });
        for (int i = 0; i < 500; ++i) {
            const Status ignored = removeStale(seen(directory, "a"));
            Q_UNUSED(ignored)
        }
        QVERIFY(canDial(directory.filePath("precious")));
    }

    void withoutRightsItSaysSo()
    {
        if (::geteuid() != 0)
            QSKIP("playing another user takes root's rights");
        const test::PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 01777), 0);
        boundTo(directory.filePath("a"));
        const KnownFile stale = seen(directory, "a");
        QCOMPARE(::seteuid(65534), 0);
        const Status status = removeStale(stale, always(Binding::None));
        QCOMPARE(::seteuid(0), 0);
        QCOMPARE(codeOf(status), ErrorCode::DeletionDenied);
        QVERIFY(exists(directory.filePath("a")));
        QCOMPARE(filesIn(directory), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestStaleRemoval)

} // namespace tst_staleremoval

#include "tst_staleremoval.moc"
