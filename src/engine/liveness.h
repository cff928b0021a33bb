// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/pipeentry.h"

namespace pipeglass::engine {

/// Whether somebody is behind the socket file `leaf` of a directory, found out without connecting. Unknown where that
/// cannot be told, and where what stands there is not `file` (any more).
[[nodiscard]] catalog::PipeState
livenessOf(const QByteArray &directory, const QByteArray &leaf, const FileIdentity &file);

} // namespace pipeglass::engine
