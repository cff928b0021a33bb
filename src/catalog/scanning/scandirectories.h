// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/namefilter.h"
#include "catalog/sockets/sockettable.h"

#include <map>
#include <set>

namespace pipeglass::catalog {

/// The directories in which a scan looks for files: the given ones, those in which listeners with names in the filter
/// are or were bound, and with `namespaces` the same and /tmp in the other mount namespaces.
class ScanDirectories {
public:
    /// `onlyGiven`: no directory is added because of a listener.
    ScanDirectories(const NameFilter &filter, std::vector<QByteArray> given, bool onlyGiven, bool namespaces);

    /// Takes over how the sockets of a new table differ from those of the one before it at these files, and chooses
    /// again. Returns whether the directories are others than before.
    bool update(const std::vector<BoundFile> &changed, const SocketTable &before, const SocketTable &after);

    /// Without slashes at their ends.
    [[nodiscard]] const std::vector<QByteArray> &all() const { return m_all; }
    /// Of directories in other mount namespaces.
    [[nodiscard]] const std::map<QByteArray, QString> &labels() const { return m_labels; }
    [[nodiscard]] bool isGiven(const QByteArray &directory) const;

private:
    void count(const QByteArray &socketName, int step);
    void choose();

    const NameFilter m_filter;
    const std::vector<QByteArray> m_given;
    const bool m_onlyGiven;
    const bool m_namespaces;
    std::map<QByteArray, int> m_bound; ///< directories by how many sockets are bound there
    std::set<QByteArray> m_found; ///< those and earlier ones that are still there: the file may stay when a server ends
    std::vector<QByteArray> m_all;
    std::map<QByteArray, QString> m_labels;
};

} // namespace pipeglass::catalog
