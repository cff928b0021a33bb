// SPDX-License-Identifier: MIT
#include "exchange/watcherprocess.h"

#include "core/path.h"
#include "core/system/procfile.h"
#include "exchange/exchangetext.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pipeglass::exchange {

namespace {

constexpr int startMilliseconds = 5000;
constexpr size_t mostDescriptors = 8;

/// Beside this program, as in a build tree, or where it is installed; empty where it is in neither place.
QByteArray watcherProgram(const char *name)
{
    const QByteArray installed = joinedPath(PIPEGLASS_WATCHER_DIRECTORY, name);
    const QByteArray self = readProcLink(::getpid(), "exe").value_or(QByteArray());
    for (const QByteArray &path : { joinedPath(directoryOf(self), name), installed }) {
        if (::access(path.constData(), X_OK) == 0)
            return path;
    }
    return {};
}

/// posix_spawn() with `link` as standard input and nothing else of ours; 0 or errno.
int spawn(const QByteArray &program, QByteArray argument, int link, pid_t &pid)
{
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, link, STDIN_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;
    sigset_t signals;
    ::posix_spawnattr_init(&attributes);
    ::sigemptyset(&signals);
    ::posix_spawnattr_setsigmask(&attributes, &signals);
    ::sigfillset(&signals);
    ::posix_spawnattr_setsigdefault(&attributes, &signals);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
    QByteArray name = leafOf(program).toByteArray();
    const std::array<char *, 3> words{ name.data(), argument.data(), nullptr };
    const int error = ::posix_spawn(&pid, program.constData(), &actions, &attributes, words.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    return error;
}

struct DescriptorMessage {
    DescriptorMessage()
    {
        header.msg_iov = &piece;
        header.msg_iovlen = 1;
        header.msg_control = control;
        header.msg_controllen = sizeof control;
    }
    DescriptorMessage(const DescriptorMessage &) = delete;
    DescriptorMessage &operator=(const DescriptorMessage &) = delete;

    char byte = 0;
    iovec piece{ &byte, 1 };
    alignas(cmsghdr) char control[CMSG_SPACE(mostDescriptors * sizeof(int))] = {};
    msghdr header{};
};

} // namespace

WatcherProcess::WatcherProcess(UniqueFd link)
    : m_link(std::move(link))
{
}

Result<WatcherProcess> WatcherProcess::start(const char *program, const QByteArray &argument)
{
    const auto notStarted = [program](int number, const QString &detail) {
        return failure(Error{ ErrorCode::HelperFailed, number, program, detail });
    };
    const QByteArray file = watcherProgram(program);
    if (file.isEmpty())
        return notStarted(ENOENT, ExchangeText::tr("it is not installed"));
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return failure(systemError(errno, program));
    UniqueFd link(ends[0]);
    const UniqueFd theirs(ends[1]);
    pid_t first = 0;
    if (const int error = spawn(file, argument, theirs.get(), first); error != 0)
        return notStarted(error, QString::fromLocal8Bit(std::strerror(error)));
    // It forks and ends at once, so that none of our children is left to be waited for.
    while (::waitpid(first, nullptr, 0) < 0 && errno == EINTR) { }
    return WatcherProcess(std::move(link));
}

void WatcherProcess::awaitReady()
{
    pollfd ready{ m_link.get(), POLLIN, 0 };
    if (m_link.isValid() && ::poll(&ready, 1, startMilliseconds) == 1
        && ::recv(m_link.get(), &m_pid, sizeof m_pid, MSG_WAITALL) == sizeof m_pid)
        return;
    m_pid = 0;
    m_link.reset();
}

void WatcherProcess::send(const std::vector<int> &descriptors) const
{
    DescriptorMessage message;
    const size_t size = descriptors.size() * sizeof(int);
    message.header.msg_controllen = CMSG_SPACE(size);
    cmsghdr *control = CMSG_FIRSTHDR(&message.header);
    control->cmsg_level = SOL_SOCKET;
    control->cmsg_type = SCM_RIGHTS;
    control->cmsg_len = CMSG_LEN(size);
    std::memcpy(CMSG_DATA(control), descriptors.data(), size);
    (void)::sendmsg(m_link.get(), &message.header, MSG_NOSIGNAL); // fails where it was killed
}

void WatcherProcess::reportReady(int link)
{
    const pid_t pid = ::getpid();
    (void)::send(link, &pid, sizeof pid, MSG_NOSIGNAL); // nobody hears it where we are gone already
}

std::vector<UniqueFd> WatcherProcess::receive(int link)
{
    DescriptorMessage message;
    std::vector<UniqueFd> descriptors;
    if (::recvmsg(link, &message.header, MSG_CMSG_CLOEXEC) != 1)
        return descriptors;
    const cmsghdr *control = CMSG_FIRSTHDR(&message.header);
    if (control == nullptr || control->cmsg_type != SCM_RIGHTS)
        return descriptors;
    for (size_t at = 0; CMSG_LEN(at + sizeof(int)) <= control->cmsg_len; at += sizeof(int)) {
        int descriptor = -1;
        std::memcpy(&descriptor, CMSG_DATA(control) + at, sizeof descriptor);
        descriptors.emplace_back(descriptor);
    }
    return descriptors;
}

} // namespace pipeglass::exchange
