// SPDX-License-Identifier: MIT
// bench_lostnames [ROUNDS]
//
// Two processes delete stale sockets and host with "replace", while others bind, rename, bind again and shut down, in
// this and other network and process namespaces, behind bindfs and in btrfs subvolumes. After each bind() the name must
// lead to the socket that was bound. Prints a line for each kind of server; exits with 1 if a name was lost. Needs
// root, bindfs and btrfs-progs; reports and skips what cannot be mounted.
#include "catalog/kernel/fileinfo.h"
#include "catalog/staleremoval.h"
#include "engine/sockets/boundname.h"
#include "support/privatedirectory.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pipeglass;

namespace {

constexpr int namesOfEach = 100;

struct Counts {
    std::atomic<long> binds{ 0 };
    std::atomic<long> aside{ 0 }; ///< names that led elsewhere for a moment
    std::atomic<long> lost{ 0 };
};

struct Shared {
    std::atomic<bool> ended{ false };
    std::atomic<long> rounds{ 0 };
    std::atomic<long> deleted{ 0 };
    std::atomic<long> hosted{ 0 };
    std::array<Counts, 6> servers;
};

struct Kind {
    const char *name;
    QByteArray directory;
    int spaces = 0;
};

bool run(const QByteArray &commands)
{
    return std::system(("{ " + commands + "; } >/dev/null 2>&1").constData()) == 0; // NOLINT
}

UniqueFd bindTo(const QByteArray &path)
{
    UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(&address.sun_path[0], path.constData(), static_cast<size_t>(path.size()));
    if (::bind(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        fd.reset();
    return fd;
}

/// Whether a client reaches this server.
bool reaches(const QByteArray &path, const UniqueFd &listener)
{
    const UniqueFd client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(&address.sun_path[0], path.constData(), static_cast<size_t>(path.size()));
    if (::connect(client.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return false;
    const UniqueFd accepted(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    return accepted.isValid();
}

void check(Counts &counts, const QByteArray &path, const UniqueFd &listener)
{
    if (reaches(path, listener))
        return;
    ++counts.aside;
    for (int tries = 0; tries < 200'000; ++tries) {
        if (reaches(path, listener))
            return;
    }
    ++counts.lost;
    std::printf("lost: %s\n", path.constData());
}

void serve(Shared &shared, Counts &counts, const QByteArray &directory, int number)
{
    QRandomGenerator random(static_cast<quint32>(number));
    for (int i = 0; !shared.ended; i = (i + 1) % namesOfEach) {
        const QByteArray path = directory + "/CoreFxPipe_" + QByteArray::number(number) + '-' + QByteArray::number(i);
        UniqueFd listener = bindTo(path);
        if (!listener.isValid() && random.bounded(2) == 0) {
            ::unlink(path.constData()); // as a .NET server does
            listener = bindTo(path);
        }
        if (!listener.isValid()) {
            ::sched_yield(); // not deleted yet
            continue;
        }
        ::fcntl(listener.get(), F_SETFL, O_NONBLOCK);
        ::listen(listener.get(), 5);
        ++counts.binds;
        ++shared.rounds;
        check(counts, path, listener);
        const int what = static_cast<int>(random.bounded(6));
        if (what == 0) {
            const QByteArray renamed = path + "-renamed";
            if (::renameat2(AT_FDCWD, path.constData(), AT_FDCWD, renamed.constData(), RENAME_NOREPLACE) == 0)
                check(counts, renamed, listener);
        } else if (what == 1) {
            struct stat before { };
            struct stat after { };
            ::shutdown(listener.get(), SHUT_RDWR);
            // It refuses every client, but keeps its name.
            const bool wasThere = ::lstat(path.constData(), &before) == 0;
            bool isThere = false;
            for (int tries = 0; tries < 200'000 && !isThere; ++tries)
                isThere = ::lstat(path.constData(), &after) == 0;
            counts.lost += wasThere && (!isThere || before.st_ino != after.st_ino) ? 1 : 0;
        } else if (what == 2) {
            ::unlink(path.constData());
        }
    }
}

/// Some directories have several paths.
void clean(Shared &shared, const std::vector<QByteArray> &directories)
{
    while (!shared.ended) {
        for (const QByteArray &directory : directories) {
            catalog::StaleRemoval removal;
            std::error_code ignored;
            for (const auto &file : std::filesystem::directory_iterator(directory.constData(), ignored)) {
                const QByteArray leaf = QByteArray::fromStdString(file.path().filename().string());
                const auto info = catalog::readFileInfo(AT_FDCWD, directory + '/' + leaf);
                if (info && removal.remove({ directory, leaf, info->file }))
                    ++shared.deleted;
            }
        }
    }
}

void host(Shared &shared, const std::vector<QByteArray> &directories)
{
    QRandomGenerator random(99);
    while (!shared.ended) {
        const QByteArray &directory = directories[random.bounded(static_cast<quint32>(directories.size()))];
        std::error_code ignored;
        for (const auto &file : std::filesystem::directory_iterator(directory.constData(), ignored)) {
            const UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
            engine::BoundName::Request request;
            request.path = QByteArray::fromStdString(file.path().string());
            request.replaceStale = true;
            if (request.path.contains("/.pipeglass-"))
                continue;
            if (engine::BoundName::bind(socket.get(), request))
                ++shared.hosted;
        }
    }
}

pid_t start(int spaces, const std::function<void()> &body)
{
    const pid_t pid = ::fork();
    if (pid != 0)
        return pid;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (spaces != 0 && ::unshare(spaces) != 0)
        ::_exit(1);
    if ((spaces & CLONE_NEWPID) != 0) {
        const pid_t inner = ::fork();
        if (inner != 0) {
            ::waitpid(inner, nullptr, 0);
            ::_exit(0);
        }
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    }
    body();
    ::_exit(0);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const long rounds = argc > 1 ? QByteArray(argv[1]).toLong() : 200'000;
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        std::fprintf(stderr, "This needs root, for a mount namespace of its own.\n");
        return 2;
    }
    const test::PrivateDirectory base;
    auto *shared =
        new (::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) Shared;
    const auto at = [&base](const char *leaf) { return base.filePath(leaf); };
    (void)run("mkdir " + at("plain") + ' ' + at("real") + ' ' + at("view") + ' ' + at("m"));
    std::vector<Kind> kinds{ { "plain", at("plain") },
                             { "other network namespace", at("plain"), CLONE_NEWNET },
                             { "other process and network namespace", at("plain"), CLONE_NEWNET | CLONE_NEWPID } };
    std::vector<QByteArray> directories{ at("plain") };
    if (run("bindfs " + at("real") + ' ' + at("view"))) {
        kinds.push_back({ "behind bindfs", at("real") });
        directories.push_back(at("view"));
        directories.push_back(at("real"));
    } else {
        std::printf("bindfs cannot mount here\n");
    }
    if (run("truncate -s 400M " + at("disk") + " && mkfs.btrfs -q " + at("disk") + " && mount -o loop " + at("disk")
            + ' ' + at("m") + " && btrfs -q subvolume create " + at("m/a") + " && btrfs -q subvolume create "
            + at("m/b"))) {
        kinds.push_back({ "btrfs subvolume a", at("m/a") });
        kinds.push_back({ "btrfs subvolume b", at("m/b") });
        directories.push_back(at("m/a"));
        directories.push_back(at("m/b"));
    } else {
        std::printf("no btrfs can be mounted here\n");
    }
    std::vector<pid_t> children;
    for (size_t i = 0; i < kinds.size(); ++i)
        children.push_back(start(
            kinds[i].spaces, [&, i] { serve(*shared, shared->servers[i], kinds[i].directory, static_cast<int>(i)); }));
    children.push_back(start(0, [&] { clean(*shared, directories); }));
    children.push_back(start(0, [&] { host(*shared, directories); }));
    while (shared->rounds < rounds)
        ::usleep(20'000);
    shared->ended = true;
    for (const pid_t child : children)
        ::waitpid(child, nullptr, 0);
    long lost = 0;
    for (size_t i = 0; i < kinds.size(); ++i) {
        const Counts &counts = shared->servers[i];
        std::printf(
            "%-36s %8ld bound, %6ld aside for a moment, %ld lost\n", kinds[i].name, counts.binds.load(),
            counts.aside.load(), counts.lost.load());
        lost += counts.lost;
    }
    std::printf("%ld stale files deleted, %ld names hosted\n", shared->deleted.load(), shared->hosted.load());
    (void)run("umount " + at("view"));
    (void)run("umount " + at("m"));
    return lost == 0 ? 0 : 1;
}
