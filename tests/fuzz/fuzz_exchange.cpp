// SPDX-License-Identifier: MIT
// Any bytes as the journal of a tap: refused or read, and what was read comes back.
#include "exchange/tapentry.h"

#include <cstdint>
#include <cstdlib>

using namespace pipeglass::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto entry = parseTapEntry(bytes);
    if (!entry)
        return 0;
    QByteArray text = headText(*entry);
    for (const TapSpare &spare : entry->spares)
        text += spareLine(spare);
    if (parseTapEntry(text) != entry || entry->leaf.contains('/') || !entry->directory.startsWith('/'))
        std::abort();
    return 0;
}
