// SPDX-License-Identifier: MIT
#include "core/enumeration.h"

#include <QCoreApplication>

namespace pipeglass {

namespace {

class EnumerationText {
    Q_DECLARE_TR_FUNCTIONS(Enumeration)
};

} // namespace

QString enumeration(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return EnumerationText::tr("%1 and %2")
        .arg(words.mid(0, words.size() - 1).join(EnumerationText::tr(", ")), words.last());
}

} // namespace pipeglass
