// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipehistory.h"

namespace pipeglass::text {

// Descriptions of pipes. Names are escaped (core/bytetext.h): show them as plain text. Any thread.

/// "listening", "stale", ... localized; "FIFO" or "not a socket" for other files.
[[nodiscard]] QString stateWord(const catalog::PipeEntry &entry);
/// The meaning of the state, in one sentence.
[[nodiscard]] QString stateSentence(const catalog::PipeEntry &entry);
/// "stream socket", "FIFO", ...
[[nodiscard]] QString typeText(const catalog::PipeEntry &entry);
/// The holder of the pipe, short: "echo 4242", "echo 4242 and 2 more", "another user's process"; empty for none.
[[nodiscard]] QString serverText(const catalog::PipeEntry &entry);
/// All holders with their users: one line per process, or a sentence.
[[nodiscard]] QString serverSentence(const catalog::PipeEntry &entry);
/// Who can connect, in one sentence, by the data of the row (access::whoCanConnect()). Empty if it is not a socket.
[[nodiscard]] QString accessSentence(const catalog::PipeEntry &entry);

/// "First seen 11:02:15, re-created 14 times, gone since 11:42:10."
[[nodiscard]] QString historySentence(const catalog::PipeHistory::Record &past);

/// The .NET name of a path, escaped: "pipe_test1" for "/tmp/CoreFxPipe_pipe_test1".
[[nodiscard]] QString nameOfPath(const QByteArray &path);

/// Escaped for a tool tip, which would interpret HTML; line breaks are kept.
[[nodiscard]] QString toolTip(const QString &plainText);

} // namespace pipeglass::text
