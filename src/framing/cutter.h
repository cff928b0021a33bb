// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

#include <memory>

namespace pipeglass::framing {

/// What is at the beginning of the bytes given to Cutter::cut().
struct Cut {
    enum class Kind : quint8 {
        Incomplete, ///< more bytes are needed
        Frame,
        Malformed, ///< `size` malformed bytes, after which a message may begin
        OutOfSync, ///< this and all further bytes are malformed
        Chunks, ///< this and all further bytes have no framing
    };
    Kind kind = Kind::Incomplete;
    FrameProblem problem = FrameProblem::None;
    /// Of the frame. Incomplete: the number of bytes needed for the next answer, more than there are; 0: not known.
    qsizetype size = 0;
    qsizetype head = 0;
    qsizetype tail = 0;
    bool isWhole = false; ///< Incomplete: `size` is the size of the frame

    [[nodiscard]] static Cut needs(qsizetype size = 0) { return { Kind::Incomplete, FrameProblem::None, size }; }
    [[nodiscard]] static Cut frame(qsizetype size, qsizetype head = 0, qsizetype tail = 0)
    {
        return { Kind::Frame, FrameProblem::None, size, head, tail };
    }
    /// A frame whose size is known, if all of it is in `available` bytes.
    [[nodiscard]] static Cut sized(qsizetype size, qsizetype head, qsizetype available)
    {
        if (available >= size)
            return frame(size, head);
        return { Kind::Incomplete, FrameProblem::None, size, 0, 0, true };
    }
    [[nodiscard]] static Cut malformed(qsizetype size, FrameProblem problem)
    {
        return { Kind::Malformed, problem, size };
    }
    [[nodiscard]] static Cut outOfSync(FrameProblem problem) { return { Kind::OutOfSync, problem }; }
    [[nodiscard]] static Cut chunks() { return { Kind::Chunks }; }
};

/// Finds the end of one frame. This is all that a framing needs to implement for reading: makeFramer() does the rest.
/// May remember how far it looked, so that long frames take linear time.
class Cutter {
public:
    Cutter() = default;
    virtual ~Cutter() = default;
    Cutter(const Cutter &) = delete;
    Cutter &operator=(const Cutter &) = delete;

    /// `bytes`, at least one, begin where the last frame ended. After Incomplete it is called with the same and more
    /// bytes. The result must not depend on how many bytes follow the frame.
    [[nodiscard]] virtual Cut cut(QByteArrayView bytes) = 0;
    /// The end of the stream after an incomplete frame: what is `held`.
    [[nodiscard]] virtual Frame last(const Slice &held) { return malformedFrame(held, FrameProblem::Incomplete); }
    /// A new stream begins.
    virtual void reset() { }
};

/// A framer that asks `cutter` for the ends of the frames.
[[nodiscard]] std::unique_ptr<Framer> makeFramer(std::unique_ptr<Cutter> cutter);

/// For framings without own bytes around the payload: `payload` as a frame. Fails unless `cutter` finds exactly one
/// message in it.
[[nodiscard]] Result<Frame> encodeWhole(Cutter &cutter, const Slice &payload, qsizetype limit);

} // namespace pipeglass::framing
