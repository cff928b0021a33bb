// SPDX-License-Identifier: MIT
#pragma once

#include "formats/language/syntax.h"

#include <tl/expected.hpp>

namespace pipeglass::formats {

[[nodiscard]] tl::expected<FormatSyntax, Diagnostic> parseSyntax(QByteArrayView text);

} // namespace pipeglass::formats
