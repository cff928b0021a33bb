// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

namespace pipeglass::framing {

struct Delimiter {
    char byte = '\n'; ///< ends a message
    QByteArray written = "\n"; ///< what encode() appends; its last byte is `byte`
    /// One carriage return directly before the byte belongs to the delimiter.
    bool mayFollowReturn = false;
};

/// Payload, then a delimiter, which is the tail; there is no head. With a line feed it is what StreamWriter.WriteLine
/// and StreamReader.ReadLine speak, JSON lines, and StreamJsonRpc's NewLineDelimitedMessageHandler.
///
///     payload ... 0A          payload ... 0D 0A
///
/// The last message of a stream may lack its delimiter: finish() gives it as a good frame with a tail of 0. One whose
/// payload is longer than the limit is malformed: its bytes, delimiter included, come out as they arrive as malformed
/// frames (how many depends on how they were fed), and the next message is understood again.
///
/// encode() refuses a payload that holds the delimiter, or ends in a carriage return that would be taken for part of
/// it: read back it would be another message.
class DelimiterFraming : public Framing {
public:
    DelimiterFraming(const FramingName &name, Delimiter delimiter);

    [[nodiscard]] std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const override;

private:
    Delimiter m_delimiter;
};

} // namespace pipeglass::framing
