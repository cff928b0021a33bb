// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass::catalog {

/// Of a file that is the root of a mount of its own (a bind mount of one file) and was deleted since: that mount's root
/// as mountinfo has it, "/host/d.sock//deleted". Empty for every other file. `fd` is a descriptor of the file, `path`
/// its full path, which says in whose mount namespace it is. Any thread.
[[nodiscard]] QByteArray deletedMountRoot(int fd, const QByteArray &path);

/// The root of a mount out of the text of a mountinfo: pure, any bytes. Empty where there is no such mount.
[[nodiscard]] QByteArray mountRoot(QByteArrayView mountInfo, quint64 mountId);

} // namespace pipeglass::catalog
