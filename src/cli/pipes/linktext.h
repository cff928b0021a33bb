// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace pipeglass::cli {

/// A sentence about a symbolic link that was followed. Paths are escaped.
[[nodiscard]] QString linkSentence(const QByteArray &link, const QByteArray &target);

} // namespace pipeglass::cli
