// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass {

/// The file name: everything after the last slash, or the whole path without one.
[[nodiscard]] QByteArrayView leafOf(QByteArrayView path);
/// The directory of an absolute path, without a trailing slash ("/" for "/x").
[[nodiscard]] QByteArray directoryOf(const QByteArray &path);
/// Joins a directory and a file name; a trailing slash of the directory is not doubled.
[[nodiscard]] QByteArray joinedPath(const QByteArray &directory, QByteArrayView leaf);
/// A path that leads to exactly the file that a descriptor of this process holds, also an O_PATH one.
[[nodiscard]] QByteArray descriptorPath(int descriptor);

} // namespace pipeglass
