// SPDX-License-Identifier: MIT
#include "catalog/scanning/filetable.h"

#include "core/path.h"

#include <algorithm>

namespace pipeglass::catalog {

ListedFile &FileTable::add(DirectoryFile file, const BoundFile &bound)
{
    Name name(file.directory, file.fileName);
    const auto added =
        m_files.try_emplace(std::move(name), ListedFile{ .file = std::move(file), .bound = bound }).first;
    m_bound.emplace(bound, &added->second);
    return added->second;
}

void FileTable::replace(ListedFile &known, DirectoryFile file, const BoundFile &bound)
{
    removeBound(known);
    known.file = std::move(file);
    known.bound = bound;
    known.liveness = {};
    m_bound.emplace(bound, &known);
}

void FileTable::remove(ListedFile &known)
{
    removeBound(known);
    known.isRemoved = true;
    m_removed.push_back(m_files.extract(Name(known.file.directory, known.file.fileName)));
}

void FileTable::removeBound(const ListedFile &known)
{
    const auto [from, to] = m_bound.equal_range(known.bound);
    m_bound.erase(std::find_if(from, to, [&known](const auto &item) { return item.second == &known; }));
}

void FileTable::reserve(size_t count)
{
    m_files.reserve(count);
    m_bound.reserve(count);
}

std::vector<ListedFile *> FileTable::all()
{
    std::vector<ListedFile *> files;
    files.reserve(m_files.size());
    for (auto &[name, known] : m_files)
        files.push_back(&known);
    return files;
}

ListedFile *FileTable::find(const QByteArray &path) { return find(directoryOf(path), leafOf(path).toByteArray()); }

ListedFile *FileTable::find(const QByteArray &directory, const QByteArray &fileName)
{
    const auto known = m_files.find(Name(directory, fileName));
    return known == m_files.end() ? nullptr : &known->second;
}

std::vector<ListedFile *> FileTable::namesOf(const BoundFile &file) const
{
    std::vector<ListedFile *> names;
    const auto [from, to] = m_bound.equal_range(file);
    std::transform(from, to, std::back_inserter(names), [](const auto &item) { return item.second; });
    return names;
}

bool FileTable::leadsTo(quint64 cookie, const BoundFile &file) const
{
    const auto [from, to] = m_bound.equal_range(file);
    return std::any_of(from, to, [&](const auto &item) { return item.second->liveness.socketCookie == cookie; });
}

} // namespace pipeglass::catalog
