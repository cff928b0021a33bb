// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace pipeglass::text {

/// A name as a part of a sentence: in isolates (U+2068, U+2069) if it has right-to-left characters, which would reorder
/// the numbers and signs beside it. Only for text to read: a copied name must not have them.
[[nodiscard]] QString isolated(const QString &name);

} // namespace pipeglass::text
