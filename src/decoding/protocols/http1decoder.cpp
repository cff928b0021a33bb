// SPDX-License-Identifier: MIT
#include "decoding/protocols/http1decoder.h"

#include "decoding/bytecursor.h"

namespace pipeglass::decoding {

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
        tree.utf8(shownText(line.first(colon)), "header", line.sliced(colon + 1).trimmed(), start, in.at());
    }
    if (!in.ok()) {
        tree.stop(in.rest(), in.at());
        return false;
    }
    if (!in.atEnd())
        tree.bytes(QStringLiteral("body"), "bytes", in.rest(), in.at(), payload.size());
    tree.close(payload.size());
    return true;
}

} // namespace pipeglass::decoding
