// SPDX-License-Identifier: MIT
#include "filter/token.h"

namespace pipeglass::filter {

namespace {

using Kind = Token::Kind;

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u':' || c == u'-' || c == u'+';
}

/// In a string only \" and \\ are escapes.
Token stringAt(const QString &text, qsizetype at)
{
    Token token{ Kind::String, {}, at, 0 };
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text[i] == u'"') {
            token.length = i + 1 - at;
            return token;
        }
        if (text[i] == u'\\') {
            const bool isEscape = i + 1 < text.size() && (text[i + 1] == u'"' || text[i + 1] == u'\\');
            if (i + 1 < text.size() && !isEscape)
                return { Kind::Wrong, text.mid(i, 2), i, 2 };
            if (++i == text.size())
                break;
        }
        token.text += text[i];
    }
    return { Kind::Unterminated, text.mid(at), at, text.size() - at };
}

Token operatorAt(const QString &text, qsizetype at)
{
    const QStringView rest = QStringView(text).sliced(at);
    for (const QLatin1StringView two : { QLatin1StringView("=="), QLatin1StringView("!="), QLatin1StringView("<="),
                                         QLatin1StringView(">="), QLatin1StringView("&&"), QLatin1StringView("||") }) {
        if (rest.startsWith(two))
            return { Kind::Operator, two, at, 2 };
    }
    const QChar c = text[at];
    if (c == u'<' || c == u'>' || c == u'!')
        return { Kind::Operator, c, at, 1 };
    if (c == u'(')
        return { Kind::Open, c, at, 1 };
    if (c == u')')
        return { Kind::Close, c, at, 1 };
    return { Kind::Wrong, c, at, 1 };
}

} // namespace

std::vector<Token> tokens(const QString &text)
{
    std::vector<Token> all;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && isWordCharacter(text[end]))
            ++end;
        if (end > at)
            all.push_back({ Kind::Word, text.mid(at, end - at), at, end - at });
        else
            all.push_back(text[at] == u'"' ? stringAt(text, at) : operatorAt(text, at));
        if (all.back().kind == Kind::Wrong || all.back().kind == Kind::Unterminated)
            return all;
        at += all.back().length;
    }
    all.push_back({ Kind::End, {}, text.size(), 0 });
    return all;
}

} // namespace pipeglass::filter
