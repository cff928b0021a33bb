// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass::formats {

/// resources/lua/dissector.lua, which reads the steps of a format.
[[nodiscard]] QByteArray dissectorText();

} // namespace pipeglass::formats
