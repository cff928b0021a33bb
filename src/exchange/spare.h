// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/heldsocket.h"

namespace pipeglass::exchange {

/// One of our listening sockets under a name of its own, ready to take the server's place.
struct Spare {
    UniqueFd socket; ///< listens, non-blocking, close-on-exec
    QByteArray leaf;
    FileIdentity file;
};

[[nodiscard]] QByteArray newSpareLeaf(); ///< see catalog/naming/spareleaf.h

struct SpareDirectory {
    int descriptor = -1; ///< O_PATH
    QByteArray path;
};

/// Binds a spare in a directory and gives it the permissions of `like`, or none without one. Bound by its path where
/// that fits, so that systemd-tmpfiles finds it in /proc/net/unix and spares it. Fails with CreationDenied,
/// TapNotPermitted, AclUnsupported, OutOfDescriptors or as the system does; nothing stays behind then.
[[nodiscard]] Result<Spare> makeSpare(const SpareDirectory &directory, const QByteArray &leaf, const HeldSocket *like);

} // namespace pipeglass::exchange
