// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/namefilter.h"
#include "catalog/sockets/sockettable.h"

#include <map>
#include <set>

namespace pipeglass::catalog {

/// The directories that a scan reads: the given ones, those in which matching listeners are or were bound, and with
/// `namespaces` those and /tmp in the other mount namespaces.
class ScanDirectories {
public:
    /// `onlyGiven`: add no directory because of a listener.
    ScanDirectories(const NameFilter &filter, std::vector<QByteArray> given, bool onlyGiven, bool namespaces);

    /// Applies the changes of the socket table (at the `changed` files) and selects the directories again. Returns
    /// whether they differ from before.
    bool update(const std::vector<BoundFile> &changed, const SocketTable &before, const SocketTable &after);

    /// No trailing slashes.
    [[nodiscard]] const std::vector<QByteArray> &all() const { return m_all; }
    /// Labels of directories in other mount namespaces.
    [[nodiscard]] const std::map<QByteArray, QString> &labels() const { return m_labels; }
    [[nodiscard]] bool isGiven(const QByteArray &directory) const;

private:
    void count(const QByteArray &socketName, int step);
    void choose();

    const NameFilter m_filter;
    const std::vector<QByteArray> m_given;
    const bool m_onlyGiven;
    const bool m_namespaces;
    std::map<QByteArray, int> m_bound; ///< number of sockets bound in each directory
    std::set<QByteArray> m_found; ///< these and earlier ones that still exist: files can outlive their server
    std::vector<QByteArray> m_all;
    std::map<QByteArray, QString> m_labels;
};

} // namespace pipeglass::catalog
