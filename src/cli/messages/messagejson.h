// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams/output.h"
#include "core/bytetext.h"
#include "exporting/jsonwriter.h"
#include "exporting/messagejson.h"
#include "exporting/textencoding.h"

namespace pipeglass::cli {

inline void writeTime(exporting::JsonWriter &json) { json.key("time").string(isoText(now())); } ///< "time": now

/// An object with "event" and what `fields(json)` writes, on a line of its own, at once.
template <typename Fields>
void writeEvent(Output &out, QLatin1String event, Fields fields)
{
    QByteArray text;
    exporting::JsonWriter json(text);
    json.beginObject();
    json.key("event").string(event);
    fields(json);
    json.endObject();
    out.write(text + '\n');
    out.flush();
}

} // namespace pipeglass::cli
