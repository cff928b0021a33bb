// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace pipeglass::ui {

/// A payload as several lines of readable text: line feeds and tabs are kept, whatever else is not printable stands as
/// `\xNN`. Safe to show as plain text.
[[nodiscard]] QString readableText(QByteArrayView payload);

} // namespace pipeglass::ui
