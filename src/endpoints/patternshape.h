// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass::endpoints {

/// Properties of all matches of a regular expression, to reject most names without running it.
struct PatternShape {
    QByteArray before; ///< an optional prefix
    QByteArray start; ///< follows the prefix, or begins the text
    qsizetype shortest = 0; ///< minimum length in bytes

    [[nodiscard]] bool mayFit(QByteArrayView text) const
    {
        return text.size() >= shortest
            && (text.startsWith(start) || (text.startsWith(before) && text.sliced(before.size()).startsWith(start)));
    }
};

/// Pure, any bytes. For syntax that it does not understand, the result excludes less.
[[nodiscard]] PatternShape shapeOf(QByteArrayView pattern);

} // namespace pipeglass::endpoints
