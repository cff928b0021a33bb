// SPDX-License-Identifier: MIT
#pragma once

#include "formats/format.h"

namespace pipeglass::formats {

/// A dissector for Wireshark, in Lua, that reads our recordings with this format.
[[nodiscard]] QByteArray luaDissector(const Format &format);

} // namespace pipeglass::formats
