// SPDX-License-Identifier: MIT
#pragma once

#include "exporting/hexdump.h"

namespace pipeglass::cli {

using exporting::hexDump;

} // namespace pipeglass::cli
