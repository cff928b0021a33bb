// SPDX-License-Identifier: MIT
#pragma once

#include "core/frameproblem.h"
#include "core/slice.h"

namespace pipeglass::framing {

/// One message of a stream with its framing bytes. wire = head + payload + tail; the concatenated wires of a stream's
/// frames are the stream.
struct Frame {
    Slice wire;
    qsizetype headSize = 0; ///< bytes before the payload (a length)
    qsizetype tailSize = 0; ///< bytes after it (a delimiter)
    /// Other than None: the bytes are not valid in this framing. The payload is the whole wire then; head and tail are
    /// 0.
    FrameProblem problem = FrameProblem::None;
    /// Bytes without a framing, as they were read: the boundaries are those of the chunks fed.
    bool isChunk = false;

    [[nodiscard]] bool isMalformed() const { return problem != FrameProblem::None; }
    [[nodiscard]] Slice payload() const { return wire.sliced(headSize, wire.size() - headSize - tailSize); }
};

[[nodiscard]] inline Frame malformedFrame(const Slice &wire, FrameProblem problem) { return { wire, 0, 0, problem }; }

} // namespace pipeglass::framing
