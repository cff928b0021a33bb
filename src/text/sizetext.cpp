// SPDX-License-Identifier: MIT
#include "text/sizetext.h"

#include "text/words.h"

#include <QLocale>

#include <limits>

namespace pipeglass::text {

QString sizeText(qsizetype bytes)
{
    const QLocale locale;
    if (bytes < 1024)
        return Words::tr("%1 B").arg(locale.toString(bytes));
    return locale.formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

QString wholeSizeText(qsizetype bytes)
{
    const QString exact = bytesText(static_cast<quint64>(bytes));
    return bytes < 1024 ? exact : Words::tr("%1 (%2)").arg(sizeText(bytes), exact);
}

QString bytesText(std::optional<quint64> bytes)
{
    if (!bytes)
        return Words::tr("an unknown number of bytes");
    return Words::tr("%1 byte(s)", nullptr, plural(*bytes)).arg(QLocale().toString(*bytes));
}

int plural(quint64 count) { return static_cast<int>(qMin(count, quint64{ std::numeric_limits<int>::max() })); }

} // namespace pipeglass::text
