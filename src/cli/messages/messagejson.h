// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams/jsonwriter.h"
#include "cli/streams/output.h"
#include "cli/streams/textencoding.h"
#include "core/bytetext.h"
#include "exporting/messagejson.h"

namespace pipeglass::cli {

using exporting::directionText;
using exporting::payloadLines;
using exporting::previewCharacters;
using exporting::writeMessageFields;

inline void writeTime(JsonWriter &json) { json.key("time").string(isoText(now())); } ///< "time": now

/// An object with "event" and what `fields(json)` writes, on a line of its own, at once.
template <typename Fields>
void writeEvent(Output &out, QLatin1String event, Fields fields)
{
    QByteArray text;
    JsonWriter json(text);
    json.beginObject();
    json.key("event").string(event);
    fields(json);
    json.endObject();
    out.write(text + '\n');
    out.flush();
}

} // namespace pipeglass::cli
