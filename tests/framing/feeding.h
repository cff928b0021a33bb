// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

#include <QList>
#include <QTest>

#include <algorithm>
#include <iterator>

namespace pipeglass::test {

using framing::Frame;
using framing::Framer;
using Frames = std::vector<Frame>;

inline void append(Frames &to, Frames more)
{
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Feeds `stream` in chunks of `piece` bytes, and finishes.
inline Frames feedInPieces(Framer &framer, const QByteArray &stream, qsizetype piece)
{
    Frames frames;
    for (qsizetype at = 0; at < stream.size(); at += piece)
        append(frames, framer.feed(Slice(stream, at, qMin(piece, stream.size() - at))));
    append(frames, framer.finish());
    return frames;
}

/// Feeds `stream` in two chunks, split at `cut`, and finishes.
inline Frames feedCutAt(Framer &framer, const QByteArray &stream, qsizetype cut)
{
    Frames frames = framer.feed(stream.first(cut));
    append(frames, framer.feed(stream.sliced(cut)));
    append(frames, framer.finish());
    return frames;
}

inline QByteArray joinedWires(const Frames &frames)
{
    QByteArray stream;
    for (const Frame &frame : frames)
        stream.append(frame.wire.view());
    return stream;
}

/// Frames as text, for comparison: `good(payload)`, `bad(bytes)` or `rest(bytes)`. Adjacent malformed frames are
/// joined, and bytes without framing, because their boundaries depend on the chunks.
inline QByteArrayList described(const Frames &frames)
{
    QByteArrayList words;
    QByteArray last;
    for (const Frame &frame : frames) {
        const QByteArray payload = frame.payload().toByteArray();
        const QByteArray kind = frame.isMalformed() ? "bad(" : frame.isChunk ? "rest(" : "good(";
        if (kind == last && kind != "good(") {
            words.last().chop(1);
            words.last() += payload + ')';
        } else {
            words += kind + payload + ')';
        }
        last = kind;
    }
    return words;
}

/// Conditions for every frame, with any input.
inline bool isSound(const Frame &frame)
{
    if (frame.wire.isEmpty() || frame.headSize < 0 || frame.tailSize < 0)
        return false;
    if (frame.isMalformed())
        return frame.headSize == 0 && frame.tailSize == 0;
    return frame.headSize + frame.tailSize <= frame.wire.size();
}

/// Beginnings that some framing might wait for the end of; repeated without end.
inline const QByteArray endlessStreams[] = {
    QByteArray(1, '\0'),
    "\x01",
    "\x7f",
    "\x80",
    "\xff",
    " ",
    "\r",
    "\n",
    "a",
    "1",
    "{",
    "[",
    "\"",
    "[{\"a\":",
    "Content-Length: 1\r\n",
    "Header: x\r\n",
    "GET / HTTP/1.1\r\n",
    "DOTNET_IPC_V1",
    "\x92\x93\xDC",
    "<a>",
};

/// However long a stream without an end is, the framer holds no more than its limit allows.
inline void checkEndlessStreams(const framing::Framing &framing, qsizetype limit)
{
    constexpr qsizetype largestHead = 2100; // headers, chunk lines and handshakes are held beyond the limit of messages
    constexpr qsizetype chunk = 700;
    for (const QByteArray &one : endlessStreams) {
        const QByteArray stream = one.repeated(40 * chunk / one.size());
        const auto framer = framing.makeFramer(Side::Client, limit);
        qsizetype out = 0;
        for (qsizetype at = 0; at < stream.size(); at += chunk) {
            for (const Frame &frame : framer->feed(Slice(stream, at, qMin(chunk, stream.size() - at))))
                out += frame.wire.size();
            QVERIFY2(framer->pendingBytes() <= largestHead + 2 * limit, one.toPercentEncoding().constData());
        }
        const qsizetype held = framer->pendingBytes();
        QCOMPARE(out + held, stream.size());
        QCOMPARE(joinedWires(framer->finish()).size(), held);
    }
}

/// A test function with the columns "stream" and "frames": the stream makes these frames however it comes.
inline void checkStream(const framing::Framing &framing, qsizetype limit)
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArrayList, frames);
    const auto framer = framing.makeFramer(Side::Client, limit);
    const auto check = [&](const Frames &got) {
        QCOMPARE(described(got), frames);
        QCOMPARE(joinedWires(got), stream);
        QVERIFY(std::all_of(got.begin(), got.end(), isSound));
        QCOMPARE(framer->pendingBytes(), 0);
    };
    check(feedInPieces(*framer, stream, qMax<qsizetype>(1, stream.size())));
    check(feedInPieces(*framer, stream, 1));
    for (qsizetype cut = 0; cut <= stream.size(); ++cut)
        check(feedCutAt(*framer, stream, cut));
}

} // namespace pipeglass::test
