// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/fileaside.h"

namespace pipeglass::exchange {

enum class GivenBack {
    Yes,
    NotOurs, ///< the public name is free or leads to another file; nothing was changed
    ServerGone, ///< no socket lies under the spare's leaf; nothing was changed
};

/// Exchanges the public name `leaf`, which leads to our socket `ours`, with the server's socket under `spareLeaf`, and
/// deletes ours. Permissions that ours was given by its public name (chmod, chown, setfacl) go to the server's first.
/// Fails as the system does; nothing was changed then.
[[nodiscard]] Result<GivenBack>
giveBack(int directory, const QByteArray &leaf, const QByteArray &spareLeaf, const FileIdentity &ours);

/// Deletes our socket under the public name, by way of `spareLeaf`, which is free. False where it stays.
bool withdraw(int directory, const QByteArray &leaf, const QByteArray &spareLeaf, const FileIdentity &ours);

} // namespace pipeglass::exchange
