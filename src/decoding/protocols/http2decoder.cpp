// SPDX-License-Identifier: MIT
#include "decoding/protocols/http2decoder.h"

#include "decoding/fields.h"

namespace pipeglass::decoding {

namespace {

enum : quint8 { ResetFrame = 3, SettingsFrame = 4, PingFrame = 6, GoAwayFrame = 7, WindowUpdateFrame = 8 };

constexpr NamedNumber http2Types[] = {
    { 0, "DATA" },
    { 1, "HEADERS" },
    { 2, "PRIORITY" },
    { ResetFrame, "RST_STREAM" },
    { SettingsFrame, "SETTINGS" },
    { 5, "PUSH_PROMISE" },
    { PingFrame, "PING" },
    { GoAwayFrame, "GOAWAY" },
    { WindowUpdateFrame, "WINDOW_UPDATE" },
    { 9, "CONTINUATION" },
};

constexpr NamedNumber http2Settings[] = {
    { 1, "HEADER_TABLE_SIZE" },   { 2, "ENABLE_PUSH" },    { 3, "MAX_CONCURRENT_STREAMS" },
    { 4, "INITIAL_WINDOW_SIZE" }, { 5, "MAX_FRAME_SIZE" }, { 6, "MAX_HEADER_LIST_SIZE" },
};

constexpr NamedNumber http2Errors[] = {
    { 0, "NO_ERROR" },
    { 1, "PROTOCOL_ERROR" },
    { 2, "INTERNAL_ERROR" },
    { 3, "FLOW_CONTROL_ERROR" },
    { 4, "SETTINGS_TIMEOUT" },
    { 5, "STREAM_CLOSED" },
    { 6, "FRAME_SIZE_ERROR" },
    { 7, "REFUSED_STREAM" },
    { 8, "CANCEL" },
    { 9, "COMPRESSION_ERROR" },
    { 10, "CONNECT_ERROR" },
    { 11, "ENHANCE_YOUR_CALM" },
    { 12, "INADEQUATE_SECURITY" },
    { 13, "HTTP_1_1_REQUIRED" },
};

} // namespace

bool Http2Decoder::mayBe(QByteArrayView payload) const { return payload.startsWith("PRI * HTTP/2.0\r\n"); }

bool Http2Decoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    Fields fields(payload, tree);
    if (mayBe(payload)) {
        fields.open(QString(), "preface");
        (void)fields.utf8("preface", static_cast<quint64>(payload.size()));
        return fields.finish();
    }
    fields.open(QString(), "frame");
    const auto type = fields.choice<quint8>("type", http2Types);
    (void)fields.little<quint8>("flags");
    (void)fields.big<quint32>("stream");
    while (fields.ok() && type == SettingsFrame && !fields.atEnd()) {
        fields.open(QStringLiteral("setting"), "setting");
        (void)fields.choice<quint16>("id", http2Settings, true);
        (void)fields.big<quint32>("value");
        fields.close();
    }
    if (type == WindowUpdateFrame)
        (void)fields.big<quint32>("increment");
    if (type == GoAwayFrame)
        (void)fields.big<quint32>("lastStream");
    if (type == GoAwayFrame || type == ResetFrame)
        (void)fields.choice<quint32>("error", http2Errors, true);
    if (fields.ok())
        fields.rest("content");
    return fields.finish();
}

} // namespace pipeglass::decoding
