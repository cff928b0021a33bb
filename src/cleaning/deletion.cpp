// SPDX-License-Identifier: MIT
#include "cleaning/deletion.h"

#include "core/bytetext.h"

namespace pipeglass::cleaning {

QString Deletion::rule() const
{
    return escapedText(file) + QLatin1Char(':') + QString::number(line) + QLatin1String(": ")
        + escapedText(text.simplified());
}

} // namespace pipeglass::cleaning
