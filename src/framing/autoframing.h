// SPDX-License-Identifier: MIT
#pragma once

#include "framing/guess.h"

namespace pipeglass::framing {

/// Guesses the framing of each direction of each connection from its first bytes, and its names where they are known.
/// Undecided it holds less than `decidedAt` bytes. Where the guess turns out to be wrong, the rest of the stream is in
/// chunks. Cannot encode.
class AutoFraming : public Framing {
public:
    static constexpr qsizetype decidedAt = 9; ///< more than the length of any preset

    explicit AutoFraming(FramingRegistry framings, StreamNames names = {});

    /// The framing with this id, which was guessed; null: none.
    [[nodiscard]] FramingPtr guessed(QByteArrayView id) const { return m_framings.find(id); }
    [[nodiscard]] FramingPtr withNames(const StreamNames &names) const override;

    [[nodiscard]] bool encodes() const override { return false; }
    [[nodiscard]] std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const override;

private:
    FramingRegistry m_framings;
    StreamNames m_names;
};

/// What to encode with: of one that guesses the framing with the id that its framer guessed, if any, else itself.
[[nodiscard]] FramingPtr resolvedFraming(const FramingPtr &framing, QByteArrayView guessed);

} // namespace pipeglass::framing
