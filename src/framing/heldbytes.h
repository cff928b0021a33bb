// SPDX-License-Identifier: MIT
#pragma once

#include "core/slice.h"

namespace pipeglass::framing {

/// The beginning of a frame whose end has not come yet. Grows with the bytes that arrive (geometrically, so that one
/// byte at a time stays linear) and never by what a length prefix promises. Each byte is copied once.
class HeldBytes {
public:
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] qsizetype capacity() const { return m_bytes.capacity(); }

    void append(QByteArrayView bytes);
    /// As above, for a frame that will be `frameSize` bytes in all: once half of it is here, room is made for exactly
    /// the rest, which is still no more than twice what was fed.
    void append(QByteArrayView bytes, qsizetype frameSize);
    /// Everything held; afterwards nothing is.
    [[nodiscard]] Slice take();

private:
    QByteArray m_bytes;
};

} // namespace pipeglass::framing
