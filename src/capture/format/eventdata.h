// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"

namespace pipeglass::capture {

/// The values of an event as KeyedText, without its kind, time and connection: at most maxHeadSize bytes.
[[nodiscard]] QByteArray eventData(const Event &event);
/// Fills the values of `event`, whose kind is set; what is missing stays as it is.
void readEventData(QByteArrayView data, Event &event);

/// One line in English for other programs that show the recording: the packet's comment.
[[nodiscard]] QByteArray eventComment(const Event &event);

} // namespace pipeglass::capture
