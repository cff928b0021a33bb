// SPDX-License-Identifier: MIT
// bench_messagesender PATH RATE SECONDS SIZE: connects to a pipe and sends RATE messages of SIZE bytes a second, each
// with its length before it as int32 little-endian, in a write every millisecond. Prints how many were sent.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

int dial(const char *path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(static_cast<char *>(address.sun_path), path, sizeof(address.sun_path) - 1);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto *generic = static_cast<const sockaddr *>(static_cast<const void *>(&address));
    return fd >= 0 && ::connect(fd, generic, sizeof(address)) == 0 ? fd : -1;
}

void appendMessage(std::string &to, long long number, std::uint32_t size)
{
    std::string text = "message " + std::to_string(number) + ' ';
    text.resize(size, 'x');
    to.append(static_cast<const char *>(static_cast<const void *>(&size)), sizeof(size));
    to += text;
}

bool writeAll(int fd, const std::string &bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(fd, bytes.data() + done, bytes.size() - done);
        if (written <= 0)
            return false;
        done += static_cast<std::size_t>(written);
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 5)
        return 2;
    const double rate = std::atof(argv[2]);
    const auto all = static_cast<long long>(rate * std::atof(argv[3]));
    const auto size = static_cast<std::uint32_t>(std::atoi(argv[4]));
    const int fd = dial(argv[1]);
    const auto start = Clock::now();
    long long sent = 0;
    while (fd >= 0 && sent < all) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        const double elapsed = std::chrono::duration<double>(Clock::now() - start).count();
        std::string bytes;
        for (; sent < all && static_cast<double>(sent) < elapsed * rate && bytes.size() < (1U << 20U); ++sent)
            appendMessage(bytes, sent, size);
        if (!writeAll(fd, bytes))
            return 1;
    }
    const double elapsed = std::chrono::duration<double>(Clock::now() - start).count();
    std::printf("%lld messages sent in %.1f s\n", sent, elapsed);
    return fd >= 0 ? 0 : 1;
}
