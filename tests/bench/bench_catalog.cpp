// SPDX-License-Identifier: MIT
// bench_catalog [PIPES [CLIENTS [COMMAND WORD...]]]
//
// Starts a process with PIPES pipes (10,000) and CLIENTS accepted connections, and prints times in milliseconds: the
// scanner cold, again, sockets only, for one name, and with all connections; then alternating ss, lsof, and COMMAND
// (such as `pipeglass list --json --dir DIR`, where DIR is replaced by the directory), and COMMAND's time as a fraction
// of the others'.
#include "catalog/connections.h"
#include "catalog/scanning/scanner.h"
#include "support/privatedirectory.h"
#include "support/testsocket.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

namespace {

constexpr int rounds = 9;

using Words = std::vector<QByteArray>;

double milliseconds(const std::function<void()> &what)
{
    QElapsedTimer timer;
    timer.start();
    what();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void run(const Words &words)
{
    std::vector<char *> arguments;
    for (const QByteArray &word : words)
        arguments.push_back(const_cast<char *>(word.constData())); // NOLINT: posix_spawn changes nothing
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t pid = 0;
    if (::posix_spawnp(&pid, arguments.front(), &actions, nullptr, arguments.data(), environ) == 0)
        ::waitpid(pid, nullptr, 0);
    ::posix_spawn_file_actions_destroy(&actions);
}

double report(const QByteArray &what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2];
    std::printf("%-40s median %8.3f ms, best %8.3f ms\n", what.left(40).constData(), median, times.front());
    return median;
}

bool serve(const PrivateDirectory &directory, int pipes, int clients)
{
    static std::vector<UniqueFd> sockets;
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    for (int i = 0; i < pipes; ++i)
        sockets.push_back(listeningSocket(directory.filePath("CoreFxPipe_" + QByteArray::number(i))));
    for (int i = 0; i < clients; ++i) {
        const auto at = static_cast<size_t>(i % pipes);
        sockets.push_back(connectedSocket(directory.filePath("CoreFxPipe_" + QByteArray::number(at))));
        sockets.push_back(acceptedSocket(sockets[at]));
        if (::write(sockets.back().get(), "unread", 6) != 6)
            return false;
    }
    return true;
}

void measureScanner(const PrivateDirectory &directory)
{
    std::vector<double> cold;
    std::vector<double> again;
    std::vector<double> socketsOnly;
    for (int i = 0; i < rounds; ++i) {
        Scanner scanner({ { directory.path() } });
        cold.push_back(milliseconds([&] { (void)scanner.scan(); }));
        again.push_back(milliseconds([&] { (void)scanner.scan(); }));
        socketsOnly.push_back(milliseconds([&] { (void)scanner.update({}); }));
    }
    std::vector<double> connections;
    std::vector<double> oneName;
    for (int i = 0; i < rounds; ++i) {
        connections.push_back(milliseconds([&] {
            ScanOptions options;
            options.directories = { directory.path() };
            (void)scanWithConnections(options);
        }));
        Scanner scanner({ { directory.path() } });
        (void)scanner.scan();
        const QByteArray path = directory.filePath("CoreFxPipe_7");
        (void)::chmod(path.constData(), i % 2 == 0 ? 0700 : 0755);
        oneName.push_back(milliseconds([&] { (void)scanner.update({ .sockets = false, .paths = { path } }); }));
    }
    report("scanner, cold, and all connections", connections);
    report("scanner, one name", oneName);
    report("scanner, cold", cold);
    report("scanner, again", again);
    report("scanner, sockets only", socketsOnly);
}

/// With `compare`, compares the last command with each of the others.
void measureCommands(const std::vector<Words> &commands, bool compare)
{
    std::vector<std::vector<double>> times(commands.size());
    for (int i = 0; i < rounds; ++i) {
        for (size_t j = 0; j < commands.size(); ++j)
            times[j].push_back(milliseconds([&] { run(commands[j]); }));
    }
    std::vector<QByteArray> names(commands.size());
    std::vector<double> medians(commands.size());
    for (size_t j = 0; j < commands.size(); ++j) {
        for (const QByteArray &word : commands[j])
            names[j] += word.mid(word.lastIndexOf('/') + 1) + ' ';
        medians[j] = report(names[j], times[j]);
    }
    for (size_t j = 0; compare && j + 1 < commands.size(); ++j)
        std::printf("%.2f of the time of %s\n", medians.back() / medians[j], names[j].constData());
}

} // namespace

int main(int argc, char **argv)
{
    const int pipes = argc > 1 ? QByteArray(argv[1]).toInt() : 10'000;
    const int clients = argc > 2 ? QByteArray(argv[2]).toInt() : 0;
    const PrivateDirectory directory;
    ChildProcess server;
    if (pipes < 1 || !server.start([&] { return serve(directory, pipes, clients); })) {
        std::fprintf(stderr, "The pipes cannot be served. Is the limit of descriptors high enough?\n");
        return 1;
    }
    measureScanner(directory);
    std::vector<Words> commands{ { "ss", "-xlpe" }, { "ss", "-xape" } };
    if (clients > 0)
        commands.push_back({ "lsof", "-U" });
    Words own;
    for (int i = 3; i < argc; ++i)
        own.push_back(QByteArray(argv[i]) == "DIR" ? directory.path() : QByteArray(argv[i]));
    if (!own.empty())
        commands.push_back(own);
    measureCommands(commands, !own.empty());
    return 0;
}
