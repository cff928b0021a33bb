// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass::catalog {

/// For a file that is itself a mount point (a bind mount of one file) and was deleted since: the mount's root as in
/// mountinfo, "/host/d.sock//deleted". Empty for every other file. `fd`: the file; `path`: its absolute path, which
/// determines the mount namespace. Any thread.
[[nodiscard]] QByteArray deletedMountRoot(int fd, const QByteArray &path);

/// The root of a mount in the text of mountinfo; empty if the mount is not there. Pure, any bytes.
[[nodiscard]] QByteArray mountRoot(QByteArrayView mountInfo, quint64 mountId);

} // namespace pipeglass::catalog
