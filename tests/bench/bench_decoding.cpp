// SPDX-License-Identifier: MIT
// The time to decode a message of 1 MiB.
#include "decoding/decoderregistry.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <limits>

using namespace pipeglass::decoding;

namespace {

void measure(const char *name, const QByteArray &payload)
{
    constexpr int rounds = 10;
    const DecoderRegistry decoders;
    qint64 best = std::numeric_limits<qint64>::max();
    Decoding decoding;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        decoding = decoders.decode(payload, {});
        best = std::min(best, timer.nsecsElapsed());
    }
    std::printf(
        "%-22s as %-12s %8zu values: %6.1f ms\n", name, decoding.decoder.constData(), decoding.tree.nodes.size(),
        static_cast<double>(best) / 1e6);
}

QByteArray repeated(const QByteArray &head, const QByteArray &entry, const QByteArray &tail)
{
    constexpr qsizetype mebibyte = qsizetype{ 1 } << 20U;
    return head + entry.repeated(mebibyte / entry.size()) + tail;
}

} // namespace

int main()
{
    const QByteArray object = R"({"id":12345,"name":"some name","tags":["a","b"],"value":1.25,"done":true})";
    measure("JSON objects", repeated("[", object + ',', "null]"));
    measure("JSON numbers", repeated("[", "1,", "1]"));
    measure("JSON, one string", '"' + QByteArray((qsizetype{ 1 } << 20U) - 2, 'x') + '"');
    measure("XML elements", repeated("<a>", R"(<b c="some text">more text</b>)", "</a>"));
    measure("text lines", repeated({}, "a line of some text\n", {}));
    measure("protobuf fields", repeated({}, QByteArray("\x08\x96\x01\x12\x07testing", 12), {}));
    return 0;
}
