// SPDX-License-Identifier: MIT
#pragma once

#include "exporting/textencoding.h"

namespace pipeglass::cli {

using exporting::TextEncoding;

} // namespace pipeglass::cli
