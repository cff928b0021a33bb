// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "framing/guess.h"

namespace pipeglass::conversation {

/// What is known of the streams of a conversation: names, and at most `maxBytes` from the start of each direction, of
/// the first connection on which that side sent something. Reads a bounded number of items. May block.
[[nodiscard]] framing::StreamSample startOfStreams(const capture::MessageList &list, qsizetype maxBytes);

} // namespace pipeglass::conversation
