// SPDX-License-Identifier: MIT
#include "cli/messages/messagejson.h"

namespace pipeglass::cli {

QLatin1String word(capture::Direction direction)
{
    return direction == capture::Direction::In ? QLatin1String("in") : QLatin1String("out");
}

void writeMessageFields(JsonWriter &json, const capture::Record &record, const TextEncoding &encoding)
{
    const Slice payload = record.payload();
    json.key("direction");
    json.string(word(record.direction));
    json.key("time");
    json.string(isoText(record.time));
    json.key("payload_size");
    json.number(payload.size());
    json.key("wire_size");
    json.number(record.wire.size());
    json.key("malformed");
    json.boolean(record.malformed);
    json.key("text");
    if (const auto text = encoding.decode(payload.view()))
        json.string(*text);
    else
        json.null();
    json.key("payload");
    json.base64(payload.view());
}

} // namespace pipeglass::cli
