// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/filestates.h"
#include "core/result.h"

#include <functional>

namespace pipeglass::cleaning {

/// A file that may be a dead socket, as somebody looked at it.
using StaleFile = catalog::KnownFile;

/// Says what is behind files, one state each, without connecting. Stale only if provably nobody is, in any network
/// namespace. (catalog::statesOf is one.)
using StateCheck = std::function<std::vector<catalog::PipeState>(const std::vector<StaleFile> &files)>;

[[nodiscard]] StaleFile staleFile(const catalog::PipeEntry &entry);

/// Whether the file could be deleted now; touches nothing. Fails as deleteStale does.
[[nodiscard]] Status mayDeleteStale(const StaleFile &stale, const StateCheck &statesOf);

/// Deletes the file if it is still the one that was looked at, a socket, and nobody is behind it: a StaleSweep of one.
/// Fails with NoSuchPipe, NotASocket, Replaced, LeftAlive, LeftUnknown, DeletionDenied, or as the system does; then
/// what has the name still has it, but for a name that was taken twice meanwhile: `detail` says where the first taker's
/// file is.
[[nodiscard]] Status deleteStale(const StaleFile &stale, const StateCheck &statesOf);

} // namespace pipeglass::cleaning
