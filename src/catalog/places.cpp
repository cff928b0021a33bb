// SPDX-License-Identifier: MIT
#include "catalog/places.h"

#include "catalog/mountnamespaces.h"

#include <algorithm>

#include <sys/stat.h>

namespace pipeglass::catalog {

namespace {

bool isDirectory(const QByteArray &path)
{
    struct stat status { };
    return ::stat(path.constData(), &status) == 0 && S_ISDIR(status.st_mode);
}

} // namespace

void BoundDirectories::count(const QByteArray &name, int step)
{
    const qsizetype slash = name.lastIndexOf('/');
    if (!name.startsWith('/') || name.startsWith("/proc/") || !m_filter.mayMatch(name.sliced(slash + 1), {}))
        return;
    const auto counted = m_counts.try_emplace(name.first(qMax<qsizetype>(1, slash)), 0).first;
    counted->second += step;
    if (counted->second <= 0)
        m_counts.erase(counted);
}

std::set<QByteArray> BoundDirectories::all() const
{
    std::set<QByteArray> directories;
    for (const auto &[directory, count] : m_counts)
        directories.insert(directories.end(), directory);
    return directories;
}

Places choosePlaces(const std::vector<QByteArray> &given, std::set<QByteArray> bound, bool namespaces)
{
    Places places{ given, {} };
    for (const QByteArray &directory : bound) {
        const bool isNew = std::find(given.begin(), given.end(), directory) == given.end();
        if (isNew && isDirectory(directory))
            places.directories.push_back(directory);
    }
    if (!namespaces)
        return places;
    bound.insert("/tmp");
    MountNamespaces views;
    for (const MountNamespaces::View &view : views.all()) {
        for (const QByteArray &directory : bound) {
            QByteArray there = view.fromHere(directory);
            if (!isDirectory(there))
                continue;
            places.labels.emplace(there, view.label);
            places.directories.push_back(std::move(there));
        }
    }
    return places;
}

} // namespace pipeglass::catalog
