// SPDX-License-Identifier: MIT
#include "decoding/protocols/hpack/headerstate.h"

#include "decoding/bytecursor.h"

namespace pipeglass::decoding {

namespace {

enum : quint8 { HeadersFrame = 1, PromiseFrame = 5, ContinuationFrame = 9 };

constexpr qsizetype largestBlock = qsizetype{ 1 } << 20U;

} // namespace

bool HeaderFrame::hasHeaders(quint8 frameType)
{
    return frameType == HeadersFrame || frameType == PromiseFrame || frameType == ContinuationFrame;
}

std::optional<HeaderFrame> HeaderFrame::of(QByteArrayView frame)
{
    enum : unsigned { EndHeaders = 4, Padded = 8, Priority = 0x20 };
    ByteCursor in(frame);
    HeaderFrame found;
    found.type = in.byte();
    if (!hasHeaders(found.type))
        return std::nullopt;
    const quint8 flags = in.byte();
    (void)in.take(4);
    found.isWhole = (flags & EndHeaders) != 0;
    const bool isPadded = found.isFirst() && (flags & Padded) != 0;
    const qsizetype padding = isPadded ? in.byte() : 0;
    if (found.type == HeadersFrame && (flags & Priority) != 0) {
        found.priority = in.at();
        (void)in.take(5);
    }
    if (found.type == PromiseFrame) {
        found.promised = in.at();
        (void)in.take(4);
    }
    found.start = in.at();
    found.end = frame.size() - padding;
    return in.ok() && found.start <= found.end ? std::optional(found) : std::nullopt;
}

bool HeaderFrame::isFirst() const { return type != ContinuationFrame; }

std::optional<HeaderState::Ended> HeaderState::add(QByteArrayView frame)
{
    const auto found = HeaderFrame::of(frame);
    if (!found)
        return std::nullopt;
    if (found->isFirst()) {
        m_begun.clear();
        m_hasBegun = true;
    }
    const QByteArrayView part = frame.sliced(found->start, found->end - found->start);
    m_hasBegun = m_hasBegun && m_begun.size() + part.size() <= largestBlock;
    if (m_hasBegun)
        m_begun.append(part);
    if (!found->isWhole)
        return std::nullopt;
    if (!m_hasBegun) {
        // What the unread block has defined would be missing before what the next ones define.
        m_table = {};
        m_begun.clear();
        return std::nullopt;
    }
    Ended ended{ std::exchange(m_begun, {}), {} };
    m_hasBegun = false;
    ended.headers = readHeaderBlock(ended.block, m_table);
    if (ended.headers.read < ended.block.size())
        m_table = {};
    return ended;
}

} // namespace pipeglass::decoding
