// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"

#include <functional>
#include <map>

namespace pipeglass::models {

/// Removed pipes as they were last seen, until their name is back; a few thousand at most. One thread at a time.
class GonePipes {
public:
    struct Gone {
        catalog::PipeEntryPtr entry;
        Timestamp since;
    };

    /// Records a difference of snapshots.
    void take(const catalog::SnapshotDiff &difference, Timestamp when);
    /// Forgets pipes that exist again.
    void forget(const std::vector<catalog::PipeEntryPtr> &back);
    void forgetAllBut(const std::function<bool(const catalog::PipeEntry &)> &fits);

    /// Null if the pipe is not recorded.
    [[nodiscard]] const Gone *of(const catalog::PipeEntry &entry) const;
    /// By path.
    [[nodiscard]] const std::map<QByteArray, Gone> &all() const { return m_gone; }

private:
    void forgetOldest();

    std::map<QByteArray, Gone> m_gone;
};

} // namespace pipeglass::models
