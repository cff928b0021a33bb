// SPDX-License-Identifier: MIT
#include "core/system/procfile.h"

#include "core/files/readfile.h"
#include "core/uniquefd.h"

#include <array>
#include <climits>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass {

QByteArray procPath(pid_t pid, const char *leaf)
{
    return "/proc/" + (pid == ::getpid() ? QByteArray("self") : QByteArray::number(pid)) + '/' + leaf;
}

std::optional<QByteArray> readProc(pid_t pid, const char *leaf)
{
    constexpr qsizetype limit = 4 << 20; // an environment may be 2 MiB
    const UniqueFd fd(::open(procPath(pid, leaf).constData(), O_RDONLY | O_CLOEXEC));
    if (!fd.isValid())
        return std::nullopt;
    const auto text = readUpTo(fd.get(), limit, {});
    return text ? std::optional(*text) : std::nullopt;
}

std::optional<QByteArray> readProcLink(pid_t pid, const char *leaf)
{
    std::array<char, PATH_MAX> target{};
    const ssize_t size = ::readlink(procPath(pid, leaf).constData(), target.data(), target.size());
    return size < 0 ? std::nullopt : std::optional(QByteArray(target.data(), size));
}

} // namespace pipeglass
