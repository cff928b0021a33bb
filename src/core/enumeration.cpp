// SPDX-License-Identifier: MIT
#include "core/enumeration.h"

#include <QCoreApplication>

namespace pipeglass {

QString enumeration(const QStringList &words)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Enumeration", text); };
    if (words.size() < 2)
        return words.join(QString());
    return tr("%1 and %2").arg(words.mid(0, words.size() - 1).join(tr(", ")), words.last());
}

} // namespace pipeglass
