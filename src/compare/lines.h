// SPDX-License-Identifier: MIT
#pragma once

#include "compare/blocks.h"

#include <QByteArray>

#include <utility>

namespace pipeglass::compare {

/// The lines of a text, without their line feeds.
class Lines {
public:
    Lines() = default;
    explicit Lines(QByteArray text);

    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_ends.size()); }
    [[nodiscard]] QByteArrayView line(qsizetype number) const; ///< from 0

private:
    QByteArray m_text;
    std::vector<qsizetype> m_ends;
};

/// Which lines are equal.
[[nodiscard]] Blocks compareLines(const Lines &left, const Lines &right, const std::atomic<bool> *isCancelled = {});

/// The part of each of two texts that is not their common start or end, at the bounds of characters (UTF-8).
struct ChangedPart {
    qsizetype start = 0;
    qsizetype leftEnd = 0;
    qsizetype rightEnd = 0;
};
[[nodiscard]] ChangedPart changedPart(QByteArrayView left, QByteArrayView right);

} // namespace pipeglass::compare
