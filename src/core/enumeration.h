// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace pipeglass {

/// Words in a sentence for people, in their language: "a", "a and b", "a, b and c". Any thread.
[[nodiscard]] QString enumeration(const QStringList &words);

} // namespace pipeglass
