// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framingregistry.h"

namespace pipeglass::peek {

/// Bytes of one direction, cut into messages.
struct Messages {
    framing::FramingPtr framing;
    std::vector<framing::Frame> frames;
    Slice unfinished; ///< the rest, which is no whole message
};

/// Cuts bytes that wait with this framing. Null: a guess, which is int32le where the bytes fit it and raw where not.
/// The owner may have read part of a message already, so the first bytes need not be the beginning of one.
[[nodiscard]] Messages
cutIntoMessages(const QByteArray &bytes, const framing::FramingPtr &framing, const framing::FramingRegistry &framings);

} // namespace pipeglass::peek
