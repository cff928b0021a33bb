// SPDX-License-Identifier: MIT
#pragma once

#include "access/accessservice.h"

namespace pipeglass::ui {

// What was or would be changed, in words. Safe to show as plain text.

/// "user ci, group dev" or "nobody".
[[nodiscard]] QString peopleText(const std::vector<access::Principal> &people);
/// "0755 root:dev", and the list where there is one.
[[nodiscard]] QString permissionsText(const access::Permissions &permissions);
/// One line a change; the reason where it failed. `changes` belong to `previews` one by one.
[[nodiscard]] QString
appliedText(const std::vector<access::Preview> &previews, const AccessService::Changed &changes, bool kept);
[[nodiscard]] QString undoneText(const AccessService::Changed &changes);
/// That a change takes root's rights, and how it gets them.
[[nodiscard]] QString rootHint(bool hasHelper);
/// What it means that the window runs as root.
[[nodiscard]] QString runsAsRootText();

/// The smallest change that lets the one who asked connect, or, where they can, more people than now. Nothing where
/// there is none that concerns the socket alone.
[[nodiscard]] std::optional<access::ChangeRequest> smallestChange(const access::Answer &answer);

} // namespace pipeglass::ui
