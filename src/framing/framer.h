// SPDX-License-Identifier: MIT
#pragma once

#include "framing/frame.h"

#include <vector>

namespace pipeglass::framing {

/// Cuts what one side of one connection wrote into frames. Incremental: feed what came, in pieces of any size, get what
/// became complete. Pure, no I/O; one object a side; not thread-safe. Malformed input never loses a byte, never throws,
/// and never makes it allocate more than it was fed (plus a constant factor).
class Framer {
public:
    Framer() = default;
    virtual ~Framer() = default;
    Framer(const Framer &) = delete;
    Framer &operator=(const Framer &) = delete;

    /// The frames completed by these bytes. A frame inside `bytes` shares its storage.
    [[nodiscard]] virtual std::vector<Frame> feed(const Slice &bytes) = 0;
    /// The stream has ended: what is still held back, as a last frame (or none). The object starts afresh after it.
    [[nodiscard]] virtual std::vector<Frame> finish() = 0;
    /// Another framer goes on: gives back what is held. The object starts afresh after it.
    [[nodiscard]] virtual Slice takePending() = 0;
    /// Bytes held back for a frame that is not complete yet.
    [[nodiscard]] virtual qsizetype pendingBytes() const = 0;
    /// How many wire bytes that frame will have in all; 0 where that is not known.
    [[nodiscard]] virtual qsizetype awaitedBytes() const = 0;
};

} // namespace pipeglass::framing
