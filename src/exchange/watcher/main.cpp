// SPDX-License-Identifier: MIT
// pipeglass-tap-watcher JOURNAL: waits until its standard input ends, as it does when the tap is gone, and repairs what
// is left of it. Started by WatcherProcess.
#include "exchange/repair.h"
#include "exchange/watcherprocess.h"

#include <cerrno>
#include <cstdio>

#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("pipeglass-tap-watcher is started by a tap of Pipeglass and is of no other use.\n", stderr);
        return 2;
    }
    if (::fork() != 0) // no child of the tap's, which may not wait for it
        ::_exit(0);
    (void)!::chdir("/"); // so that no file system is kept busy
    pipeglass::exchange::WatcherProcess::reportReady(STDIN_FILENO);
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) > 0 || errno == EINTR)
        errno = 0;
    pipeglass::exchange::repairAfterEnd(argv[1]);
    return 0;
}
