// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

#include <memory>

namespace pipeglass::decoding {

struct Decoding {
    QByteArray decoder; ///< id; empty: no decoder can read the payload
    Tree tree;
};

/// All decoders. Created once in a program and passed by reference. Immutable, any thread.
class DecoderRegistry {
public:
    DecoderRegistry();

    /// In the order in which they are tried.
    [[nodiscard]] const std::vector<std::unique_ptr<const Decoder>> &all() const { return m_all; }
    /// The decoder with that id, or null.
    [[nodiscard]] const Decoder *find(QByteArrayView id) const;
    /// Decodes with the first decoder that reads the complete payload; those for the framing are tried first.
    [[nodiscard]] Decoding decode(QByteArrayView payload, const Hint &hint) const;
    /// Decodes with the given decoder, also incompletely.
    [[nodiscard]] Decoding decodeAs(const Decoder &decoder, QByteArrayView payload, const Hint &hint) const;

private:
    std::vector<std::unique_ptr<const Decoder>> m_all;
};

/// For work in the thread pool, which may end after the window.
using DecoderRegistryPtr = std::shared_ptr<const DecoderRegistry>;

} // namespace pipeglass::decoding
