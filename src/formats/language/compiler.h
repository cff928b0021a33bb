// SPDX-License-Identifier: MIT
#pragma once

#include "formats/language/syntax.h"

#include <tl/expected.hpp>

namespace pipeglass::formats {

enum class Use { Frame, Message };

/// The steps of a frame or a message.
[[nodiscard]] tl::expected<ProgramPtr, Diagnostic>
compileBlock(const FormatSyntax &format, const BlockSyntax &block, Use use);

} // namespace pipeglass::formats
