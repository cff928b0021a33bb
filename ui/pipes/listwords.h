// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/scanner.h"

#include <QString>

namespace pipeglass::ui {

// Texts of the list of pipes, which depend on the scan options.

/// The text of the button next to the filter: "Show: .NET pipes".
[[nodiscard]] QString scopeLabel(const catalog::ScanOptions &options);
[[nodiscard]] QString scopeSentence(const catalog::ScanOptions &options);
/// For an empty list without a filter.
[[nodiscard]] QString emptyText(const catalog::ScanOptions &options);
/// "12 pipes", "3 of 12", "12 pipes, 2 gone"; `seen` and `all` exclude removed pipes.
[[nodiscard]] QString countText(const catalog::ScanOptions &options, int seen, int all, int gone);

} // namespace pipeglass::ui
