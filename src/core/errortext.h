// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

namespace pipeglass {

/// The error in one or two sentences for people: the cause, and the remedy where there is one. Names in it are escaped
/// (bytetext.h), so the text is safe for a terminal and for a widget in plain-text format.
[[nodiscard]] QString errorText(const Error &error);

} // namespace pipeglass
