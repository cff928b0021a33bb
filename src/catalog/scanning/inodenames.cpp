// SPDX-License-Identifier: MIT
#include "catalog/scanning/inodenames.h"

#include <algorithm>
#include <array>

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

/// Uses the inodes in the directory entries, without a stat of each file.
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

void InodeNames::beginScan()
{
    std::erase_if(m_directories, [this](const auto &one) { return one.second.scan != m_scan; });
    ++m_scan;
}

std::vector<QByteArray> InodeNames::of(int directory, quint32 inode)
{
    struct stat status { };
    if (::fstat(directory, &status) != 0)
        return {};
    Directory &known = m_directories[{ status.st_dev, status.st_ino }];
    if (known.scan != m_scan) {
        known.scan = m_scan;
        bringUpToDate(directory, status, known);
    }
    std::vector<QByteArray> found;
    auto name = std::lower_bound(known.names.begin(), known.names.end(), inode, [](const Name &one, quint32 wanted) {
        return one.inode < wanted;
    });
    for (; name != known.names.end() && name->inode == inode; ++name)
        found.push_back(name->name);
    return found;
}

void InodeNames::bringUpToDate(int descriptor, const struct stat &status, Directory &known) const
{
    // ctime, because mtime can be set. Its age cannot be computed: the stamp may come from another machine, and clocks
    // are set.
    const qint64 changed = status.st_ctim.tv_sec * qint64{ 1'000'000'000 } + status.st_ctim.tv_nsec;
    if (!known.sinceChange.isValid() || known.changed != changed) {
        known.changed = changed;
        known.sinceChange.start();
        known.isSettled = false;
    }
    if (!known.isSettled) {
        known.isSettled = known.sinceChange.hasExpired(m_tickMs);
        read(descriptor, known);
    }
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
