// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass::endpoints {

/// What can be said of every text that fits a regular expression, without running it: thousands of names are told from
/// some thirty patterns by this alone.
struct PatternShape {
    QByteArray before; ///< each begins with this or without it,
    QByteArray start; ///< goes on with this,
    qsizetype shortest = 0; ///< and has at least so many bytes in all

    [[nodiscard]] bool mayFit(QByteArrayView text) const
    {
        return text.size() >= shortest
            && (text.startsWith(start) || (text.startsWith(before) && text.sliced(before.size()).startsWith(start)));
    }
};

/// Pure, any bytes. Says too little rather than too much of what it does not understand.
[[nodiscard]] PatternShape shapeOf(QByteArrayView pattern);

} // namespace pipeglass::endpoints
