// SPDX-License-Identifier: MIT
#include "text/isolation.h"

#include <QChar>
#include <QList>

#include <algorithm>

namespace pipeglass::text {

QString isolated(const QString &name)
{
    const auto isRightToLeft = [](uint character) {
        const QChar::Direction direction = QChar::direction(character);
        return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
    };
    const QList<uint> characters = name.toUcs4();
    if (std::none_of(characters.begin(), characters.end(), isRightToLeft))
        return name;
    return QChar(u'\x2068') + name + QChar(u'\x2069');
}

} // namespace pipeglass::text
