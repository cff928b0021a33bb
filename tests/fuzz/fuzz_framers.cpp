// SPDX-License-Identifier: MIT
// Any bytes in any chunks: the frames are valid, and their concatenation is the input.
#include "framing/framingregistry.h"

#include <cstdlib>

using namespace pipeglass;
using namespace pipeglass::framing;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void take(const std::vector<Frame> &frames, QByteArray &joined)
{
    for (const Frame &frame : frames) {
        require(!frame.wire.isEmpty() && frame.headSize >= 0 && frame.tailSize >= 0);
        require(frame.headSize + frame.tailSize <= (frame.isMalformed() ? 0 : frame.wire.size()));
        joined.append(frame.wire.view());
    }
}

/// The first bytes select framing, limit and chunk size.
void feedAll(QByteArrayView input)
{
    const auto choice = static_cast<quint8>(input[0]);
    const auto limit = static_cast<quint8>(input[1]);
    const auto pieces = static_cast<quint8>(input[2]);
    const QByteArray stream = input.sliced(3).toByteArray();
    static const FramingRegistry framings;
    const auto &all = framings.all();
    const auto framer = all[choice % all.size()]->makeFramer(Side::Client, limit);
    QByteArray joined;
    for (qsizetype at = 0; at < stream.size();) {
        const qsizetype size = qMin<qsizetype>(1 + (at * 7 + pieces) % (pieces + 1), stream.size() - at);
        take(framer->feed(stream.mid(at, size)), joined);
        at += size;
        require(joined.size() + framer->pendingBytes() == at);
        require(framer->pendingBytes() <= limit + 8);
    }
    take(framer->finish(), joined);
    require(joined == stream && framer->pendingBytes() == 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size >= 3)
        feedAll({ data, static_cast<qsizetype>(size) });
    return 0;
}
