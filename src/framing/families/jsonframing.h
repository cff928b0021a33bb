// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

namespace pipeglass::framing {

/// JSON values one after the other, on one line or several. White space before a value is its head; a number or literal
/// ends with the white space after it, which is the tail. Brackets and strings are checked, not the whole syntax: after
/// something else the rest of the stream is malformed. White space at the end of the stream is an empty message.
class JsonFraming : public Framing {
public:
    explicit JsonFraming(const FramingName &name);

    [[nodiscard]] std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const override;
};

} // namespace pipeglass::framing
