// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"

namespace pipeglass::catalog {

/// Sets `endpoint` and `endpointIsCertain` from the name, place, kind and holders of an entry.
void recognizeEndpoint(PipeEntry &entry);

/// The title of an entry's endpoint, with "Perhaps" if only the name matches; empty if not recognized.
[[nodiscard]] QString endpointTitle(const PipeEntry &entry);

} // namespace pipeglass::catalog
