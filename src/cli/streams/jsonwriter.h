// SPDX-License-Identifier: MIT
#pragma once

#include "exporting/jsonwriter.h"

namespace pipeglass::cli {

using exporting::JsonWriter;

} // namespace pipeglass::cli
