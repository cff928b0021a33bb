// SPDX-License-Identifier: MIT
#include "catalog/directoryfile.h"

#include "catalog/procfs.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>

namespace pipeglass::catalog {

namespace {

Error unreadable(const QByteArray &directory, int number)
{
    return { ErrorCode::DirectoryUnreadable, number, directory, {} };
}

void lookAtAll(
    int fd, const QByteArray &directory, std::vector<QByteArray> names, const NameFilter &filter,
    DirectoryListing &listing)
{
    std::sort(names.begin(), names.end());
    listing.files.reserve(listing.files.size() + names.size());
    int refusal = 0;
    for (QByteArray &name : names) {
        const auto info = lookAt(fd, name);
        if (info && filter.matches(name, directory, info->kind()))
            listing.files.push_back({ directory, std::move(name), *info });
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
    std::vector<FileId> seen;
    for (const QByteArray &directory : directories) {
        const UniqueFd fd = openDirectory(directory);
        if (!fd.isValid()) {
            listing.problems.push_back(unreadable(directory, errno));
            continue;
        }
        const auto itself = lookAt(fd.get(), {});
        if (itself && std::find(seen.begin(), seen.end(), itself->file.id) != seen.end())
            continue;
        if (itself)
            seen.push_back(itself->file.id);
        std::vector<QByteArray> names;
        const bool complete = readDirectory(fd.get(), [&](QByteArrayView name) {
            if (filter.mayMatch(name, directory))
                names.push_back(name.toByteArray());
            return true;
        });
        if (!complete)
            listing.problems.push_back(unreadable(directory, errno));
        const auto before = static_cast<qsizetype>(listing.files.size());
        lookAtAll(fd.get(), directory, std::move(names), filter, listing);
        std::inplace_merge(listing.files.begin(), listing.files.begin() + before, listing.files.end(), pathLess);
    }
    return listing;
}

} // namespace pipeglass::catalog
