// SPDX-License-Identifier: MIT
#include "text/sizetext.h"

#include "text/words.h"

#include <QLocale>

namespace pipeglass::text {

QString sizeText(qsizetype bytes)
{
    const QLocale locale;
    if (bytes < 1024)
        return Words::tr("%1 B").arg(locale.toString(bytes));
    return locale.formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

} // namespace pipeglass::text
