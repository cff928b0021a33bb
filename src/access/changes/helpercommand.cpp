// SPDX-License-Identifier: MIT
#include "access/changes/helpercommand.h"

#include "access/accesstext.h"
#include "core/uniquefd.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pipeglass::access {

namespace {

bool sendRequest(int link, int fd, helper::Request request)
{
    iovec bytes{ &request, sizeof(request) };
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{ nullptr, 0, &bytes, 1, control.data(), control.size(), 0 };
    cmsghdr *part = CMSG_FIRSTHDR(&message);
    part->cmsg_level = SOL_SOCKET;
    part->cmsg_type = SCM_RIGHTS;
    part->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(part), &fd, sizeof(fd));
    return ::sendmsg(link, &message, MSG_NOSIGNAL) == static_cast<ssize_t>(sizeof(request));
}

/// Returns the child's pid, or -1 with errno.
pid_t start(const HelperCommand &command, int link)
{
    std::vector<QByteArray> words{ command.program };
    words.insert(words.end(), command.arguments.begin(), command.arguments.end());
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, link, STDIN_FILENO);
    // This program handles SIGINT by a blocked signal; the child must receive it normally.
    posix_spawnattr_t attributes;
    sigset_t none;
    ::sigemptyset(&none);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t pid = -1;
    errno = ::posix_spawnp(&pid, command.program.constData(), &actions, &attributes, argv.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    return errno == 0 ? pid : -1;
}

QString whyNoAnswer(int status)
{
    constexpr int dismissed = 126; // pkexec's exit codes
    constexpr int notAllowed = 127;
    if (WIFEXITED(status) && WEXITSTATUS(status) == dismissed)
        return AccessText::tr("the password prompt was cancelled");
    if (WIFEXITED(status) && WEXITSTATUS(status) == notAllowed)
        return AccessText::tr("polkit did not allow it, or there is no agent to ask for the password");
    return AccessText::tr("pipeglass-access-helper ended without a result");
}

} // namespace

HelperCommand HelperCommand::installed()
{
    const QByteArray path = QByteArrayLiteral(PIPEGLASS_HELPER_PATH);
    return ::access(path.constData(), X_OK) == 0 ? HelperCommand{ "pkexec", { path } } : HelperCommand{};
}

Result<helper::Answer>
askHelper(const HelperCommand &command, int fd, const helper::Request &request, const QByteArray &subject)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return failure(systemError(errno, subject));
    const UniqueFd ours(ends[0]);
    UniqueFd theirs(ends[1]);
    const pid_t pid = start(command, theirs.get());
    if (pid < 0)
        return failure(
            ErrorCode::HelperFailed, subject,
            AccessText::tr("\"%1\" cannot be started: is it installed?").arg(QString::fromLocal8Bit(command.program)));
    theirs.reset();
    helper::Answer answer{};
    const bool answered = sendRequest(ours.get(), fd, request)
        && ::recv(ours.get(), &answer, sizeof(answer), 0) == static_cast<ssize_t>(sizeof(answer))
        && answer.magic == helper::requestMagic;
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) { }
    if (!answered)
        return failure(ErrorCode::HelperFailed, subject, whyNoAnswer(status));
    return answer;
}

} // namespace pipeglass::access
