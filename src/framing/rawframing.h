// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

namespace pipeglass::framing {

/// No framing: the stream as it was read. Each piece fed is a frame, all payload; nothing is ever held back and nothing
/// is malformed, so the limit matters to encode() only. For streams whose layout nobody knows yet.
///
/// A frame without a byte would not be on the wire at all, so an empty payload cannot be encoded.
class RawFraming : public Framing {
public:
    RawFraming();

    [[nodiscard]] std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const override;
};

} // namespace pipeglass::framing
