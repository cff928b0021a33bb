// SPDX-License-Identifier: MIT
#include "catalog/scanning/filetable.h"

#include <algorithm>

namespace pipeglass::catalog {

void FileTable::put(const QByteArray &path, ListedFile file)
{
    remove(path);
    m_paths.emplace(file.bound, path);
    m_files.emplace(path, std::move(file));
}

void FileTable::remove(const QByteArray &path)
{
    const auto known = m_files.find(path);
    if (known == m_files.end())
        return;
    const auto [from, to] = m_paths.equal_range(known->second.bound);
    const auto named = std::find_if(from, to, [&path](const auto &item) { return item.second == path; });
    if (named != to)
        m_paths.erase(named);
    m_files.erase(known);
}

void FileTable::reserve(size_t count)
{
    m_files.reserve(count);
    m_paths.reserve(count);
}

ListedFile *FileTable::find(const QByteArray &path)
{
    const auto known = m_files.find(path);
    return known == m_files.end() ? nullptr : &known->second;
}

std::vector<QByteArray> FileTable::pathsOf(const BoundFile &file) const
{
    std::vector<QByteArray> paths;
    const auto [from, to] = m_paths.equal_range(file);
    std::transform(from, to, std::back_inserter(paths), [](const auto &item) { return item.second; });
    return paths;
}

bool FileTable::leadsTo(quint64 cookie, const BoundFile &file) const
{
    const auto [from, to] = m_paths.equal_range(file);
    return std::any_of(
        from, to, [&](const auto &item) { return m_files.at(item.second).verdict.socketCookie == cookie; });
}

} // namespace pipeglass::catalog
