// SPDX-License-Identifier: MIT
#pragma once

#include "capture/mark.h"

#include <QByteArray>

#include <optional>
#include <utility>

namespace pipeglass::capture {

/// The mark of an item as KeyedText, at most maxHeadSize bytes.
[[nodiscard]] QByteArray markData(quint64 item, const Mark &mark);
/// nullopt if the item is missing.
[[nodiscard]] std::optional<std::pair<quint64, Mark>> readMarkData(QByteArrayView data);
/// The packet's comment for other programs: one line in English.
[[nodiscard]] QByteArray markComment(quint64 item, const Mark &mark);

} // namespace pipeglass::capture
