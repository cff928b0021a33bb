// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/scanner.h"

#include <QString>

namespace pipeglass::ui {

// What the list of pipes says about itself, which depends on what is listed.

/// On the button beside the filter: "Show: .NET pipes".
[[nodiscard]] QString scopeLabel(const catalog::ScanOptions &options);
[[nodiscard]] QString scopeSentence(const catalog::ScanOptions &options);
/// For a list without a row that has no filter.
[[nodiscard]] QString emptyText(const catalog::ScanOptions &options);
/// "12 pipes", "3 of 12", "12 pipes, 2 gone"; `seen` and `all` without the gone ones.
[[nodiscard]] QString countText(const catalog::ScanOptions &options, int seen, int all, int gone);

} // namespace pipeglass::ui
