// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"

#include <map>

namespace pipeglass::catalog {

/// What happened at each path while somebody watched: when it was first seen, when it went, how often it came back with
/// another file or socket. Fed with the differences that a watcher tells; a value, one thread at a time.
class PipeHistory {
public:
    struct Past {
        Timestamp firstSeen;
        std::optional<Timestamp> gone; ///< when it was last missed, until it is back
        quint32 recreated = 0; ///< "re-created 14 times"

        friend bool operator==(const Past &, const Past &) = default;
    };

    void take(const SnapshotDiff &difference, Timestamp when);

    /// Null for a path that was never there.
    [[nodiscard]] const Past *of(const QByteArray &path) const;
    /// By path, those that are gone too.
    [[nodiscard]] const std::map<QByteArray, Past> &all() const { return m_pasts; }

private:
    void forgetOldest();

    std::map<QByteArray, Past> m_pasts;
};

} // namespace pipeglass::catalog
