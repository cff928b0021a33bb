// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace pipeglass {

/// Joins words into a localized list: "a", "a and b", "a, b and c". Any thread.
[[nodiscard]] QString enumeration(const QStringList &words);

} // namespace pipeglass
