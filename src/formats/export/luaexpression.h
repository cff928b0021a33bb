// SPDX-License-Identifier: MIT
#pragma once

#include "formats/steps/program.h"

namespace pipeglass::formats {

/// A string literal of Lua.
[[nodiscard]] QByteArray luaString(const QByteArray &bytes);
/// An expression as Lua, with the values of the slots in `v`, and functions of luaHelpers().
[[nodiscard]] QByteArray luaExpression(const Program &program, const Expression &expression);
[[nodiscard]] QByteArray luaHelpers();

} // namespace pipeglass::formats
