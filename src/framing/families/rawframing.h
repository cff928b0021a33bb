// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

namespace pipeglass::framing {

/// No framing, for streams of unknown layout: each chunk fed is a frame, all payload. Nothing is held or malformed, so
/// the limit applies to encode() only. An empty payload cannot be encoded: it would not appear in the stream.
class RawFraming : public Framing {
public:
    RawFraming();

    [[nodiscard]] std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const override;
};

} // namespace pipeglass::framing
