// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QString>

namespace pipeglass::ui {

/// Where the user's formats are, created if it is missing.
[[nodiscard]] QString userFormatDirectory();
[[nodiscard]] QString formatFileFilter();
[[nodiscard]] Result<QByteArray> readFormatFile(const QString &path);
/// Replaces the file as a whole.
[[nodiscard]] Status writeFormatFile(const QString &path, const QByteArray &text);

} // namespace pipeglass::ui
