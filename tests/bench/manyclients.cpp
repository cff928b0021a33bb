// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

int dial(const char *path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(static_cast<char *>(address.sun_path), path, sizeof(address.sun_path) - 1);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto *generic = static_cast<const sockaddr *>(static_cast<const void *>(&address));
    return fd >= 0 && ::connect(fd, generic, sizeof(address)) == 0 ? fd : -1;
}

/// int32 little-endian length and payload (on little-endian machines).
std::string framed(const std::string &payload)
{
    const auto size = static_cast<std::uint32_t>(payload.size());
    std::string frame(sizeof(size), '\0');
    std::memcpy(frame.data(), &size, sizeof(size));
    return frame + payload;
}

bool readExactly(int fd, std::string &buffer)
{
    std::size_t got = 0;
    while (got < buffer.size()) {
        const ssize_t n = ::read(fd, buffer.data() + got, buffer.size() - got);
        if (n <= 0)
            return false;
        got += static_cast<std::size_t>(n);
    }
    return true;
}

} // namespace

/// manyclients PATH CLIENTS ROUNDS: connects all clients; in each round every client sends a message, then every reply
/// is read and compared. Prints the times.
int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);

    const auto start = Clock::now();
    std::vector<int> clients;
    for (int i = 0; i < std::atoi(argv[2]); ++i) {
        clients.push_back(dial(argv[1]));
        if (clients.back() < 0) {
            std::perror(argv[1]);
            return 1;
        }
    }
    const double connecting = millisecondsSince(start);

    const int rounds = std::atoi(argv[3]);
    const auto talking = Clock::now();
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < clients.size(); ++i) {
            const std::string frame = framed("client " + std::to_string(i));
            if (::write(clients[i], frame.data(), frame.size()) != static_cast<ssize_t>(frame.size()))
                return 1;
        }
        for (std::size_t i = 0; i < clients.size(); ++i) {
            const std::string expected = framed("Echo: client " + std::to_string(i));
            std::string answer(expected.size(), '\0');
            if (!readExactly(clients[i], answer) || answer != expected) {
                std::printf("client %zu got a wrong answer\n", i);
                return 1;
            }
        }
    }
    const double took = millisecondsSince(talking);
    std::printf(
        "%zu clients connected in %.0f ms; %d rounds, all answered, %.1f us a message\n", clients.size(), connecting,
        rounds, 1000 * took / (rounds * static_cast<double>(clients.size())));
    return 0;
}
