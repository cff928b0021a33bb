// SPDX-License-Identifier: MIT
#pragma once

#include "core/slice.h"

namespace pipeglass::framing {

/// The beginning of an incomplete frame. Grows geometrically with the bytes received, never by the size in a length
/// prefix. Each byte is copied once.
class HeldBytes {
public:
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] qsizetype capacity() const { return m_bytes.capacity(); }

    void append(QByteArrayView bytes);
    /// For a frame of `frameSize` bytes: once half of it is here, reserves exactly the rest, at most twice what was
    /// fed.
    void append(QByteArrayView bytes, qsizetype frameSize);
    /// Returns all held bytes and clears.
    [[nodiscard]] Slice take();

private:
    QByteArray m_bytes;
};

} // namespace pipeglass::framing
