// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/namefilter.h"
#include "catalog/sockettable.h"

#include <map>
#include <set>

namespace pipeglass::catalog {

/// The directories of this mount namespace in which listeners with names in the filter were bound, by those names.
[[nodiscard]] std::set<QByteArray> boundDirectories(const SocketTable &table, const NameFilter &filter);

/// Where a scan looks.
struct Places {
    std::vector<QByteArray> directories;
    std::map<QByteArray, QString> labels; ///< of those in other mount namespaces
};

/// The given ones, those of `bound` that exist, and with `namespaces` the same and /tmp in all other mount namespaces.
[[nodiscard]] Places choosePlaces(const std::vector<QByteArray> &given, std::set<QByteArray> bound, bool namespaces);

} // namespace pipeglass::catalog
