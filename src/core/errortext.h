// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <vector>

namespace pipeglass {

/// The error in one or two sentences: cause, and remedy if there is one. Names are escaped (bytetext.h), so the text is
/// safe for a terminal and for a widget in plain-text format.
[[nodiscard]] QString errorText(const Error &error);
/// The texts of several errors, one line each.
[[nodiscard]] QString errorTexts(const std::vector<Error> &errors);

/// Why the state of a pipe is unknown, as a clause to put in parentheses. `reason` is a JSON word of
/// catalog::UnknownReason; empty for anything else.
[[nodiscard]] QString unknownReasonText(const QString &reason);

} // namespace pipeglass
