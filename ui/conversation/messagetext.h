// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace pipeglass::ui {

/// A payload as multi-line text: line feeds and tabs are kept, other non-printable bytes become `\xNN`. Safe to show as
/// plain text.
[[nodiscard]] QString readableText(QByteArrayView payload);

} // namespace pipeglass::ui
