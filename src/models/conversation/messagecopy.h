// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/messagenumbers.h"

#include <vector>

namespace pipeglass::models {

enum class CopyFormat {
    Text, ///< one message a line; not UTF-8: escaped
    Hex, ///< one message a line
    HexDump,
    CSharp, ///< an array of bytes each
    Json, ///< one object a line, with the members of `pipeglass read --json`
    Command, ///< `pipeglass send ...` for a shell
};

/// Larger ones are refused.
inline constexpr qsizetype maxCopiedBytes = qsizetype{ 32 } << 20U;

/// Messages of a list for the clipboard; events are left out. Any thread. Fails as reading does, and if they are too
/// large.
[[nodiscard]] Result<QString> copiedMessages(
    const capture::MessageList &list, const conversation::MessageNumbers &numbers, const std::vector<quint64> &items,
    CopyFormat format);

/// A payload that was read from a list.
struct ReadMessage {
    quint64 number = 0;
    capture::Record record;
};
/// The messages among the items. Fails likewise.
[[nodiscard]] Result<std::vector<ReadMessage>> readMessages(
    const capture::MessageList &list, const conversation::MessageNumbers &numbers, const std::vector<quint64> &items);

} // namespace pipeglass::models
