// SPDX-License-Identifier: MIT
#pragma once

#include "cli/arguments/arguments.h"
#include "framing/framings.h"

namespace pipeglass::cli {

/// What the verbs that talk over a pipe have in common: how messages stand in the stream, how long they may be, and
/// where the conversation is kept.
struct TalkOptions {
    framing::FramingPtr framing;
    qsizetype limit = framing::defaultLimit; ///< bytes
    QByteArray recordTo; ///< empty: nowhere
    bool crLf = false; ///< lines that end in carriage return and line feed; `framing` is such a one then
};

/// Fails with InvalidArgument about the value that makes no sense.
[[nodiscard]] Result<TalkOptions> talkOptions(const Arguments &arguments);

/// Fails with InvalidArgument where both --json and --hex-dump are given.
[[nodiscard]] Status checkFormats(const Arguments &arguments);

// The flags that they read; "--record" is for each verb to describe.
[[nodiscard]] Flag framingFlag();
[[nodiscard]] Flag hexDumpFlag();
[[nodiscard]] Flag crLfFlag();
[[nodiscard]] Flag limitFlag();

} // namespace pipeglass::cli
