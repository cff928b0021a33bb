// SPDX-License-Identifier: MIT
#pragma once

#include "cli/arguments/arguments.h"
#include "engine/sessions/recorder.h"
#include "framing/framingregistry.h"

namespace pipeglass::cli {

/// What the verbs that talk over a pipe have in common: how messages stand in the stream, how long they may be, and
/// where the conversation is kept.
struct TalkOptions {
    engine::TalkRequest talk;
    bool crLf = false; ///< lines that end in carriage return and line feed; the framing is such a one then
};

/// Fails with InvalidArgument about the value that makes no sense.
[[nodiscard]] Result<TalkOptions> talkOptions(const Arguments &arguments, const framing::FramingRegistry &framings);

/// What is said at the end of what could not be recorded; empty where all could.
[[nodiscard]] QString lossSentence(const engine::LossCount &lost);

/// Fails with InvalidArgument where both --json and --hex-dump are given.
[[nodiscard]] Status checkFormats(const Arguments &arguments);

/// What --framing names; `otherwise` where it is not given.
[[nodiscard]] Result<framing::FramingPtr> chosenFraming(
    const Arguments &arguments, const framing::FramingRegistry &framings, framing::FramingPtr otherwise = nullptr);

// The flags that they read; "--record" is for each verb to describe.
[[nodiscard]] Flag framingFlag();
[[nodiscard]] Flag hexDumpFlag();
[[nodiscard]] Flag crLfFlag();
[[nodiscard]] Flag limitFlag();
[[nodiscard]] Flag diskFullFlag();

} // namespace pipeglass::cli
