// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

namespace pipeglass::framing {

/// Header fields with a Content-Length, an empty line, then that many bytes: the Language Server Protocol, the Debug
/// Adapter Protocol, StreamJsonRpc's HeaderDelimitedMessageHandler. The head is all up to the payload; encode() writes
/// Content-Length only. After invalid headers the rest of the stream is malformed.
class ContentLengthFraming : public Framing {
public:
    explicit ContentLengthFraming(const FramingName &name);

    [[nodiscard]] std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const override;
};

} // namespace pipeglass::framing
