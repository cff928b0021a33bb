// SPDX-License-Identifier: MIT
#pragma once

#include <QRegularExpression>
#include <QString>

namespace pipeglass::ui {

/// The text of an action or label without its mnemonic ("&Open…", or "열기(&O)..." as in Korean) and ellipsis.
inline QString labelText(QString text)
{
    static const QRegularExpression behind(QStringLiteral("\\(&\\w\\)"));
    return text.remove(behind).remove(u'&').remove(u'…').remove(QLatin1String("...")).trimmed();
}

} // namespace pipeglass::ui
