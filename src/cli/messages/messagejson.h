// SPDX-License-Identifier: MIT
#pragma once

#include "capture/record.h"
#include "cli/streams/jsonwriter.h"
#include "cli/streams/textencoding.h"

namespace pipeglass::cli {

[[nodiscard]] QLatin1String word(capture::Direction direction); ///< "in" or "out"

/// The fields that every message has, in every verb's JSON: direction, time, payload_size, wire_size, malformed, text
/// (or null), payload. Within an object that the caller opens and closes.
void writeMessageFields(JsonWriter &json, const capture::Record &record, const TextEncoding &encoding = {});

} // namespace pipeglass::cli
