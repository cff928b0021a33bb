// SPDX-License-Identifier: MIT
#include "decoding/protocols/http2decoder.h"

#include "decoding/fields.h"
#include "decoding/protocols/hpack/headerstate.h"

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

const QString unknownHeader = QStringLiteral("unknown (dynamic table)");

void addHeaders(const HeaderBlock &block, QByteArrayView bytes, qsizetype base, TreeBuilder &tree)
{
    const auto shown = [](const std::optional<QByteArray> &text) { return text ? shownText(*text) : unknownHeader; };
    for (const HeaderBlock::Field &one : block.fields)
        tree.text(shown(one.header.name), "header", shown(one.header.value), base + one.offset, base + one.end);
    if (block.read < bytes.size())
        tree.bytes(
            QStringLiteral("unreadable"), "bytes", bytes.sliced(block.read), base + block.read, base + bytes.size());
}

/// The fields behind the head of a frame that has a part of a header block. They are read where the block ends.
void headerFrame(const HeaderFrame &frame, QByteArrayView payload, const Hint &hint, Fields &fields)
{
    TreeBuilder &tree = fields.tree();
    const qsizetype first = frame.priority >= 0 ? frame.priority : frame.promised >= 0 ? frame.promised : frame.start;
    if (first > fields.in().at())
        (void)fields.little<quint8>("padLength");
    if (frame.promised >= 0)
        (void)fields.big<quint32>("promisedStream");
    if (frame.priority >= 0) {
        (void)fields.big<quint32>("dependsOn");
        (void)fields.little<quint8>("weight");
    }
    HeaderState state = hint.headers != nullptr ? *hint.headers : HeaderState();
    const auto ended = state.add(payload);
    const QByteArrayView part = fields.in().take(static_cast<quint64>(frame.end - frame.start));
    const QString name = QStringLiteral("headers");
    if (!ended) {
        tree.bytes(frame.isWhole ? QStringLiteral("continued") : name, "part", part, frame.start, frame.end);
    } else if (frame.isFirst()) {
        tree.open(name, "headers", frame.start);
        addHeaders(ended->headers, part, frame.start, tree);
        tree.close(frame.end);
    } else {
        // Its beginning is in earlier frames, so the fields have the range of this part.
        tree.text(name, "part", QString(), frame.start, frame.end);
        (void)tree.nest(ended->block, name, [&] {
            tree.open(QString(), "headers", 0);
            addHeaders(ended->headers, ended->block, 0, tree);
            tree.close(ended->block.size());
            return true;
        });
    }
    fields.rest("padding");
}

} // namespace

bool Http2Decoder::mayBe(QByteArrayView payload) const { return payload.startsWith("PRI * HTTP/2.0\r\n"); }

bool Http2Decoder::decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const
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
    const auto headers = HeaderFrame::of(payload);
    if (headers && fields.ok())
        headerFrame(*headers, payload, hint, fields);
    else if (fields.ok())
        fields.rest("content");
    return fields.finish();
}

} // namespace pipeglass::decoding
