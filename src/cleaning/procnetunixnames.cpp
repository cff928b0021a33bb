// SPDX-License-Identifier: MIT
#include "cleaning/procnetunixnames.h"

#include "cleaning/blanks.h"
#include "cleaning/candidate.h"

#include <algorithm>

namespace pipeglass::cleaning {

namespace {

QByteArrayView withoutWord(QByteArrayView text)
{
    return text.sliced(std::find_if(text.begin(), text.end(), isBlank) - text.begin());
}

QByteArrayView withoutBlanks(QByteArrayView text)
{
    return text.sliced(std::find_if_not(text.begin(), text.end(), isBlank) - text.begin());
}

} // namespace

QSet<QByteArray> procNetUnixNames(QByteArrayView procNetUnix)
{
    // After the address: reference count, protocol, flags, type and state, all of fixed width.
    constexpr qsizetype fixedPart = 37;
    QSet<QByteArray> names;
    const QList<QByteArray> lines = procNetUnix.toByteArray().split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon < 0 || lines[i].size() - colon < fixedPart)
            continue;
        const QByteArrayView inode = withoutBlanks(QByteArrayView(lines[i]).sliced(colon + fixedPart));
        const QByteArrayView path = withoutBlanks(withoutWord(inode));
        if (path.startsWith('/'))
            names.insert(simplified(path.toByteArray()));
    }
    return names;
}

} // namespace pipeglass::cleaning
