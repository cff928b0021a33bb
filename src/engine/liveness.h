// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/pipeentry.h"

namespace pipeglass::engine {

/// Whether somebody is behind a socket file, found out without connecting. A scan of the whole directory, so for the
/// rare moment only: a name that is taken already. Unknown where it cannot be told, or the file is not there.
[[nodiscard]] catalog::PipeState livenessOf(const QByteArray &directory, const FileIdentity &file);

} // namespace pipeglass::engine
