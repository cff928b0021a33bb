// SPDX-License-Identifier: MIT
#include "exporting/messagejson.h"

#include "core/bytetext.h"
#include "core/hexdump.h"
#include "exporting/commandtext.h"

namespace pipeglass::exporting {

QByteArray payloadLines(QByteArrayView payload, bool asHexDump, qsizetype maxCharacters)
{
    return asHexDump ? '\n' + hexDump(payload) : ": " + previewText(payload, maxCharacters).toUtf8() + '\n';
}

QString directionText(Side from, std::optional<Side> ours)
{
    if (!ours)
        return from == Side::Client ? CommandText::tr("client") : CommandText::tr("server");
    return from == *ours ? CommandText::tr("out") : CommandText::tr("in");
}

void writeMessageFields(
    JsonWriter &json, const capture::Record &record, std::optional<Side> ours, const TextEncoding &encoding)
{
    const Slice payload = record.payload();
    json.key("from").string(QLatin1String(sideName(record.from)));
    if (ours) {
        json.key("direction").string(QLatin1String(record.from == *ours ? "out" : "in"));
    }
    json.key("time").string(isoText(record.time));
    json.key("payload_size").number(payload.size());
    json.key("wire_size").number(record.wire.size());
    json.key("malformed").boolean(record.isMalformed());
    json.key("text");
    if (const auto text = encoding.decode(payload.view()))
        json.string(*text);
    else
        json.null();
    json.key("payload").base64(payload.view());
}

} // namespace pipeglass::exporting
