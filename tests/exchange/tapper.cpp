// SPDX-License-Identifier: MIT
// exchange_tapper PATH [watched]: taps a pipe, leaves, and taps it again, until it is killed. Writes the pid of each
// watcher (0: none) to its standard output.
#include "exchange/echoing.h"
#include "exchange/tapfixture.h"

#include <unistd.h>

using namespace pipeglass;

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    const auto watching = argc > 2 ? exchange::Watching::ByProcess : exchange::Watching::Nobody;
    test::EchoRelay relay;
    for (;;) {
        const auto file = catalog::resolve(argv[1], catalog::Links::Keep);
        const auto name = file ? exchange::ExchangedName::prepare(*file, watching) : failure(file.error());
        if (!name)
            return 1;
        const pid_t watcher = (*name)->watcherPid();
        if (::write(STDOUT_FILENO, &watcher, sizeof watcher) != sizeof watcher)
            return 1;
        auto entered = (*name)->enter();
        if (!entered || !*entered)
            return 1;
        relay.add(**std::move(entered));
        ::usleep(static_cast<useconds_t>(1000 + watcher % 5000)); // as long as a tap is in place
    }
}
