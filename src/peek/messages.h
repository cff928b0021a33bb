// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framingregistry.h"

namespace pipeglass::peek {

/// The bytes of one direction, cut into messages.
struct Messages {
    framing::FramingPtr framing;
    std::vector<framing::Frame> frames;
    Slice unfinished; ///< the rest, an incomplete message
};

/// Cuts unread bytes with a framing; null: guesses one. The first bytes may be within a
/// message, if its owner has read the beginning.
[[nodiscard]] Messages
cutIntoMessages(const QByteArray &bytes, const framing::FramingPtr &framing, const framing::FramingRegistry &framings);

} // namespace pipeglass::peek
