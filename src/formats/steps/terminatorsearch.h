// SPDX-License-Identifier: MIT
#pragma once

#include "formats/steps/program.h"

#include <QByteArrayView>

namespace pipeglass::formats {

struct TerminatorSearch {
    qsizetype at = 0; ///< found: where the terminator begins; else: none begins before this, whatever follows
    qsizetype size = 0; ///< of the terminator; 0: none is complete
};

/// Terminators begin at multiples of `unit` after `origin`.
struct TerminatorPlace {
    qsizetype unit = 1;
    qsizetype origin = 0;
};

/// The terminator that begins first in `bytes` from `from` on, and of those the longest. Unless `isAll`, more bytes may
/// follow, and do not change what was found.
[[nodiscard]] TerminatorSearch findTerminator(
    const Terminators &terminators, QByteArrayView bytes, qsizetype from, const TerminatorPlace &place, bool isAll);

/// Bytes of a code unit.
[[nodiscard]] inline qsizetype unitOf(Content content)
{
    return content == Content::Utf16Little || content == Content::Utf16Big ? 2 : 1;
}

} // namespace pipeglass::formats
