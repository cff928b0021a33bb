// SPDX-License-Identifier: MIT
#include "rules/replytemplate.h"

#include "core/bytetext.h"
#include "rules/rulestext.h"

#include <QDateTime>
#include <QRegularExpression>

namespace pipeglass::rules {

namespace {

/// Like a placeholder: `{name}`, `{name.path}`, `{name:value}`; or a doubled brace.
const QRegularExpression &bracePattern()
{
    static const QRegularExpression pattern(QStringLiteral(R"(\{(?:\{|([a-z]+)(?:([.:])([^{}"]*))?\}))"));
    return pattern;
}

QByteArray timeText(qint64 unixMs)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(unixMs);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs).toLatin1();
}

} // namespace

tl::expected<ReplyTemplate::Piece, QString>
ReplyTemplate::placeholder(QStringView name, QStringView rest, QChar separator)
{
    const struct {
        QLatin1String name;
        Kind kind;
    } simple[] = { { QLatin1String("text"), Kind::Text },
                   { QLatin1String("upper"), Kind::Upper },
                   { QLatin1String("lower"), Kind::Lower },
                   { QLatin1String("count"), Kind::Count },
                   { QLatin1String("time"), Kind::Time } };
    for (const auto &one : simple) {
        if (name == one.name && separator.isNull())
            return Piece{ one.kind };
    }
    if (name == QLatin1String("json") && separator == u'.') {
        if (const auto path = JsonPath::parse(rest))
            return Piece{ Kind::Json, {}, *path };
        return tl::make_unexpected(RulesText::tr("\"%1\" is not the path of a JSON field").arg(rest));
    }
    if (name == QLatin1String("hex") && separator == u':') {
        if (const auto bytes = bytesFromHex(rest))
            return Piece{ Kind::Bytes, *bytes };
        return tl::make_unexpected(RulesText::tr("expected pairs of hex digits in {hex:...}"));
    }
    return tl::make_unexpected(
        RulesText::tr("unknown placeholder {%1}: expected {text}, {upper}, {lower}, {count}, {time}, {json.FIELD} or "
                      "{hex:BYTES}; write {{ for a brace")
            .arg(name));
}

tl::expected<ReplyTemplate, QString> ReplyTemplate::parse(const QString &text)
{
    ReplyTemplate made;
    const auto addText = [&made](const QString &part) {
        if (!part.isEmpty())
            made.m_pieces.push_back({ Kind::Bytes, part.toUtf8() });
    };
    qsizetype from = 0;
    for (auto matches = bracePattern().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        addText(text.sliced(from, match.capturedStart() - from));
        from = match.capturedEnd();
        if (match.capturedView(1).isEmpty()) {
            addText(QStringLiteral("{"));
            continue;
        }
        const QStringView separator = match.capturedView(2);
        auto piece = placeholder(
            match.capturedView(1), match.capturedView(3), separator.isEmpty() ? QChar() : separator.front());
        if (!piece)
            return tl::make_unexpected(piece.error());
        made.m_pieces.push_back(*std::move(piece));
    }
    addText(text.sliced(from));
    return made;
}

QByteArray ReplyTemplate::render(Message &message, const Context &context) const
{
    QByteArray reply;
    for (const Piece &piece : m_pieces) {
        switch (piece.kind) {
        case Kind::Bytes:
            reply += piece.bytes;
            break;
        case Kind::Text:
            reply.append(message.bytes());
            break;
        case Kind::Upper:
            reply += message.text().toUpper().toUtf8();
            break;
        case Kind::Lower:
            reply += message.text().toLower().toUtf8();
            break;
        case Kind::Count:
            reply += QByteArray::number(context.count);
            break;
        case Kind::Time:
            reply += timeText(context.unixMs);
            break;
        case Kind::Json:
            if (const auto found = piece.path.find(message.json()))
                reply += plainText(*found);
            break;
        }
    }
    return reply;
}

} // namespace pipeglass::rules
