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
constexpr const char *watcherName = "pipeglass-tap-watcher";

/// Beside this program, as in a build tree, or where it is installed; empty where it is in neither place.
QByteArray watcherProgram()
{
    const QByteArray self = readProcLink(::getpid(), "exe").value_or(QByteArray());
    for (const QByteArray &path : { joinedPath(directoryOf(self), watcherName), QByteArray(PIPEGLASS_WATCHER_PATH) }) {
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
    QByteArray name(watcherName);
    const std::array<char *, 3> words{ name.data(), argument.data(), nullptr };
    const int error = ::posix_spawn(&pid, program.constData(), &actions, &attributes, words.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    return error;
}

Error notStarted(int number, const QString &detail) { return { ErrorCode::HelperFailed, number, watcherName, detail }; }

} // namespace

WatcherProcess::WatcherProcess(UniqueFd link)
    : m_link(std::move(link))
{
}

Result<WatcherProcess> WatcherProcess::start(const QByteArray &journalLeaf)
{
    const QByteArray program = watcherProgram();
    if (program.isEmpty())
        return failure(notStarted(ENOENT, ExchangeText::tr("it is not installed")));
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return failure(systemError(errno, watcherName));
    UniqueFd link(ends[0]);
    const UniqueFd theirs(ends[1]);
    pid_t first = 0;
    if (const int error = spawn(program, journalLeaf, theirs.get(), first); error != 0)
        return failure(notStarted(error, QString::fromLocal8Bit(std::strerror(error))));
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

} // namespace pipeglass::exchange
