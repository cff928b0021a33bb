// SPDX-License-Identifier: MIT
#include "decoding/protocols/http1decoder.h"

#include "decoding/bytecursor.h"

#include <optional>

namespace pipeglass::decoding {

namespace {

bool isChunked(QByteArrayView name, QByteArrayView value)
{
    return name.compare("Transfer-Encoding", Qt::CaseInsensitive) == 0
        && value.toByteArray().toLower().endsWith("chunked");
}

/// The content of a chunked body: a part of it if there is one chunk, otherwise in `joined`. nullopt: not whole.
std::optional<QByteArrayView> contentOfChunks(ByteCursor in, QByteArray &joined)
{
    QByteArrayView only;
    for (int count = 0;; ++count) {
        const QByteArrayView line = in.until('\n');
        const qsizetype extension = line.indexOf(';');
        bool isNumber = false;
        const quint64 size = line.first(extension < 0 ? line.size() : extension).trimmed().toULongLong(&isNumber, 16);
        if (!in.ok() || !isNumber)
            return std::nullopt;
        if (size == 0)
            return count > 1 ? QByteArrayView(joined) : only;
        only = in.take(size);
        joined.append(only);
        if (!in.ok() || !in.until('\n').trimmed().isEmpty() || !in.ok())
            return std::nullopt;
    }
}

} // namespace

bool Http1Decoder::mayBe(QByteArrayView payload) const
{
    const qsizetype line = payload.indexOf('\n');
    return line > 0 && (payload.startsWith("HTTP/1.") || payload.first(line).contains(" HTTP/1."));
}

bool Http1Decoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    if (!mayBe(payload))
        return false;
    ByteCursor in(payload);
    const bool isResponse = payload.startsWith("HTTP/1.");
    tree.open(QString(), isResponse ? "response" : "request", 0);
    const QByteArrayView first = in.until('\n').trimmed();
    tree.utf8(isResponse ? QStringLiteral("status") : QStringLiteral("request"), "line", first, 0, in.at());
    bool hasChunks = false;
    while (in.ok() && !in.atEnd()) {
        const qsizetype start = in.at();
        const QByteArrayView line = in.until('\n').trimmed();
        if (!in.ok() || line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0) {
            in.fail();
            break;
        }
        const QByteArrayView value = line.sliced(colon + 1).trimmed();
        tree.utf8(shownText(line.first(colon)), "header", value, start, in.at());
        hasChunks = hasChunks || isChunked(line.first(colon), value);
    }
    if (!in.ok()) {
        tree.stop(in.rest(), in.at());
        return false;
    }
    if (!in.atEnd()) {
        QByteArray joined;
        const auto content = hasChunks ? contentOfChunks(in, joined) : std::nullopt;
        tree.bytes(
            QStringLiteral("body"), content ? "chunked" : "bytes", content.value_or(in.rest()), in.at(),
            payload.size());
    }
    tree.close(payload.size());
    return true;
}

} // namespace pipeglass::decoding
