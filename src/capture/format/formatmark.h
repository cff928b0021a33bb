// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass::capture {

/// The comment of the section header that identifies a recording; followed by the version of the format.
inline constexpr QByteArrayView formatMark{ "Pipeglass recording " };
inline constexpr int currentFormatVersion = 2;
inline constexpr int foreignFile = -1; ///< in place of a version: a pcapng file of another program

/// The version after the mark; 0 if there is none.
[[nodiscard]] inline int formatVersion(QByteArrayView comment)
{
    return comment.sliced(formatMark.size()).toByteArray().toInt();
}

} // namespace pipeglass::capture
