// SPDX-License-Identifier: MIT
#include "exporting/decodingtext.h"

#include "core/bytetext.h"
#include "exporting/commandtext.h"

namespace pipeglass::exporting {

namespace {

using decoding::Node;

void writeValue(JsonWriter &json, const Node &node)
{
    if (node.kind == Node::Kind::Container)
        json.null();
    else if (node.kind == Node::Kind::Literal)
        json.literal(node.value.toLatin1());
    else
        json.string(node.value);
}

QString nodeText(const Node &node)
{
    constexpr qsizetype longest = 1000;
    QString text = previewText(node.name.toUtf8(), longest);
    if (node.kind != Node::Kind::Container)
        text += QLatin1String(text.isEmpty() ? "" : ": ") + previewText(node.value.toUtf8(), longest);
    if (!text.isEmpty())
        text += QLatin1Char(' ');
    return text + QStringLiteral("(%1)").arg(QLatin1String(node.type));
}

} // namespace

void writeDecoding(JsonWriter &json, const decoding::Decoding &decoding)
{
    if (decoding.decoder.isEmpty()) {
        json.key("decoder").null();
        json.key("tree").null();
        return;
    }
    json.key("decoder").string(QLatin1String(decoding.decoder));
    json.key("tree");
    int open = 0;
    const auto closeTo = [&](int depth) {
        for (; open > depth; --open) {
            json.endArray();
            json.endObject();
        }
    };
    for (const Node &node : decoding.tree.nodes) {
        closeTo(node.depth);
        json.beginObject();
        json.key("name").string(node.name);
        json.key("type").string(QLatin1String(node.type));
        json.key("value");
        writeValue(json, node);
        json.key("offset").number(node.offset);
        json.key("size").number(node.size);
        json.key("children").beginArray();
        ++open;
    }
    closeTo(0);
    json.key("truncated").boolean(decoding.tree.truncated);
}

QByteArray decodingText(const decoding::Decoding &decoding)
{
    constexpr int indent = 4;
    QByteArray text;
    for (const Node &node : decoding.tree.nodes) {
        text.append(indent + 2 * node.depth, ' ');
        if (node.depth == 0)
            text += decoding.decoder + ' ';
        text += nodeText(node).toUtf8() + '\n';
    }
    if (decoding.tree.truncated)
        text += QByteArray(indent, ' ') + CommandText::tr("(more values than are shown)").toUtf8() + '\n';
    return text;
}

MessageDecoder::MessageDecoder(
    const decoding::DecoderRegistry *decoders, const QByteArray &framing, decoding::MessageTypesPtr types)
    : m_decoders(decoders)
    , m_framing{ framing.split('/').first(), framing.split('/').last() }
    , m_types(std::move(types))
{
}

void MessageDecoder::closed(ConnectionId connection)
{
    m_guessed.erase(connection);
    m_headers.forget(connection);
}

void MessageDecoder::setItem(const capture::MessageList &list, quint64 item)
{
    m_ofItem = m_decoders != nullptr ? m_history.before(list, item) : nullptr;
}

decoding::Decoding MessageDecoder::decode(const capture::Record &record)
{
    if (record.isMalformed())
        return {};
    const QByteArrayView payload = record.payload().view();
    const auto guessed = m_guessed.find(record.connection);
    const bool isGuessed = guessed != m_guessed.end() && !guessed->second[record.from].isEmpty();
    decoding::Hint hint{ isGuessed ? guessed->second[record.from] : m_framing[record.from], record.from, m_types };
    hint.headers = m_ofItem.value_or(m_headers.state(record.connection, record.from));
    if (!m_ofItem && hint.framing == "http2")
        m_headers.add(record.connection, record.from, payload);
    decoding::Decoding decoding = m_decoders->decode(payload, hint);
    // After the preface both sides send frames, which may come before the guess is told.
    if (hint.framing == "auto" && decoding.decoder == "http2")
        m_guessed[record.connection] = { "http2", "http2" };
    return decoding;
}

void MessageDecoder::write(JsonWriter &json, const capture::Record &record)
{
    if (m_decoders != nullptr)
        writeDecoding(json, decode(record));
}

QByteArray MessageDecoder::text(const capture::Record &record)
{
    return m_decoders == nullptr ? QByteArray() : decodingText(decode(record));
}

} // namespace pipeglass::exporting
