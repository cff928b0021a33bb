// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace pipeglass::catalog {

/// The file names under which a tap keeps its own listening sockets, and the socket of a tapped server:
/// ".pipeglass-" and 16 hexadecimal digits. Lists do not show them.
inline constexpr QByteArrayView sparePrefix{ ".pipeglass-" };
inline constexpr qsizetype spareBytes = 8; ///< random bytes, two digits each

[[nodiscard]] bool isSpareLeaf(QByteArrayView leaf);

} // namespace pipeglass::catalog
