// SPDX-License-Identifier: MIT
#include "decoding/compression.h"

#include <limits>
#include <memory>

#include <zlib.h>
#include <zstd.h>

namespace pipeglass::decoding {

namespace {

constexpr qsizetype firstStep = qsizetype{ 64 } << 10U;

/// Makes room at the end of `out`; each step doubles it. Returns the size of that room.
qsizetype addRoom(QByteArray &out, qsizetype limit)
{
    const qsizetype before = out.size();
    const qsizetype room = qMin(limit - before, qMax(firstStep, before));
    out.resize(before + room);
    return room;
}

QByteArray inflated(QByteArrayView bytes, qsizetype limit)
{
    constexpr int detectHeader = 32;
    z_stream stream{};
    if (::inflateInit2(&stream, MAX_WBITS + detectHeader) != Z_OK)
        return {};
    // zlib does not write to its input.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(qMin<qsizetype>(bytes.size(), std::numeric_limits<int>::max()));
    QByteArray out;
    int state = Z_OK;
    while (state == Z_OK && out.size() < limit) {
        const qsizetype before = out.size();
        stream.avail_out = static_cast<uInt>(addRoom(out, limit));
        stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
        state = ::inflate(&stream, Z_NO_FLUSH);
        out.chop(stream.avail_out);
    }
    ::inflateEnd(&stream);
    return state == Z_OK || state == Z_STREAM_END ? out : QByteArray();
}

QByteArray fromZstd(QByteArrayView bytes, qsizetype limit)
{
    constexpr int largestWindow = 24; // 16 MiB: a frame may ask for 2 GiB
    const std::unique_ptr<ZSTD_DCtx, decltype(&::ZSTD_freeDCtx)> context(::ZSTD_createDCtx(), &::ZSTD_freeDCtx);
    if (!context || ::ZSTD_isError(::ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, largestWindow)) != 0)
        return {};
    ZSTD_inBuffer in{ bytes.data(), static_cast<size_t>(bytes.size()), 0 };
    QByteArray out;
    size_t state = 1; // 0: a frame ended
    while ((state != 0 || in.pos < in.size) && out.size() < limit) {
        const qsizetype before = out.size();
        const auto room = static_cast<size_t>(addRoom(out, limit));
        ZSTD_outBuffer to{ out.data() + before, room, 0 };
        const size_t consumed = in.pos;
        state = ::ZSTD_decompressStream(context.get(), &to, &in);
        out.chop(static_cast<qsizetype>(room - to.pos));
        if (::ZSTD_isError(state) != 0 || (state != 0 && to.pos == 0 && in.pos == consumed))
            return {}; // invalid, or cut off
    }
    return out;
}

} // namespace

bool isDeflated(QByteArrayView bytes)
{
    if (bytes.size() < 8)
        return false;
    const auto first = static_cast<quint8>(bytes[0]);
    const auto second = static_cast<quint8>(bytes[1]);
    const bool isGzip = first == 0x1f && second == 0x8b && bytes[2] == 8;
    return isGzip || (first == 0x78 && (first * 256 + second) % 31 == 0);
}

bool isZstd(QByteArrayView bytes) { return bytes.startsWith("\x28\xb5\x2f\xfd"); }

QByteArray uncompressed(QByteArrayView bytes, qsizetype limit)
{
    return isZstd(bytes) ? fromZstd(bytes, limit) : inflated(bytes, limit);
}

} // namespace pipeglass::decoding
