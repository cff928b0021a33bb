// SPDX-License-Identifier: MIT
#include "catalog/scanning/scandirectories.h"

#include "catalog/kernel/fileinfo.h"
#include "catalog/namespaces/mountnamespaces.h"

#include <algorithm>

#include <sys/stat.h>

namespace pipeglass::catalog {

namespace {

std::optional<FileId> directoryId(const QByteArray &path)
{
    struct stat status { };
    const bool isDirectory = ::stat(path.constData(), &status) == 0 && S_ISDIR(status.st_mode);
    return isDirectory ? std::optional(FileId{ status.st_dev, status.st_ino }) : std::nullopt;
}

} // namespace

ScanDirectories::ScanDirectories(
    const NameFilter &filter, std::vector<QByteArray> given, bool onlyGiven, bool namespaces)
    : m_filter(filter)
    , m_given(std::move(given))
    , m_onlyGiven(onlyGiven)
    , m_namespaces(namespaces)
    , m_all(m_given)
{
}

bool ScanDirectories::isGiven(const QByteArray &directory) const
{
    return std::find(m_given.begin(), m_given.end(), directory) != m_given.end();
}

bool ScanDirectories::update(const std::vector<BoundFile> &changed, const SocketTable &before, const SocketTable &after)
{
    if (!m_onlyGiven) {
        for (const BoundFile &file : changed) {
            for (const FileSocket &socket : before.socketsAt(file))
                count(socket.name, -1);
            for (const FileSocket &socket : after.socketsAt(file))
                count(socket.name, 1);
        }
    }
    const std::vector<QByteArray> old = m_all;
    choose();
    return m_all != old;
}

void ScanDirectories::count(const QByteArray &socketName, int step)
{
    const qsizetype slash = socketName.lastIndexOf('/');
    const bool isPlain = socketName.startsWith('/') && !socketName.startsWith("/proc/");
    if (!isPlain || !m_filter.mayMatch(socketName.sliced(slash + 1), {}))
        return;
    const auto counted = m_bound.try_emplace(socketName.first(qMax<qsizetype>(1, slash)), 0).first;
    counted->second += step;
    if (counted->second <= 0)
        m_bound.erase(counted);
}

void ScanDirectories::choose()
{
    std::set<QByteArray> wanted = m_found;
    for (const auto &[directory, count] : m_bound)
        wanted.insert(directory);
    m_all = m_given;
    m_labels.clear();
    m_found.clear();
    for (const QByteArray &directory : wanted) {
        if (isGiven(directory) || !directoryId(directory))
            continue;
        m_all.push_back(directory);
        m_found.insert(directory);
    }
    if (!m_namespaces)
        return;
    wanted.insert("/tmp");
    MountNamespaces views;
    for (const MountNamespaces::View &view : views.all()) {
        for (const QByteArray &directory : wanted) {
            QByteArray there = view.fromHere(directory);
            const auto id = directoryId(there);
            // Skip a directory that is the same as ours.
            if (!id || id == directoryId(directory))
                continue;
            m_labels.emplace(there, view.label);
            m_all.push_back(std::move(there));
        }
    }
}

} // namespace pipeglass::catalog
