// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"

#include <map>

namespace pipeglass::catalog {

/// The history of each path since watching began: first seen, removed, re-created with another file or socket. Built
/// from the differences of a Watcher. One thread at a time.
class PipeHistory {
public:
    struct Record {
        Timestamp firstSeen;
        std::optional<Timestamp> gone; ///< when it was removed last, until it is back
        quint32 recreated = 0; ///< "re-created 14 times"

        friend bool operator==(const Record &, const Record &) = default;
    };

    void take(const SnapshotDiff &difference, Timestamp when);

    /// Null for a path that never existed.
    [[nodiscard]] const Record *of(const QByteArray &path) const;
    /// By path, including removed ones.
    [[nodiscard]] const std::map<QByteArray, Record> &all() const { return m_pasts; }

private:
    void forgetOldest();

    std::map<QByteArray, Record> m_pasts;
};

} // namespace pipeglass::catalog
