// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/pipeentry.h"
#include "cli/jsonwriter.h"

namespace pipeglass::cli {

/// One row of the list as a JSON object. Its fields are a contract, see the man page.
void writePipe(JsonWriter &json, const catalog::PipeEntry &pipe);

} // namespace pipeglass::cli
