// SPDX-License-Identifier: MIT
#include "catalog/scanning/directoryfile.h"

#include "catalog/kernel/procfs.h"
#include "core/threads/workerthread.h"

#include <algorithm>
#include <atomic>
#include <cerrno>

#include <fcntl.h>

namespace pipeglass::catalog {

namespace {

Error unreadable(const QByteArray &directory, int number)
{
    return { ErrorCode::DirectoryUnreadable, number, directory, {} };
}

/// Reads the file info of each name; removes files that are rejected by the filter or gone. Shares many files with a
/// second thread. Returns an errno other than ENOENT, or 0.
int readFileInfos(int fd, const NameFilter &filter, std::vector<DirectoryFile> &files, size_t from)
{
    constexpr size_t minFilesForThread = 1024;
    std::atomic<int> refusal = 0;
    const auto lookFrom = [&](size_t first, size_t last) {
        for (size_t i = first; i < last; ++i) {
            DirectoryFile &file = files[i];
            const Result<FileInfo> info = readFileInfo(fd, file.fileName);
            if (info && filter.matches(file.fileName, file.directory, info->kind()))
                file.info = *info;
            else
                file.fileName.clear();
            if (!info && info.error().systemError != ENOENT)
                refusal = info.error().systemError;
        }
    };
    const size_t middle = from + (files.size() - from) / 2;
    std::thread other;
    if (files.size() - from >= minFilesForThread)
        other = startThread([&] { lookFrom(middle, files.size()); });
    lookFrom(from, other.joinable() ? middle : files.size());
    if (other.joinable())
        other.join();
    std::erase_if(files, [](const DirectoryFile &file) { return file.fileName.isEmpty(); });
    return refusal;
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
    const auto itself = readFileInfo(fd.get(), {});
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
    std::sort(names.begin(), names.end());
    const size_t before = files.size();
    files.reserve(before + names.size());
    for (QByteArray &name : names)
        files.push_back({ directory, std::move(name), {} });
    if (const int refusal = readFileInfos(fd.get(), filter, files, before); refusal != 0)
        problems.push_back(unreadable(directory, refusal));
}

} // namespace pipeglass::catalog
