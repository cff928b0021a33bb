// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"

namespace pipeglass::capture {

/// The word of an event in JSON and filters: "half-closed". Marked for translation in the context "CommandText".
[[nodiscard]] const char *eventWord(EventKind kind);
[[nodiscard]] std::optional<EventKind> eventKind(QByteArrayView word);

} // namespace pipeglass::capture
