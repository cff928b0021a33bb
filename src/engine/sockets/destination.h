// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "catalog/naming/abstractname.h"
#include "catalog/naming/resolve.h"

#include <optional>

namespace pipeglass::engine {

/// What is to be dialled: a file, held by its descriptor, or a socket of the abstract namespace.
struct Destination {
    catalog::ResolvedFile file; ///< of an abstract one only `path` ("@NAME", raw bytes) and `kind` are set
    std::optional<catalog::AbstractAddress> abstract = {};
};

/// By row (`entry`) exactly that file; otherwise what `name` leads to (catalog/naming/resolve.h): a file that has the
/// name counts before a socket of the abstract namespace, and that before a file elsewhere (in other directories and
/// mount namespaces). Fails as catalog::resolveAnywhere() and openEntry() do.
[[nodiscard]] Result<Destination> destinationOf(const QByteArray &name, const catalog::PipeEntryPtr &entry);

} // namespace pipeglass::engine
