// SPDX-License-Identifier: MIT
// A server and a client of a Unix socket, for measuring what stands between them.
//   relayload PATH DIAL stream SIZE MEGABYTES    blocks one way: MB/s
//   relayload PATH DIAL ask SIZE COUNT           round trips: their number a second, and the median in microseconds
// Serves PATH, says "ready", waits for a line, then dials DIAL and prints the figures.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

sockaddr_un addressOf(const char *path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(&address.sun_path[0], path, sizeof address.sun_path - 1);
    return address;
}

[[noreturn]] void fail(const char *what)
{
    std::perror(what);
    std::exit(1);
}

void readAll(int socket, std::vector<char> &buffer)
{
    if (::recv(socket, buffer.data(), buffer.size(), MSG_WAITALL) != static_cast<ssize_t>(buffer.size()))
        fail("recv");
}

void writeAll(int socket, const std::vector<char> &buffer)
{
    if (::send(socket, buffer.data(), buffer.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(buffer.size()))
        fail("send");
}

[[noreturn]] void serve(int listener, bool asks, size_t size)
{
    const int socket = ::accept(listener, nullptr, nullptr);
    std::vector<char> buffer(asks ? size : size_t{ 1 } << 18U);
    if (!asks) {
        while (::recv(socket, buffer.data(), buffer.size(), 0) > 0) { }
        const std::vector<char> done(1);
        writeAll(socket, done);
        ::_exit(0);
    }
    while (::recv(socket, buffer.data(), buffer.size(), MSG_WAITALL) == static_cast<ssize_t>(buffer.size()))
        writeAll(socket, buffer);
    ::_exit(0);
}

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

void stream(int socket, size_t size, size_t megabytes)
{
    const std::vector<char> block(size, 'b');
    const size_t count = (megabytes << 20U) / size;
    const auto start = Clock::now();
    for (size_t i = 0; i < count; ++i)
        writeAll(socket, block);
    ::shutdown(socket, SHUT_WR);
    std::vector<char> done(1);
    readAll(socket, done);
    std::printf("%.0f\n", static_cast<double>(count * size) / 1e6 / secondsSince(start));
}

void ask(int socket, size_t size, size_t count)
{
    std::vector<char> block(size, 'a');
    std::vector<double> took(count);
    const auto start = Clock::now();
    for (double &one : took) {
        const auto asked = Clock::now();
        writeAll(socket, block);
        readAll(socket, block);
        one = secondsSince(asked);
    }
    const double all = secondsSince(start);
    std::nth_element(took.begin(), took.begin() + static_cast<std::ptrdiff_t>(count / 2), took.end());
    std::printf("%.0f %.1f\n", static_cast<double>(count) / all, took[count / 2] * 1e6);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 6)
        return 2;
    const bool asks = std::string(argv[3]) == "ask";
    const size_t size = std::strtoull(argv[4], nullptr, 10);
    const size_t amount = std::strtoull(argv[5], nullptr, 10);
    const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const sockaddr_un served = addressOf(argv[1]);
    if (::bind(listener, reinterpret_cast<const sockaddr *>(&served), sizeof served) != 0
        || ::listen(listener, 16) != 0)
        fail(argv[1]);
    const pid_t server = ::fork();
    if (server == 0)
        serve(listener, asks, size);
    ::close(listener);
    std::puts("ready");
    std::fflush(stdout);
    std::array<char, 8> line{};
    (void)std::fgets(line.data(), static_cast<int>(line.size()), stdin);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const sockaddr_un dialed = addressOf(argv[2]);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&dialed), sizeof dialed) != 0)
        fail(argv[2]);
    if (asks)
        ask(socket, size, amount);
    else
        stream(socket, size, amount);
    ::close(socket);
    ::waitpid(server, nullptr, 0);
    ::unlink(argv[1]);
    return 0;
}
