// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.h"

namespace pipeglass::ui {

/// The name of the icon.
[[nodiscard]] QString iconOf(const engine::SessionInfo &session);
/// In place of messages while there are none.
[[nodiscard]] QString emptyTextOf(const engine::SessionInfo &session);
/// The name of the pipe, or of the file.
[[nodiscard]] QString titleOf(const engine::SessionInfo &session);
/// What is in a file that was opened, and how far it was read.
[[nodiscard]] QString fileSentence(const engine::SessionInfo &session);
/// A hint while received bytes do not complete a message, or are not valid: the framing may be wrong.
[[nodiscard]] QString awaitedSentence(const engine::SessionInfo &session, bool hasMalformed);
/// Whether a program that was started runs, or how it ended.
[[nodiscard]] QString programSentence(const engine::ProgramState &program, int connected);
/// Of one that replays a conversation.
[[nodiscard]] QString replayState(const engine::SessionInfo &session);

} // namespace pipeglass::ui
