// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

namespace pipeglass::engine {

/// Cuts a stream into pieces that may be held: whole messages of up to `longest` bytes. Everything else (malformed
/// bytes, longer messages, the rest of a message that began before) comes out as it is.
class MessageCutter {
public:
    static constexpr qsizetype longest = qsizetype{ 1 } << 20U;

    struct Piece {
        framing::Frame frame;
        bool isMessage = false; ///< whole and valid
    };

    /// `begun`: the start of a message of which these bytes have passed already.
    [[nodiscard]] QByteArray guessed() const { return m_framer->guessed(); } ///< id of the guessed framing, if any
    MessageCutter(const framing::Framing &framing, Side from, qsizetype limit, const Slice &begun);

    [[nodiscard]] std::vector<Piece> feed(const Slice &bytes);
    /// The part of an incomplete message that did not come out. To be called once, last.
    [[nodiscard]] Slice takeRest();
    [[nodiscard]] qint64 heldBytes() const { return m_framer->pendingBytes() - m_passed; }
    /// What is incomplete comes out, and the rest of its message as it comes.
    [[nodiscard]] Piece giveUpMessage();

private:
    std::unique_ptr<framing::Framer> m_framer;
    qsizetype m_passed = 0; ///< bytes of the framer's incomplete message that have passed already
    qsizetype m_skip = 0; ///< bytes to the end of a message that is not held
};

} // namespace pipeglass::engine
