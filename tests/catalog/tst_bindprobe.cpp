// SPDX-License-Identifier: MIT
#include "catalog/kernel/bindprobe.h"
#include "catalog/scanning/scanner.h"
#include "catalog/staleremoval.h"
#include "core/errortext.h"
#include "core/files/fileaside.h"
#include "support/mountnamespace.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_bindprobe {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

constexpr unsigned otherUser = 54321;

/// Held by a child process until it ends.
UniqueFd kept;

BindingAnswer ask(const QByteArray &directory, const QByteArray &leaf)
{
    const UniqueFd there(::open(directory.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const UniqueFd file(::openat(there.get(), leaf.constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    BindProbe probe;
    return probe.ask(there.get(), file.get());
}

PipeEntry only(const QByteArray &directory)
{
    const SnapshotPtr snapshot = Scanner({ { directory } }).scan();
    return snapshot->entries.size() == 1 ? *snapshot->entries.front() : PipeEntry();
}

KnownFile knownFile(const QByteArray &directory, const QByteArray &leaf)
{
    const auto info = readFileInfo(AT_FDCWD, directory + '/' + leaf);
    return { directory, leaf, info ? info->file : FileIdentity() };
}

sockaddr_un addressOf(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(&address.sun_path[0], path.constData(), static_cast<size_t>(path.size()));
    return address;
}

bool canConnect(const QByteArray &path)
{
    const UniqueFd client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const sockaddr_un address = addressOf(path);
    return ::connect(client.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

bool run(const QByteArray &commands)
{
    return std::system(("{ " + commands + "; } >/dev/null 2>&1").constData()) == 0; // NOLINT
}

/// Runs `body` as the first process in a new process namespace, with another network namespace and its own /proc;
/// returns its result, or 99 if that is not possible.
int inContainer(const std::function<int()> &body)
{
    const pid_t outer = ::fork();
    if (outer == 0) {
        if (::unshare(CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWNS) != 0
            || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
            ::_exit(99);
        const pid_t inner = ::fork();
        if (inner == 0)
            ::_exit(::mount("proc", "/proc", "proc", 0, nullptr) == 0 ? body() : 99);
        int status = 0;
        ::waitpid(inner, &status, 0);
        ::_exit(WIFEXITED(status) ? WEXITSTATUS(status) : 98);
    }
    int status = 0;
    ::waitpid(outer, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 98;
}

class TestBindProbe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhetherSomebodyIsBound()
    {
        const PrivateDirectory directory;
        const UniqueFd listening = listeningSocket(directory.filePath("listening"));
        const UniqueFd bound = boundSocket(directory.filePath("bound"), SOCK_STREAM);
        const UniqueFd seqPacket = boundSocket(directory.filePath("seqpacket"), SOCK_SEQPACKET);
        const UniqueFd shutDown = listeningSocket(directory.filePath("shut-down"));
        QCOMPARE(::shutdown(shutDown.get(), SHUT_RDWR), 0);
        const UniqueFd renamed = listeningSocket(directory.filePath("before"));
        QCOMPARE(::rename(directory.filePath("before").constData(), directory.filePath("renamed").constData()), 0);
        for (const char *leaf : { "listening", "bound", "seqpacket", "shut-down", "renamed" })
            QVERIFY2(ask(directory.path(), leaf).binding == Binding::Stream, leaf);
        makeStaleSocket(directory.filePath("stale"));
        QVERIFY(ask(directory.path(), "stale").binding == Binding::None);
    }

    void datagramServers()
    {
        const PrivateDirectory directory;
        const UniqueFd server = boundSocket(directory.filePath("server"), SOCK_DGRAM);
        QVERIFY(ask(directory.path(), "server").binding == Binding::Datagram);
        const UniqueFd connected = boundSocket(directory.filePath("connected"), SOCK_DGRAM);
        const UniqueFd other = boundSocket(directory.filePath("other"), SOCK_DGRAM);
        const sockaddr_un address = addressOf(directory.filePath("other"));
        QCOMPARE(::connect(connected.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        QVERIFY(ask(directory.path(), "connected").binding == Binding::Datagram);
    }

    /// No connection, wake-up or access time.
    void leavesNoTrace()
    {
        const PrivateDirectory directory;
        const UniqueFd server = listeningSocket(directory.filePath("server"), 0);
        struct stat before { };
        struct stat after { };
        QCOMPARE(::stat(directory.filePath("server").constData(), &before), 0);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(ask(directory.path(), "server").binding == Binding::Stream);
        QCOMPARE(::stat(directory.filePath("server").constData(), &after), 0);
        QCOMPARE(before.st_atim.tv_nsec, after.st_atim.tv_nsec);
        QCOMPARE(before.st_ctim.tv_nsec, after.st_ctim.tv_nsec);
        pollfd polled{ server.get(), POLLIN, 0 };
        QCOMPARE(::poll(&polled, 1, 0), 0);
        QCOMPARE(only(directory.path()).waiting.value_or(0), 0U);
        QVERIFY(UniqueFd(connectedSocket(directory.filePath("server"))).isValid()); // a backlog of 0 has room for one
    }

    void withoutWritePermission()
    {
        if (::geteuid() != 0)
            QSKIP("needs root, to be another user in a child process");
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 0755), 0);
        makeStaleSocket(directory.filePath("stale"));
        QCOMPARE(::chmod(directory.filePath("stale").constData(), 0755), 0);
        const int result = asUser(otherUser, [&] {
            const BindingAnswer answer = ask(directory.path(), "stale");
            return answer.binding == Binding::Unknown && answer.reason == UnknownReason::NotPermitted ? 0 : 1;
        });
        QCOMPARE(result, 0);
    }

    /// The server is outside, not visible in the namespace.
    void fromInsideAContainer()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer cannot follow the threads of a forked child");
#endif
        const PrivateDirectory directory;
        const UniqueFd server = listeningSocket(directory.filePath("CoreFxPipe_shared"));
        const int result = inContainer([&] {
            const PipeEntry entry = only(directory.path());
            if (entry.state != PipeState::Unknown || entry.unknownReason != UnknownReason::ServerHidden)
                return 1;
            const Status removed = StaleRemoval().remove(knownFile(directory.path(), "CoreFxPipe_shared"));
            return !removed && removed.error().code == ErrorCode::LeftAlive ? 0 : 2;
        });
        if (result == 99)
            QSKIP("no process and network namespace can be made here");
        QCOMPARE(result, 0);
        QCOMPARE(only(directory.path()).state, PipeState::Listening);
    }

    void throughFuse()
    {
        const PrivateDirectory directory;
        if (!run(
                "mkdir " + directory.filePath("real") + ' ' + directory.filePath("view") + " && bindfs "
                + directory.filePath("real") + ' ' + directory.filePath("view")))
            QSKIP("bindfs cannot mount here");
        const UniqueFd server = listeningSocket(directory.filePath("real/CoreFxPipe_far"));
        const PipeEntry entry = only(directory.filePath("view"));
        const Status removed = StaleRemoval().remove(knownFile(directory.filePath("view"), "CoreFxPipe_far"));
        // The process in a FIFO's name can belong to another machine.
        const QByteArray fifo = "clr-debug-pipe-4000000-1-in";
        QCOMPARE(::mkfifo(directory.filePath("real/" + fifo).constData(), 0600), 0);
        KnownFile known = knownFile(directory.filePath("view"), fifo);
        known.kind = FileKind::Fifo;
        const Status fifoRemoved = StaleRemoval().remove(known);
        known.directory = directory.filePath("real");
        known.file = knownFile(known.directory, fifo).file;
        const Status localRemoved = StaleRemoval().remove(known);
        QVERIFY(run("umount " + directory.filePath("view")));
        QCOMPARE(entry.state, PipeState::Unknown);
        QCOMPARE(entry.unknownReason, UnknownReason::ForeignFileSystem);
        QCOMPARE(removed.error().code, ErrorCode::LeftUnknown);
        QCOMPARE(fifoRemoved.error().code, ErrorCode::LeftUnknown);
        QVERIFY2(localRemoved, localRemoved ? "" : qPrintable(errorText(localRemoved.error())));
        QCOMPARE(only(directory.filePath("real")).state, PipeState::Listening);
    }

    /// A server that uses the overlay's path, probed by the layer's path; and the reverse.
    void throughAnOverlay()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer cannot follow the threads of a forked child");
#endif
        const PrivateDirectory directory;
        const int result = inMountNamespace([&] {
            const QByteArray base = directory.path();
            if (!run(
                    "cd " + base + " && mount -t tmpfs none . && cd " + base
                    + " && mkdir lower upper work merged && mount -t overlay -o lowerdir=" + base
                    + "/lower,upperdir=" + base + "/upper,workdir=" + base + "/work none " + base + "/merged"))
                return 99;
            const UniqueFd server = listeningSocket(base + "/merged/CoreFxPipe_in");
            const PipeEntry inLayer = only(base + "/upper");
            if (inLayer.state != PipeState::Unknown || inLayer.unknownReason != UnknownReason::Overlay)
                return 1;
            if (only(base + "/merged").state != PipeState::Listening)
                return 2;
            const Status removed = StaleRemoval().remove(knownFile(base + "/upper", "CoreFxPipe_in"));
            return !removed && removed.error().code == ErrorCode::LeftUnknown ? 0 : 3;
        });
        if (result == 99)
            QSKIP("no overlay can be mounted here");
        QCOMPARE(result, 0);
    }

    /// Files in two subvolumes have the same inode number, and the kernel's dump does not distinguish them.
    void inSubvolumesOfBtrfs()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer cannot follow the threads of a forked child");
#endif
        const PrivateDirectory directory;
        const int result = inMountNamespace([&] {
            const QByteArray base = directory.path();
            if (!run(
                    "cd " + base
                    + " && truncate -s 160M disk && mkfs.btrfs -q disk && mkdir m && mount -o loop disk m"
                      " && for v in a b c; do btrfs -q subvolume create m/$v; done"))
                return 99;
            ChildProcess other;
            const bool isUp = other.start([&] {
                kept = listeningSocket(base + "/m/b/CoreFxPipe_b", 7);
                return true;
            });
            const UniqueFd mine = listeningSocket(base + "/m/a/CoreFxPipe_a", 3);
            const UniqueFd client = connectedSocket(base + "/m/a/CoreFxPipe_a");
            makeStaleSocket(base + "/m/c/CoreFxPipe_c");
            const PipeEntry a = only(base + "/m/a");
            const PipeEntry b = only(base + "/m/b");
            const PipeEntry c = only(base + "/m/c");
            if (!isUp || a.file.id.inode != b.file.id.inode || a.file.id.inode != c.file.id.inode)
                return 1;
            if (a.state != PipeState::Listening || a.backlog != 3U || a.server->front().pid != ::getpid())
                return 2;
            if (b.state != PipeState::Listening || b.backlog != 7U || b.server->front().pid != other.pid())
                return 3;
            if (c.state != PipeState::Stale || !c.server->empty())
                return 4;
            if (StaleRemoval().remove(knownFile(base + "/m/b", "CoreFxPipe_b"))
                || !StaleRemoval().remove(knownFile(base + "/m/c", "CoreFxPipe_c")))
                return 5;
            if (!run("btrfs -q subvolume snapshot " + base + "/m/a " + base + "/m/copy"))
                return 6;
            return only(base + "/m/copy").state == PipeState::Stale ? 0 : 7;
        });
        if (result == 99)
            QSKIP("it takes root, mkfs.btrfs, and a loop device");
        QCOMPARE(result, 0);
    }

    void aListenerThatWasShutDown_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<PipeState>("state");
        QTest::newRow("for both") << int{ SHUT_RDWR } << PipeState::ShutDown;
        QTest::newRow("for reading") << int{ SHUT_RD } << PipeState::ShutDown;
        QTest::newRow("for writing") << int{ SHUT_WR } << PipeState::Listening;
    }

    void aListenerThatWasShutDown()
    {
        QFETCH(int, how);
        QFETCH(PipeState, state);
        const PrivateDirectory directory;
        const UniqueFd server = listeningSocket(directory.filePath("CoreFxPipe_x"));
        Scanner scanner({ { directory.path() } });
        QCOMPARE(scanner.scan()->entries.front()->state, PipeState::Listening);
        QCOMPARE(::shutdown(server.get(), how), 0);
        const Scanner::Update update = scanner.update({});
        QCOMPARE(update.snapshot->entries.front()->state, state);
        QCOMPARE(canConnect(directory.filePath("CoreFxPipe_x")), state == PipeState::Listening);
    }

    void abstractNames()
    {
        const PrivateDirectory directory;
        const QByteArray name = directory.path() + "/abstract";
        const UniqueFd server(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(&address.sun_path[1], name.constData(), static_cast<size_t>(name.size()));
        const auto size = static_cast<socklen_t>(sizeof(sa_family_t) + 1 + static_cast<size_t>(name.size()));
        QCOMPARE(::bind(server.get(), reinterpret_cast<sockaddr *>(&address), size), 0);
        QCOMPARE(::listen(server.get(), 3), 0);
        ScanOptions options;
        options.scope = Scope::All;
        Scanner scanner(options);
        const auto find = [&name](const SnapshotPtr &snapshot) {
            for (const PipeEntryPtr &entry : snapshot->entries) {
                if (entry->isAbstract() && entry->path() == '@' + name)
                    return entry;
            }
            return PipeEntryPtr();
        };
        const PipeEntryPtr entry = find(scanner.scan());
        QVERIFY(entry && !entry->isLost() && !entry->hasFile);
        QCOMPARE(entry->state, PipeState::Listening);
        QCOMPARE(entry->server->front().pid, ::getpid());
        QCOMPARE(entry->clients, std::optional(0U));
        const UniqueFd client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        QCOMPARE(::connect(client.get(), reinterpret_cast<sockaddr *>(&address), size), 0);
        const UniqueFd accepted = acceptedSocket(server);
        const Scanner::Update update = scanner.update({});
        QCOMPARE(find(update.snapshot)->clients, std::optional(1U));
        QCOMPARE(Scanner({ { directory.path() } }).scan()->entries.size(), size_t{ 0 });
    }
};

QTEST_GUILESS_MAIN(TestBindProbe)

} // namespace tst_bindprobe

#include "tst_bindprobe.moc"
