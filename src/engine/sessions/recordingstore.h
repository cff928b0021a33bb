// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"
#include "engine/sessions/requests.h"

namespace pipeglass::engine {

/// Creates the recording that a request asks for; `pipe` names it if it is kept. May block.
[[nodiscard]] Result<capture::RecordingPtr> newRecording(const TalkRequest &talk, const QByteArray &pipe);
/// The conversation has ended, nothing more is recorded: a private recording in a storage is marked as complete, or
/// deleted if it is not wanted.
void endRecording(capture::Recording &recording, const TalkRequest &talk, bool isWanted);
/// What the recorder does at the limit of a private recording, as for a full disk.
[[nodiscard]] DiskPolicy diskPolicyOf(LimitPolicy policy);

} // namespace pipeglass::engine
