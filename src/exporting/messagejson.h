// SPDX-License-Identifier: MIT
#pragma once

#include "capture/record.h"
#include "exporting/jsonwriter.h"
#include "exporting/textencoding.h"

namespace pipeglass::exporting {

inline constexpr qsizetype previewCharacters = 200; ///< of a line in the terminal; --json and --record are complete

/// A payload behind the head of its line: ": TEXT" and a line feed, or a hex dump on lines of its own.
[[nodiscard]] QByteArray
payloadLines(QByteArrayView payload, bool asHexDump, qsizetype maxCharacters = previewCharacters);

/// Direction of a message, translated: "in" or "out" if the recording program was an end, else the sender, "client" or
/// "server".
[[nodiscard]] QString directionText(Side from, std::optional<Side> ours);

/// Writes the JSON members common to messages of all verbs: from (client or server), direction (in or out, only with
/// `ours`), time, payload_size, wire_size, malformed, text (or null), payload. Within an object opened by the caller.
void writeMessageFields(
    JsonWriter &json, const capture::Record &record, std::optional<Side> ours, const TextEncoding &encoding = {});

} // namespace pipeglass::exporting
