// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"

#include <functional>
#include <map>

namespace pipeglass::catalog {

/// The history of each path since watching began: first seen, removed, its last state then, re-created with another
/// file or socket. Built from the differences of a Watcher. Bounded for removed paths. One thread at a time.
class PipeHistory {
public:
    struct Record {
        Timestamp firstSeen;
        std::optional<Timestamp> gone; ///< when it was removed last, until it is back
        quint32 recreated = 0; ///< "re-created 14 times"
        PipeEntryPtr last; ///< the last state of a removed pipe, else null

        friend bool operator==(const Record &, const Record &) = default;
    };

    void take(const SnapshotDiff &difference, Timestamp when);
    /// Forgets the last state of removed pipes except those that `fits`.
    void keepLast(const std::function<bool(const PipeEntry &)> &fits);

    /// Null for a path that never existed.
    [[nodiscard]] const Record *of(const QByteArray &path) const;
    /// By path, including removed ones.
    [[nodiscard]] const std::map<QByteArray, Record> &all() const { return m_pasts; }

private:
    void setGone(Record &past, std::optional<Timestamp> when, PipeEntryPtr last = {});
    void forgetOldest();

    std::map<QByteArray, Record> m_pasts;
    size_t m_gone = 0;
};

} // namespace pipeglass::catalog
