// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <vector>

namespace pipeglass {

/// The error in one or two sentences for people: the cause, and the remedy where there is one. Names in it are escaped
/// (bytetext.h), so the text is safe for a terminal and for a widget in plain-text format.
[[nodiscard]] QString errorText(const Error &error);
/// The same, one line each.
[[nodiscard]] QString errorTexts(const std::vector<Error> &errors);

/// Why it is unknown whether a server is behind a file, as a clause that fits into parentheses. `reason` is a word of
/// catalog::UnknownReason; empty for any other.
[[nodiscard]] QString unknownReasonText(const QString &reason);

} // namespace pipeglass
