// SPDX-License-Identifier: MIT
#include "decoding/nesting.h"

#include "decoding/compression.h"
#include "decoding/decoderregistry.h"

#include <algorithm>

namespace pipeglass::decoding {

namespace {

constexpr int maxLayers = 3;

/// Long enough that a word rarely decodes to text or to a format by chance.
bool mayBeBase64(QByteArrayView text)
{
    constexpr qsizetype shortest = 16;
    if (text.size() < shortest || text.size() % 4 != 0)
        return false;
    const qsizetype padding = text.endsWith(QByteArrayView("==")) ? 2 : text.endsWith('=') ? 1 : 0;
    return std::all_of(text.begin(), text.end() - padding, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/'
            || c == '-' || c == '_';
    });
}

QByteArray fromBase64(QByteArrayView text)
{
    const QByteArray digits = QByteArray::fromRawData(text.data(), text.size());
    const bool url = digits.contains('-') || digits.contains('_');
    return QByteArray::fromBase64(digits, url ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding);
}

} // namespace

TreeBuilder::Expand Nesting::expand()
{
    return [this](TreeBuilder &tree, QByteArrayView content, bool isText) {
        if (m_layers >= maxLayers || content.size() > m_left)
            return;
        ++m_layers;
        if (isText)
            expandText(tree, content);
        else
            (void)expandBytes(tree, content, QStringLiteral("content"));
        --m_layers;
    };
}

void Nesting::expandText(TreeBuilder &tree, QByteArrayView content)
{
    const QByteArrayView text = content.trimmed();
    if (text.isEmpty())
        return;
    if (const char first = text.front(); first == '{' || first == '[' || first == '<') {
        const QString name = first == '<' ? QStringLiteral("xml") : QStringLiteral("json");
        const Decoder *decoder = m_decoders.find(name.toLatin1());
        if (decoder->mayBe(content) && tree.spend(content.size()))
            (void)tree.nest(content, name, [&] { return decoder->decode(content, {}, tree); });
        return;
    }
    if (!mayBeBase64(text))
        return;
    const QByteArray bytes = fromBase64(text);
    m_left -= bytes.size();
    (void)expandBytes(tree, bytes, QStringLiteral("base64"));
}

bool Nesting::expandBytes(TreeBuilder &tree, QByteArrayView content, const QString &name)
{
    if (!isCompressed(content))
        return nest(tree, content, name, false);
    const QByteArray bytes = uncompressed(content, m_left);
    m_left -= bytes.size();
    return !bytes.isEmpty() && nest(tree, bytes, QStringLiteral("uncompressed"), true);
}

/// Decodes `content` below the last node, or adds it as bytes if `keep`. False: nothing was added.
bool Nesting::nest(TreeBuilder &tree, QByteArrayView content, const QString &name, bool keep)
{
    if (!tree.spend(content.size()))
        return false;
    for (const auto &decoder : m_decoders.all()) {
        if (decoder->isStrict() && decoder->mayBe(content)
            && tree.nest(content, name, [&] { return decoder->decode(content, {}, tree); }))
            return true;
    }
    return keep && tree.nest(content, name, [&] {
        tree.bytes(QString(), "bytes", content, 0, content.size());
        return true;
    });
}

} // namespace pipeglass::decoding
