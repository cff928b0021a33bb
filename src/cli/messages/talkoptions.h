// SPDX-License-Identifier: MIT
#pragma once

#include "cli/arguments/arguments.h"
#include "engine/sessions/recorder.h"
#include "framing/framingregistry.h"

namespace pipeglass::cli {

/// Common options of echo and send: framing, message limit, recording.
struct TalkOptions {
    engine::TalkRequest talk;
    bool crLf = false; ///< lines end in CR LF; `talk` has such a framing
};

/// Fails with InvalidArgument for an invalid value.
[[nodiscard]] Result<TalkOptions> talkOptions(const Arguments &arguments, const framing::FramingRegistry &framings);
/// Of verbs that relay between other programs: the framing is guessed, and messages are at most 16 MiB by default.
[[nodiscard]] Result<TalkOptions> relayOptions(const Arguments &arguments, const framing::FramingRegistry &framings);

/// Reports messages that could not be recorded; empty if there are none.
[[nodiscard]] QString lossSentence(const engine::LossCount &lost);

/// Fails with InvalidArgument if both --json and --hex-dump are given.
[[nodiscard]] Status checkFormats(const Arguments &arguments);

/// The framing of --framing, or `otherwise`.
[[nodiscard]] Result<framing::FramingPtr> chosenFraming(
    const Arguments &arguments, const framing::FramingRegistry &framings, framing::FramingPtr otherwise = nullptr);

// The flags for talkOptions(); each verb describes "--record" itself.
[[nodiscard]] Flag framingFlag();
[[nodiscard]] Flag hexDumpFlag();
[[nodiscard]] Flag crLfFlag();
[[nodiscard]] Flag limitFlag();
[[nodiscard]] Flag diskFullFlag();
[[nodiscard]] Flag ringFlag();
[[nodiscard]] std::vector<Flag> relayedTalkFlags(); ///< for relayOptions()

} // namespace pipeglass::cli
