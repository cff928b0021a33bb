// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/namefilter.h"

#include <map>
#include <set>

namespace pipeglass::catalog {

/// The directories of this mount namespace in which listeners with names in the filter were bound, by those names.
class BoundDirectories {
public:
    explicit BoundDirectories(const NameFilter &filter)
        : m_filter(filter)
    {
    }

    void add(const QByteArray &name) { count(name, 1); }
    void remove(const QByteArray &name) { count(name, -1); }
    void clear() { m_counts.clear(); }
    [[nodiscard]] std::set<QByteArray> all() const;

private:
    void count(const QByteArray &name, int step);

    NameFilter m_filter;
    std::map<QByteArray, int> m_counts; ///< of sockets
};

/// Where a scan looks.
struct Places {
    std::vector<QByteArray> directories;
    std::map<QByteArray, QString> labels; ///< of those in other mount namespaces
};

/// The given ones, those of `bound` that exist, and with `namespaces` the same and /tmp in all other mount namespaces.
[[nodiscard]] Places choosePlaces(const std::vector<QByteArray> &given, std::set<QByteArray> bound, bool namespaces);

} // namespace pipeglass::catalog
