// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"

#include <functional>
#include <map>

namespace pipeglass::models {

/// The pipes that went while somebody watched, each as it was seen last, until its name is back. A few thousand at
/// most: programs make new names for weeks. A value, one thread at a time.
class GonePipes {
public:
    struct Gone {
        catalog::PipeEntryPtr entry;
        Timestamp since;
    };

    /// What happened on the machine.
    void take(const catalog::SnapshotDiff &difference, Timestamp when);
    /// What is back in sight, without anything having gone.
    void forget(const std::vector<catalog::PipeEntryPtr> &back);
    void forgetAllBut(const std::function<bool(const catalog::PipeEntry &)> &fits);

    /// Null for one that is not gone.
    [[nodiscard]] const Gone *of(const catalog::PipeEntry &entry) const;
    /// By path.
    [[nodiscard]] const std::map<QByteArray, Gone> &all() const { return m_gone; }

private:
    void forgetOldest();

    std::map<QByteArray, Gone> m_gone;
};

} // namespace pipeglass::models
