// SPDX-License-Identifier: MIT
// A filter's text: no crash, no endless loop, and a problem lies within the text.
#include "filter/filter.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace pipeglass;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text =
        QString::fromUtf8(QByteArrayView(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    const auto parsed = filter::Filter::parse(text);
    if (!parsed && (parsed.error().at < 0 || parsed.error().at > text.size() || parsed.error().text.isEmpty()))
        std::abort();
    return 0;
}
