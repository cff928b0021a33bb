// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"

namespace pipeglass::capture {

/// The values of an event as KeyedText, without kind, time and connection; at most maxHeadSize bytes.
[[nodiscard]] QByteArray eventData(const Event &event);
/// Parses the values into `event`, whose kind is set; missing ones stay unchanged.
void readEventData(QByteArrayView data, Event &event);

/// The packet's comment for other programs: one line in English.
[[nodiscard]] QByteArray eventComment(const Event &event);

} // namespace pipeglass::capture
