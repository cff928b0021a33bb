// SPDX-License-Identifier: MIT
#include "catalog/scanning/directoryfile.h"

#include "catalog/kernel/procfs.h"
#include "core/workerthread.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>

namespace pipeglass::catalog {

namespace {

Error unreadable(const QByteArray &directory, int number)
{
    return { ErrorCode::DirectoryUnreadable, number, directory, {} };
}

/// In the order of the names. Half of many are another core's.
std::vector<Result<FileInfo>> lookAtEach(int fd, const std::vector<QByteArray> &names)
{
    constexpr size_t worthAThread = 1024;
    std::vector<Result<FileInfo>> infos(names.size());
    const auto lookFrom = [&](size_t from, size_t to) {
        for (size_t i = from; i < to; ++i)
            infos[i] = lookAt(fd, names[i]);
    };
    const size_t middle = names.size() / 2;
    std::thread other;
    if (names.size() >= worthAThread)
        other = startThread([&] { lookFrom(middle, names.size()); });
    lookFrom(0, other.joinable() ? middle : names.size());
    if (other.joinable())
        other.join();
    return infos;
}

void lookAtAll(
    int fd, const QByteArray &directory, std::vector<QByteArray> names, const NameFilter &filter,
    DirectoryListing &listing)
{
    std::sort(names.begin(), names.end());
    listing.files.reserve(listing.files.size() + names.size());
    int refusal = 0;
    const std::vector<Result<FileInfo>> infos = lookAtEach(fd, names);
    for (size_t i = 0; i < names.size(); ++i) {
        const Result<FileInfo> &info = infos[i];
        if (info && filter.matches(names[i], directory, info->kind()))
            listing.files.push_back({ directory, std::move(names[i]), *info });
        else if (!info && info.error().systemError != ENOENT)
            refusal = info.error().systemError;
    }
    if (refusal != 0)
        listing.problems.push_back(unreadable(directory, refusal));
}

bool pathLess(const DirectoryFile &a, const DirectoryFile &b)
{
    return a.directory == b.directory ? a.fileName < b.fileName : a.path() < b.path();
}

} // namespace

UniqueFd openDirectory(const QByteArray &path)
{
    constexpr int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
    UniqueFd fd(::open(path.constData(), flags | O_NOATIME));
    if (!fd.isValid() && errno == EPERM)
        fd = UniqueFd(::open(path.constData(), flags));
    return fd;
}

QByteArray DirectoryFile::path() const { return directory == "/" ? '/' + fileName : directory + '/' + fileName; }

DirectoryListing DirectoryListing::read(const std::vector<QByteArray> &directories, const NameFilter &filter)
{
    DirectoryListing listing;
    for (const QByteArray &directory : directories)
        listing.add(directory, filter);
    return listing;
}

void DirectoryListing::add(const QByteArray &directory, const NameFilter &filter)
{
    const UniqueFd fd = openDirectory(directory);
    if (!fd.isValid()) {
        problems.push_back(unreadable(directory, errno));
        return;
    }
    const auto itself = lookAt(fd.get(), {});
    if (itself && std::find(m_seen.begin(), m_seen.end(), itself->file.id) != m_seen.end())
        return;
    if (itself)
        m_seen.push_back(itself->file.id);
    std::vector<QByteArray> names;
    const bool complete = readDirectory(fd.get(), [&](QByteArrayView name) {
        if (filter.mayMatch(name, directory))
            names.push_back(name.toByteArray());
        return true;
    });
    if (!complete)
        problems.push_back(unreadable(directory, errno));
    const auto before = static_cast<qsizetype>(files.size());
    lookAtAll(fd.get(), directory, std::move(names), filter, *this);
    std::inplace_merge(files.begin(), files.begin() + before, files.end(), pathLess);
}

} // namespace pipeglass::catalog
