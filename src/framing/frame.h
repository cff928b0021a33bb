// SPDX-License-Identifier: MIT
#pragma once

#include "core/slice.h"

namespace pipeglass::framing {

/// One message of a stream with the bytes that framing put around it. Wire bytes = head + payload + tail, and the
/// wires of a stream's frames put together are the stream.
struct Frame {
    Slice wire;
    qsizetype headSize = 0; ///< bytes before the payload (a length)
    qsizetype tailSize = 0; ///< bytes behind it (a delimiter)
    /// The framing could not understand these bytes (an absurd length, a message cut off by the end of the stream,
    /// everything behind either). The payload is then all of the wire: head and tail are 0.
    bool malformed = false;

    [[nodiscard]] Slice payload() const { return wire.sliced(headSize, wire.size() - headSize - tailSize); }
};

} // namespace pipeglass::framing
