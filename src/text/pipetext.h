// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipehistory.h"

namespace pipeglass::text {

// What a pipe is, in words for people. Strangers' names in them are escaped (core/bytetext.h): show them as plain text.
// Any thread.

/// "listening", "stale", ... in the person's language; for what is no socket "FIFO" or "not a socket".
[[nodiscard]] QString stateWord(const catalog::PipeEntry &entry);
/// What that state means, in one sentence.
[[nodiscard]] QString stateSentence(const catalog::PipeEntry &entry);
/// "stream socket", "FIFO", ...
[[nodiscard]] QString typeText(const catalog::PipeEntry &entry);
/// Who holds the pipe, short: "echo 4242", "echo 4242 and 2 more", "another user's process"; empty for nobody.
[[nodiscard]] QString serverText(const catalog::PipeEntry &entry);
/// The same in full, with the users: one line a process, or a sentence.
[[nodiscard]] QString serverSentence(const catalog::PipeEntry &entry);
/// Who can connect, in one sentence, as far as the row tells (access::whoCanConnect()). Empty where it is no socket.
[[nodiscard]] QString accessSentence(const catalog::PipeEntry &entry);

/// "First seen 11:02:15, re-created 14 times, gone since 11:42:10."
[[nodiscard]] QString historySentence(const catalog::PipeHistory::Past &past);

/// The .NET name of a path, escaped: "pipe_test1" for "/tmp/CoreFxPipe_pipe_test1".
[[nodiscard]] QString nameOfPath(const QByteArray &path);

/// Text of strangers inside a tool tip, where Qt would take "<b>" for a request: escaped as HTML, kept in lines.
[[nodiscard]] QString toolTip(const QString &plainText);

} // namespace pipeglass::text
