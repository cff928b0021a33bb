// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framings.h"

namespace pipeglass::framing {

/// Lines: payload, then a line feed (0x0A). One carriage return (0x0D) directly before the line feed belongs to the
/// delimiter, so the tail is one or two bytes; there is no head. It is what StreamWriter.WriteLine and
/// StreamReader.ReadLine speak, JSON lines, and StreamJsonRpc's NewLineDelimitedMessageHandler.
///
///     payload ... 0A          payload ... 0D 0A
///
/// The last line of a stream may lack its line feed: finish() gives it as a good frame with a tail of 0. A line whose
/// payload is longer than the limit is malformed: its bytes, delimiter included, come out as they arrive as malformed
/// frames (how many depends on how they were fed), and the line after it is understood again.
///
/// encode() appends the line end. A payload that holds a line feed, or ends in a carriage return, is refused: read back
/// it would be another message.
class LineFraming : public Framing {
public:
    /// What encode() appends: a line feed, or carriage return and line feed. Both read the same streams.
    enum class LineEnd { Lf, CrLf };

    explicit LineFraming(LineEnd lineEnd = LineEnd::Lf)
        : m_lineEnd(lineEnd)
    {
    }

    [[nodiscard]] QByteArray id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<Framer> makeFramer(qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, qsizetype limit = defaultLimit) const override;

private:
    LineEnd m_lineEnd;
};

} // namespace pipeglass::framing
