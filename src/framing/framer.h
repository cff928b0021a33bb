// SPDX-License-Identifier: MIT
#pragma once

#include "framing/frame.h"

#include <vector>

namespace pipeglass::framing {

/// Cuts what one side of a connection wrote into frames, incrementally: feed chunks of any size, get the complete
/// frames. Pure; one object per side; not thread-safe. For any input it loses no byte, does not throw, and allocates at
/// most a constant factor more than it was fed.
class Framer {
public:
    Framer() = default;
    virtual ~Framer() = default;
    Framer(const Framer &) = delete;
    Framer &operator=(const Framer &) = delete;

    /// The frames completed by these bytes. A frame inside `bytes` shares its storage.
    [[nodiscard]] virtual std::vector<Frame> feed(const Slice &bytes) = 0;
    /// The end of the stream: returns the held bytes as a last frame, if any. Resets the object.
    [[nodiscard]] virtual std::vector<Frame> finish() = 0;
    /// Returns the held bytes for another framer. Resets the object, but for guessed().
    [[nodiscard]] virtual Slice takePending() = 0;
    /// Number of bytes held for an incomplete frame.
    [[nodiscard]] virtual qsizetype pendingBytes() const = 0;
    /// Total number of wire bytes of that frame; 0: unknown.
    [[nodiscard]] virtual qsizetype awaitedBytes() const = 0;
    /// Id of the framing that was guessed; empty: not yet, or nothing is guessed here.
    [[nodiscard]] virtual QByteArray guessed() const { return {}; }
};

} // namespace pipeglass::framing
