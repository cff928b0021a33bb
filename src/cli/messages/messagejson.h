// SPDX-License-Identifier: MIT
#pragma once

#include "capture/record.h"
#include "cli/streams/jsonwriter.h"
#include "cli/streams/textencoding.h"

namespace pipeglass::cli {

/// Which way a message went: "in" or "out" where the recording program was an end, else "client" or "server", who wrote
/// it.
[[nodiscard]] QLatin1String directionWord(Side from, std::optional<Side> ours);

/// The fields that every message has, in every verb's JSON: from (client or server), direction
/// (in or out; only where the recording program was an end, `ours`), time, payload_size, wire_size, malformed, text
/// (or null), payload. Within an object that the caller opens and closes.
void writeMessageFields(
    JsonWriter &json, const capture::Record &record, std::optional<Side> ours, const TextEncoding &encoding = {});

} // namespace pipeglass::cli
