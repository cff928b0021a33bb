// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace pipeglass::cli {

/// What is said of a symbolic link that was followed, in one sentence. Paths are escaped.
[[nodiscard]] QString linkSentence(const QByteArray &link, const QByteArray &target);

} // namespace pipeglass::cli
