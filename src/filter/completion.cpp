// SPDX-License-Identifier: MIT
#include "filter/completion.h"

#include "capture/eventword.h"
#include "filter/token.h"
#include "filter/words.h"

#include <algorithm>

namespace pipeglass::filter {

namespace {

using Kind = Token::Kind;

/// What is expected next while a filter's tokens are read from the start.
struct Place {
    enum class Expects { Operand, Operator, Value, Conjunction, Nothing };
    Expects expects = Expects::Operand;
    Field field = Field::Length;
    int depth = 0; ///< of parentheses
};

using Expects = Place::Expects;

bool isConjunction(const Token &token)
{
    return token.text == u"and" || token.text == u"or" || token.text == u"&&" || token.text == u"||";
}

Place afterOperand(Place place, const Token &token)
{
    if (token.kind == Kind::Open) {
        ++place.depth;
        return place;
    }
    if (token.text == u"not" || token.text == u"!")
        return place;
    const auto field = token.kind == Kind::Word ? fieldOf(token.text) : std::nullopt;
    place.expects = field ? Expects::Operator : Expects::Nothing;
    place.field = field.value_or(place.field);
    return place;
}

Place after(Place place, const Token &token)
{
    switch (place.expects) {
    case Expects::Operand:
        return afterOperand(place, token);
    case Expects::Operator:
        if (operatorOf(token.text)) {
            place.expects = Expects::Value;
            return place;
        }
        if (!isFlag(place.field))
            break;
        [[fallthrough]]; // a flag is complete
    case Expects::Conjunction:
        if (token.kind == Kind::Close && place.depth > 0) {
            --place.depth;
            place.expects = Expects::Conjunction;
            return place;
        }
        if (isConjunction(token)) {
            place.expects = Expects::Operand;
            return place;
        }
        break;
    case Expects::Value:
        place.expects = Expects::Conjunction;
        return place;
    case Expects::Nothing:
        break;
    }
    place.expects = Expects::Nothing;
    return place;
}

QStringList valuesOf(Field field)
{
    switch (field) {
    case Field::From:
        return { QStringLiteral("client"), QStringLiteral("server") };
    case Field::Direction:
        return { QStringLiteral("in"), QStringLiteral("out") };
    case Field::Malformed:
    case Field::Marked:
        return { QStringLiteral("true"), QStringLiteral("false") };
    case Field::Event: {
        QStringList words;
        for (int kind = 0; kind <= static_cast<int>(capture::lastEventKind); ++kind)
            words += QString::fromLatin1(capture::eventWord(static_cast<capture::EventKind>(kind)));
        words.sort();
        return words;
    }
    default:
        return {};
    }
}

QStringList wordsAt(const Place &place)
{
    const auto conjunctions = [&place] {
        QStringList words{ QStringLiteral("and"), QStringLiteral("or") };
        if (place.depth > 0)
            words += QStringLiteral(")");
        return words;
    };
    switch (place.expects) {
    case Expects::Operand: {
        QStringList words;
        for (const auto &[name, field] : fieldWords)
            words += name;
        return words + QStringList{ QStringLiteral("not") };
    }
    case Expects::Operator:
        return isFlag(place.field) ? conjunctions() + operatorsOf(place.field) : operatorsOf(place.field);
    case Expects::Value:
        return valuesOf(place.field);
    case Expects::Conjunction:
        return conjunctions();
    case Expects::Nothing:
        break;
    }
    return {};
}

} // namespace

Completion completionAt(const QString &text, qsizetype cursor)
{
    Completion completion{ cursor, 0, {} };
    Place place;
    bool isTyped = false;
    for (const Token &token : tokens(text)) {
        const bool isComplete = token.at + token.length < cursor;
        if (token.kind == Kind::End || token.at >= cursor)
            break;
        if (token.kind == Kind::Unterminated || (token.kind == Kind::String && !isComplete))
            return completion;
        isTyped = !isComplete && token.kind != Kind::Open && token.kind != Kind::Close;
        if (isTyped) {
            completion.start = token.at;
            completion.length = token.length;
            break;
        }
        if (token.kind == Kind::Wrong)
            return completion;
        place = after(place, token);
    }
    const QStringView typed = QStringView(text).sliced(completion.start, cursor - completion.start);
    for (const QString &word : wordsAt(place)) {
        if (word.startsWith(typed))
            completion.words += word;
    }
    const bool isWord =
        isTyped && std::all_of(typed.begin(), typed.end(), [](QChar c) { return c.isLetterOrNumber(); });
    if (completion.words.isEmpty() && isWord && place.expects == Expects::Operand)
        completion.words += QStringLiteral("text contains ") + quoted(typed.toString());
    return completion;
}

qsizetype problemLength(const QString &text, qsizetype at)
{
    for (const Token &token : tokens(text)) {
        if (token.at <= at && at < token.at + token.length)
            return token.at + token.length - at;
    }
    return at < text.size() ? 1 : 0;
}

QString quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    return u'"' + escaped + u'"';
}

} // namespace pipeglass::filter
