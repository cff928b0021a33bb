// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

namespace pipeglass::framing {

struct Delimiter {
    QByteArray bytes = "\n"; ///< end a message
    QByteArray written = "\n"; ///< what encode() appends; ends in `bytes`
    /// A carriage return directly before the bytes belongs to the delimiter.
    bool mayFollowReturn = false;
};

/// Payload, then a delimiter, which is the tail; no head. With a line feed: StreamWriter.WriteLine and
/// StreamReader.ReadLine, JSON lines, StreamJsonRpc's NewLineDelimitedMessageHandler.
///
///     payload ... 0A          payload ... 0D 0A
///
/// The last message of a stream may lack its delimiter: finish() returns it as a valid frame with a tail of 0. A
/// message longer than the limit is malformed: its bytes including the delimiter are returned as malformed frames
/// (their number depends on the chunks fed), and the next message is parsed normally.
///
/// encode() refuses a payload that contains the delimiter, or whose end would become part of it.
class DelimiterFraming : public Framing {
public:
    DelimiterFraming(const FramingName &name, Delimiter delimiter);

    [[nodiscard]] std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const override;

private:
    Delimiter m_delimiter;
};

} // namespace pipeglass::framing
