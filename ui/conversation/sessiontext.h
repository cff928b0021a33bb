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
/// Whether a program that was started runs, or how it ended.
[[nodiscard]] QString programSentence(const engine::ProgramState &program, int connected);
/// Of one that replays a conversation.
[[nodiscard]] QString replayState(const engine::SessionInfo &session);

} // namespace pipeglass::ui
