// SPDX-License-Identifier: MIT
#pragma once

#include "framing/frame.h"

#include <deque>
#include <span>

#include <sys/uio.h>

namespace pipeglass::engine {

/// Frames that wait for the kernel, in order, with the place up to which the first one went. Counts bytes; how many are
/// too many is for the owner to say.
class WriteQueue {
public:
    [[nodiscard]] bool isEmpty() const { return m_frames.empty(); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; } ///< not yet taken
    void push(framing::Frame frame);

    /// Fills `out` with what comes next; returns how many of it were filled. Good until the next change.
    [[nodiscard]] size_t gather(std::span<iovec> out) const;
    /// The kernel took that many bytes; bytes() or less.
    void take(qint64 count);
    /// Whether the first frame has gone as a whole (an empty one has at once).
    [[nodiscard]] bool firstIsDone() const;
    framing::Frame popFirst();
    /// What the kernel took of a first frame that is not done.
    [[nodiscard]] Slice takenPart() const;
    void clear();

private:
    std::deque<framing::Frame> m_frames;
    size_t m_done = 0; ///< frames at the front that have gone and were not popped
    qsizetype m_offset = 0; ///< bytes gone of frame m_done
    qint64 m_bytes = 0;
};

} // namespace pipeglass::engine
