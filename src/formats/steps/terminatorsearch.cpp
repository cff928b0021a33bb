// SPDX-License-Identifier: MIT
#include "formats/steps/terminatorsearch.h"

#include <cstring>

namespace pipeglass::formats {

namespace {

/// The next place from `from` on where `terminator`, or at the end of `bytes` its beginning, stands; or the end.
qsizetype nextTerminator(
    QByteArrayView terminator, QByteArrayView bytes, qsizetype from, const TerminatorPlace &place, bool isAll)
{
    while (from < bytes.size()) {
        const void *found =
            std::memchr(bytes.data() + from, terminator.front(), static_cast<size_t>(bytes.size() - from));
        if (found == nullptr)
            return bytes.size();
        const qsizetype at = static_cast<const char *>(found) - bytes.data();
        const qsizetype here = qMin(terminator.size(), bytes.size() - at);
        const bool mayBe = (at - place.origin) % place.unit == 0 && (!isAll || here == terminator.size());
        if (mayBe && bytes.sliced(at, here) == terminator.first(here))
            return at;
        from = at + 1;
    }
    return bytes.size();
}

} // namespace

TerminatorSearch findTerminator(
    const Terminators &terminators, QByteArrayView bytes, qsizetype from, const TerminatorPlace &place, bool isAll)
{
    TerminatorSearch best{ bytes.size(), 0 };
    for (const QByteArray &one : terminators.all) {
        // One that begins later does not matter.
        const QByteArrayView searched = bytes.first(qMin(bytes.size(), best.at + one.size()));
        const qsizetype at = nextTerminator(one, searched, from, place, isAll);
        const bool isWhole = at + one.size() <= bytes.size();
        if (at < best.at || (at == best.at && best.size < one.size()))
            best = { at, isWhole ? one.size() : 0 };
    }
    return best;
}

} // namespace pipeglass::formats
