// SPDX-License-Identifier: MIT
#include "catalog/kernel/procfs.h"

#include "core/files/readfile.h"
#include "core/system/procfile.h"
#include "core/uniquefd.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstring>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::catalog {

std::optional<quint64> numberFrom(QByteArrayView digits)
{
    quint64 number = 0;
    const char *end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (digits.isEmpty() || error != std::errc() || stop != end)
        return {};
    return number;
}

Result<QByteArray> readProcFile(const char *path)
{
    constexpr qsizetype limit = 64 * 1024 * 1024;
    const UniqueFd fd(::open(path, O_RDONLY | O_CLOEXEC));
    if (!fd.isValid())
        return failure(systemError(errno, path));
    return readUpTo(fd.get(), limit, path);
}

std::vector<pid_t> processIds()
{
    std::vector<pid_t> pids;
    const UniqueFd fd(::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.isValid())
        return pids;
    readDirectory(fd.get(), [&pids](QByteArrayView name) {
        if (const auto pid = numberFrom(name); pid && *pid <= 0x7fffffff)
            pids.push_back(static_cast<pid_t>(*pid));
        return true;
    });
    return pids;
}

std::optional<quint64> startTime(pid_t pid)
{
    const UniqueFd fd(::open(procPath(pid, "stat").constData(), O_RDONLY | O_CLOEXEC));
    if (!fd.isValid())
        return {};
    std::array<char, 1024> text{};
    const ssize_t size = ::read(fd.get(), text.data(), text.size());
    return size > 0 ? startTimeFrom({ text.data(), size }) : std::nullopt;
}

namespace {

/// A field of /proc/PID/stat after the program's name, counted from 1 as in proc(5): the first one is number 3.
QByteArrayView statField(QByteArrayView stat, int number)
{
    // Field 2, the program's name in parentheses, may contain any characters, also parentheses and spaces.
    const qsizetype bracket = stat.lastIndexOf(')');
    if (bracket < 0 || bracket + 2 > stat.size())
        return {};
    QByteArrayView rest = stat.sliced(bracket + 2);
    for (int field = 3; field < number; ++field) {
        const qsizetype blank = rest.indexOf(' ');
        if (blank < 0)
            return {};
        rest = rest.sliced(blank + 1);
    }
    const qsizetype end = rest.indexOf(' ');
    return end < 0 ? rest : rest.first(end);
}

} // namespace

std::optional<quint64> startTimeFrom(QByteArrayView stat) { return numberFrom(statField(stat, 22)); }

pid_t parentFrom(QByteArrayView stat)
{
    const auto number = numberFrom(statField(stat, 4));
    return number && *number <= 0x7fffffff ? static_cast<pid_t>(*number) : 0;
}

std::optional<quint32> linkedInode(QByteArrayView target, QByteArrayView kind)
{
    if (!target.startsWith(kind) || !target.sliced(kind.size()).startsWith(":[") || !target.endsWith(']'))
        return {};
    const auto number = numberFrom(target.sliced(kind.size() + 2).chopped(1));
    return number && *number <= 0xffffffffU ? std::optional(static_cast<quint32>(*number)) : std::nullopt;
}

bool forEachName(QByteArrayView directoryEntries, const std::function<bool(QByteArrayView)> &visit)
{
    constexpr qsizetype nameAt = offsetof(dirent64, d_name);
    while (directoryEntries.size() > nameAt) {
        quint16 length = 0;
        std::memcpy(&length, directoryEntries.data() + offsetof(dirent64, d_reclen), sizeof(length));
        if (length <= nameAt || length > directoryEntries.size())
            return true;
        const char *name = directoryEntries.data() + nameAt;
        const QByteArrayView text(name, static_cast<qsizetype>(::strnlen(name, static_cast<size_t>(length - nameAt))));
        if (text != "." && text != ".." && !visit(text))
            return false;
        directoryEntries = directoryEntries.sliced(length);
    }
    return true;
}

bool readDirectory(int fd, const std::function<bool(QByteArrayView)> &visit)
{
    alignas(dirent64) std::array<char, 64 * 1024> buffer; // NOLINT: the kernel fills it
    while (true) {
        const ssize_t size = ::getdents64(fd, buffer.data(), buffer.size());
        if (size < 0)
            return false;
        if (size == 0 || !forEachName({ buffer.data(), size }, visit))
            return true;
    }
}

} // namespace pipeglass::catalog
