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

/// Thousands of names are mostly in one directory.
class Collector {
public:
    explicit Collector(const NameFilter &filter)
        : m_filter(filter)
    {
    }

    void take(const QByteArray &name)
    {
        const qsizetype slash = name.lastIndexOf('/');
        if (!name.startsWith('/') || name.startsWith("/proc/") || !m_filter.mayMatch(name.sliced(slash + 1), {}))
            return;
        QByteArray directory = name.first(qMax<qsizetype>(1, slash));
        if (directory != m_before) {
            m_before = std::move(directory);
            found.insert(m_before);
        }
    }

    std::set<QByteArray> found;

private:
    const NameFilter &m_filter;
    QByteArray m_before;
};

} // namespace

std::set<QByteArray> boundDirectories(const SocketTable &table, const NameFilter &filter)
{
    Collector collector(filter);
    for (const FileSocket &socket : table.sockets())
        collector.take(socket.name);
    return std::move(collector.found);
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
