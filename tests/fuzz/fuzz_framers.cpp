// SPDX-License-Identifier: MIT
// Any bytes in any chunks: the frames are valid, and their concatenation is the input. What can be encoded is decoded
// to the same message. Every framing and the guess.
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

/// Headers, chunk lines and handshakes are held beyond the limit of messages.
constexpr qsizetype largestHead = 2100;

std::vector<FramingPtr> withGuess(const FramingRegistry &framings)
{
    std::vector<FramingPtr> all = framings.all();
    all.push_back(framings.parse("auto").value());
    return all;
}

/// The first bytes select framing, limit and chunk size.
void feedAll(QByteArrayView input)
{
    const auto choice = static_cast<quint8>(input[0]);
    const auto limit = static_cast<quint8>(input[1]);
    const auto pieces = static_cast<quint8>(input[2]);
    const QByteArray stream = input.sliced(3).toByteArray();
    static const FramingRegistry framings;
    static const std::vector<FramingPtr> all = withGuess(framings);
    const Framing &framing = *all[(choice & 0x7FU) % all.size()];
    const Side from = (choice & 0x80U) == 0 ? Side::Client : Side::Server;
    const auto framer = framing.makeFramer(from, limit);
    QByteArray joined;
    for (qsizetype at = 0; at < stream.size();) {
        const qsizetype size = qMin<qsizetype>(1 + (at * 7 + pieces) % (pieces + 1), stream.size() - at);
        take(framer->feed(stream.mid(at, size)), joined);
        at += size;
        require(joined.size() + framer->pendingBytes() == at);
        require(framer->pendingBytes() <= largestHead + 2 * limit);
    }
    take(framer->finish(), joined);
    require(joined == stream && framer->pendingBytes() == 0);
    if (const Result<Frame> frame = framing.encode(stream, from)) {
        const std::vector<Frame> frames = framing.makeFramer(from)->feed(frame->wire);
        require(frames.size() == 1 && frames.front().payload().view() == QByteArrayView(stream));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size >= 3)
        feedAll({ data, static_cast<qsizetype>(size) });
    return 0;
}
