// SPDX-License-Identifier: MIT
#include "cli/messages/messagejson.h"

namespace pipeglass::cli {

QLatin1String directionWord(Side from, std::optional<Side> ours)
{
    if (!ours)
        return QLatin1String(sideName(from));
    return from == *ours ? QLatin1String("out") : QLatin1String("in");
}

void writeMessageFields(
    JsonWriter &json, const capture::Record &record, std::optional<Side> ours, const TextEncoding &encoding)
{
    const Slice payload = record.payload();
    json.key("from");
    json.string(QLatin1String(sideName(record.from)));
    if (ours) {
        json.key("direction");
        json.string(directionWord(record.from, ours));
    }
    json.key("time");
    json.string(isoText(record.time));
    json.key("payload_size");
    json.number(payload.size());
    json.key("wire_size");
    json.number(record.wire.size());
    json.key("malformed");
    json.boolean(record.isMalformed());
    json.key("text");
    if (const auto text = encoding.decode(payload.view()))
        json.string(*text);
    else
        json.null();
    json.key("payload");
    json.base64(payload.view());
}

} // namespace pipeglass::cli
