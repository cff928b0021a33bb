// SPDX-License-Identifier: MIT
// pipeglass-program-watcher PID: waits until its standard input ends, as it does when process PID has ended or follows
// the program that it started no more. From then on it lets all calls of that program's processes continue, and repairs
// the taps of PID if that was killed. Started by WatcherProcess.
#include "core/system/processdescriptor.h"
#include "exchange/repair.h"
#include "exchange/watcherprocess.h"
#include "programs/notifications.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace pipeglass;

namespace {

constexpr int endMilliseconds = 2000;

/// Once nobody holds the journals of the taps any more, which is at the latest when the process is gone.
void repairAfterEndOf(int process)
{
    pollfd ended{ process, POLLIN, 0 };
    if (::poll(&ended, 1, endMilliseconds) == 1)
        (void)exchange::repairAll();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("pipeglass-program-watcher is started by Pipeglass and is of no other use.\n", stderr);
        return 2;
    }
    const UniqueFd process = openProcess(std::atoi(argv[1]));
    if (::fork() != 0) // no child of Pipeglass, which may not wait for it
        ::_exit(0);
    (void)!::chdir("/"); // so that no file system is kept busy
    exchange::WatcherProcess::reportReady(STDIN_FILENO);
    auto descriptors = exchange::WatcherProcess::receive(STDIN_FILENO);
    if (descriptors.size() != 2)
        return 1;
    programs::Notifications notifications(std::move(descriptors[0]), std::move(descriptors[1]));
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) > 0 || errno == EINTR)
        errno = 0;
    std::signal(SIGCHLD, SIG_IGN);
    if (::fork() == 0) {
        repairAfterEndOf(process.get());
        return 0;
    }
    if (notifications.isValid())
        notifications.letAllContinue();
    return 0;
}
