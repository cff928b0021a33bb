// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissiondraft.h"

namespace pipeglass::ui {

/// The same files with the same permissions, in the same order.
[[nodiscard]] bool areAlike(const std::vector<access::Target> &some, const std::vector<access::Target> &others);

/// Drafts that were begun for pipes while others are chosen, so that none is lost by a click in the list.
class KeptDrafts {
public:
    void put(std::vector<access::Target> targets, const PermissionDraft &draft);
    /// Takes out what was begun for these; nothing where that is nothing, or they have changed since.
    [[nodiscard]] std::optional<PermissionDraft> take(const std::vector<access::Target> &targets);

private:
    struct Kept {
        std::vector<access::Target> targets;
        PermissionDraft draft;
    };

    std::vector<Kept> m_drafts; ///< the newest first
};

} // namespace pipeglass::ui
