// SPDX-License-Identifier: MIT
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

int listenAt(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof(address.sun_path))
        return -1;
    std::memcpy(static_cast<void *>(address.sun_path), path.data(), path.size());
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto *generic = static_cast<const sockaddr *>(static_cast<const void *>(&address));
    if (fd < 0 || ::bind(fd, generic, sizeof(address)) != 0 || ::listen(fd, 16) != 0)
        return -1;
    return fd;
}

} // namespace

/// manypipes DIRECTORY COUNT: serves COUNT listening pipes until stdin ends.
int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);

    std::vector<std::string> paths;
    for (int i = 0; i < std::atoi(argv[2]); ++i) {
        paths.push_back(std::string(argv[1]) + "/CoreFxPipe_bench_" + std::to_string(i));
        if (listenAt(paths.back()) < 0) {
            std::perror(paths.back().c_str());
            return 1;
        }
    }
    std::puts("listening");
    std::fflush(stdout);
    char ignored = 0;
    while (::read(STDIN_FILENO, &ignored, 1) > 0) { }
    for (const std::string &path : paths)
        ::unlink(path.c_str());
    return 0;
}
