// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/pipeentry.h"

namespace pipeglass::catalog {

/// The id of the known endpoint that this is by its name, place, kind and holders; empty for none.
[[nodiscard]] QByteArray endpointOf(const PipeEntry &entry);

} // namespace pipeglass::catalog
