// SPDX-License-Identifier: MIT
#include "catalog/inodenames.h"

#include <algorithm>
#include <array>

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

/// Files are stamped by the kernel's ticks, so that two changes can bear one stamp. (How long ago a stamp was cannot be
/// told: it may be another machine's, and clocks are set.)
constexpr qint64 tickMs = 20;
/// So many are remembered: more than a person adds, and not all that a stranger makes.
constexpr size_t mostDirectories = 64;

/// With the inodes that the directory itself tells, without a look at each.
template <typename Visit>
void forEachSocket(int directory, Visit visit)
{
    alignas(dirent64) std::array<char, 64 * 1024> buffer; // NOLINT: the kernel fills it
    for (ssize_t size = 0; (size = ::getdents64(directory, buffer.data(), buffer.size())) > 0;) {
        for (ssize_t at = 0; at < size;) {
            const auto *item = reinterpret_cast<const dirent64 *>(buffer.data() + at);
            if (item->d_type == DT_SOCK || item->d_type == DT_UNKNOWN)
                visit(static_cast<quint32>(item->d_ino), static_cast<const char *>(item->d_name));
            at += item->d_reclen;
        }
    }
}

} // namespace

std::vector<QByteArray> InodeNames::of(int directory, quint32 inode)
{
    struct stat status { };
    if (::fstat(directory, &status) != 0)
        return {};
    if (m_directories.size() > mostDirectories)
        m_directories.clear();
    Directory &known = m_directories[{ status.st_dev, status.st_ino }];
    // Not the time of modification: that one can be set.
    const qint64 changed = status.st_ctim.tv_sec * qint64{ 1'000'000'000 } + status.st_ctim.tv_nsec;
    if (!known.sinceChange.isValid() || known.changed != changed) {
        known.changed = changed;
        known.sinceChange.start();
        known.isSettled = false;
    }
    if (!known.isSettled) {
        known.isSettled = known.sinceChange.hasExpired(tickMs);
        read(directory, known);
    }
    std::vector<QByteArray> found;
    auto name = std::lower_bound(known.names.begin(), known.names.end(), inode, [](const Name &one, quint32 wanted) {
        return one.inode < wanted;
    });
    for (; name != known.names.end() && name->inode == inode; ++name)
        found.push_back(name->name);
    return found;
}

void InodeNames::read(int descriptor, Directory &directory)
{
    directory.names.clear();
    if (::lseek(descriptor, 0, SEEK_SET) < 0)
        return;
    forEachSocket(descriptor, [&names = directory.names](quint32 inode, const char *name) {
        names.push_back({ inode, name });
    });
    std::sort(
        directory.names.begin(), directory.names.end(), [](const Name &a, const Name &b) { return a.inode < b.inode; });
}

} // namespace pipeglass::catalog
