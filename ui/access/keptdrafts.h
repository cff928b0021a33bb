// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissiondraft.h"

namespace pipeglass::ui {

/// Whether both have the same files with the same permissions in the same order.
[[nodiscard]] bool areAlike(const std::vector<access::Target> &some, const std::vector<access::Target> &others);

/// Unfinished drafts of pipes that are not selected, so that selecting another pipe loses no edits.
class KeptDrafts {
public:
    void put(std::vector<access::Target> targets, const PermissionDraft &draft);
    /// Removes and returns the draft for these targets; nullopt if there is none or they have changed.
    [[nodiscard]] std::optional<PermissionDraft> take(const std::vector<access::Target> &targets);

private:
    struct Kept {
        std::vector<access::Target> targets;
        PermissionDraft draft;
    };

    std::vector<Kept> m_drafts; ///< newest first
};

} // namespace pipeglass::ui
