// SPDX-License-Identifier: MIT
// Any description: an error, or a format that cuts any bytes without losing one, and reads and writes messages. The
// first byte says whether the input is the description, or bytes for a fixed one.
#include "formats/export/luaexport.h"
#include "formats/formatdecoder.h"
#include "formats/formatstore.h"

#include <cstdlib>

using namespace pipeglass;
using namespace pipeglass::formats;

namespace {

constexpr const char *manyWords =
    "format all; enum E : u8 { a = 1, b = 2 } bits B : u16be { x: 9, y: 7 }\n"
    "frame { resync; magic \"M\"; v: varint; n: u8; l: { k: u8; w: bytes[k]; }[n]; within v { t: utf16le[until "
    "x\"0000\"]; "
    "payload: { c: u8; d: bytes[end]; } } s: u8 = sum8(payload); }\n"
    "message { e: E; b: B; if b.x > b.y { z: zigzag; } switch e { case a { g: guid; f: f32le; } case b { q: u8; "
    "r: { t: utf8[until \"\\n\" or end]; }[size q]; } else { l: i16be[until l == 0]; } } n: varint32; "
    "p: bytes[n * 2 + 1]; u: utf16be[end]; }";

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void cutAll(const framing::Framing &framing, const QByteArray &stream, quint8 pieces)
{
    const auto framer = framing.makeFramer(Side::Client, 200);
    QByteArray joined;
    const auto take = [&](const std::vector<framing::Frame> &frames) {
        for (const framing::Frame &frame : frames) {
            require(!frame.wire.isEmpty() && frame.headSize >= 0 && frame.tailSize >= 0);
            require(frame.headSize + frame.tailSize <= (frame.isMalformed() ? 0 : frame.wire.size()));
            joined.append(frame.wire.view());
        }
    };
    for (qsizetype at = 0; at < stream.size();) {
        const qsizetype size = qMin<qsizetype>(1 + (at * 7 + pieces) % (pieces + 1), stream.size() - at);
        take(framer->feed(stream.mid(at, size)));
        at += size;
        require(joined.size() + framer->pendingBytes() == at);
        require(framer->pendingBytes() <= 2048 + 1024 + 2 * 200 + 64);
    }
    take(framer->finish());
    require(joined == stream);
    if (const auto frame = framing.encode(stream, Side::Client)) {
        const auto frames = framing.makeFramer(Side::Client)->feed(frame->wire);
        require(frames.size() == 1 && frames.front().payload().view() == QByteArrayView(stream));
    }
}

void readAndWrite(const FormatPtr &format, const QByteArray &payload)
{
    const FormatDecoder decoder(format);
    decoding::TreeBuilder tree(payload);
    const bool isWhole = decoder.decode(payload, {}, tree);
    const auto json = decoder.toText(payload, {});
    require(json.has_value() == isWhole);
    if (!json)
        return;
    // Values may not be written, for example where two sizes are the same field. A value that ended with the message
    // gets its terminator, so only the values of the second round are the same.
    const auto again = decoder.fromText(*json, {});
    const auto values = again ? decoder.toText(*again, {}) : json;
    require(values.has_value());
    if (const auto second = again ? decoder.fromText(*values, {}) : again)
        require(decoder.toText(*second, {}).value_or(QByteArray()) == *values);
}

void use(const FormatPtr &format, const QByteArray &bytes)
{
    if (const auto framing = framingOf(format, "f"))
        cutAll(**framing, bytes, bytes.isEmpty() ? 0 : static_cast<quint8>(bytes.front()));
    if (format->message.client || format->message.server)
        readAndWrite(format, bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray input(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);
    if (data[0] % 2 == 0) {
        static const FormatPtr fixed = compileFormat(manyWords, "all").value();
        use(fixed, input);
        return 0;
    }
    const qsizetype end = qMax<qsizetype>(0, input.lastIndexOf('\0'));
    if (const auto format = compileFormat(input.first(end), "f")) {
        use(*format, input.sliced(end));
        require(!luaDissector(**format).isEmpty());
    }
    return 0;
}
