// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/pipeentry.h"
#include "core/result.h"

#include <functional>

namespace pipeglass::cleaning {

/// Says what is behind the file `leaf` of a directory, if that is still `file`, without connecting. Stale only if
/// provably nobody is, in any network namespace. (engine::livenessOf is one.)
using StateCheck =
    std::function<catalog::PipeState(const QByteArray &directory, const QByteArray &leaf, const FileIdentity &file)>;

/// A file that may be a dead socket, as somebody looked at it.
struct StaleFile {
    QByteArray directory; ///< raw bytes
    QByteArray leaf; ///< raw bytes
    FileIdentity file;
};

[[nodiscard]] StaleFile staleFile(const catalog::PipeEntry &entry);

/// Whether the file could be deleted now; touches nothing. Fails as deleteStale does.
[[nodiscard]] Status mayDeleteStale(const StaleFile &stale, const StateCheck &stateOf);

/// Deletes the file if it is still the one that was looked at, a socket, and nobody is behind it. The name is moved
/// aside first, where nobody can guess it, and file and socket are looked at again there: what was bound anew between
/// the look and the act is moved back, and never over what has the name by then. Fails with NoSuchPipe, NotASocket,
/// Replaced, LeftAlive, LeftUnknown, DeletionDenied, or as the system does; then what has the name still has it, but
/// for a name that was taken twice meanwhile: `detail` says where the first taker's file is.
[[nodiscard]] Status deleteStale(const StaleFile &stale, const StateCheck &stateOf);

} // namespace pipeglass::cleaning
