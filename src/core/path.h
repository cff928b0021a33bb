// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass {

/// What stands after the last slash; all of it where there is none.
[[nodiscard]] QByteArrayView leafOf(QByteArrayView path);
/// The directory of a full path, without a slash at its end: "/" of "/x".
[[nodiscard]] QByteArray directoryOf(const QByteArray &path);
/// The other way round; a slash at the end of the directory is not doubled.
[[nodiscard]] QByteArray joinedPath(const QByteArray &directory, QByteArrayView leaf);

} // namespace pipeglass
