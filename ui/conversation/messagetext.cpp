// SPDX-License-Identifier: MIT
#include "conversation/messagetext.h"

#include "core/bytetext.h"

#include <limits>

namespace pipeglass::ui {

QString readableText(QByteArrayView payload)
{
    QString text;
    qsizetype start = 0;
    for (qsizetype at = 0; at <= payload.size(); ++at) {
        if (at < payload.size() && payload[at] != '\n' && payload[at] != '\t')
            continue;
        qsizetype end = at;
        // "\r
        // " is one line break; a single carriage return is shown escaped.
        if (at < payload.size() && payload[at] == '\n' && end > start && payload[end - 1] == '\r')
            --end;
        text += previewText(payload.sliced(start, end - start), std::numeric_limits<int>::max());
        if (at < payload.size())
            text += QLatin1Char(payload[at]);
        start = at + 1;
    }
    return text;
}

} // namespace pipeglass::ui
