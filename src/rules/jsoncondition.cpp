// SPDX-License-Identifier: MIT
#include "rules/jsoncondition.h"

#include "rules/rulestext.h"

#include <algorithm>

namespace pipeglass::rules {

namespace {

struct Token {
    QString text; ///< empty: the end
    bool isQuoted = false;
};

using Tokens = tl::expected<std::vector<Token>, QString>;

bool isOperator(QChar c) { return c == u'=' || c == u'!' || c == u'&'; }

/// The string that begins with the quote at `at`, which is moved behind it; nullopt: it has no end.
std::optional<QString> quoted(const QString &text, qsizetype &at)
{
    const QChar quote = text[at++];
    QString value;
    for (; at < text.size(); ++at) {
        if (text[at] == quote) {
            ++at;
            return value;
        }
        if (text[at] == u'\\' && at + 1 < text.size())
            ++at;
        value += text[at];
    }
    return std::nullopt;
}

Tokens tokensOf(const QString &text)
{
    std::vector<Token> tokens;
    qsizetype at = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c.isSpace()) {
            ++at;
        } else if (c == u'\'' || c == u'"') {
            const auto value = quoted(text, at);
            if (!value)
                return tl::make_unexpected(RulesText::tr("the string has no closing quote"));
            tokens.push_back({ *value, true });
        } else {
            const qsizetype start = at;
            const auto belongs = [&](QChar one) {
                return isOperator(one) == isOperator(c) && !one.isSpace() && one != u'\'' && one != u'"';
            };
            while (at < text.size() && belongs(text[at]))
                ++at;
            tokens.push_back({ text.sliced(start, at - start), false });
        }
    }
    tokens.push_back({});
    return tokens;
}

std::optional<QJsonValue> valueOf(const Token &token)
{
    if (token.isQuoted)
        return QJsonValue(token.text);
    if (token.text == QLatin1String("true") || token.text == QLatin1String("false"))
        return QJsonValue(token.text == QLatin1String("true"));
    if (token.text == QLatin1String("null"))
        return QJsonValue(QJsonValue::Null);
    bool isNumber = false;
    const qint64 integer = token.text.toLongLong(&isNumber);
    if (isNumber)
        return QJsonValue(integer);
    const double number = token.text.toDouble(&isNumber);
    return isNumber ? std::optional(QJsonValue(number)) : std::nullopt;
}

} // namespace

tl::expected<JsonCondition, QString> JsonCondition::parse(const QString &text)
{
    const Tokens tokens = tokensOf(text);
    if (!tokens)
        return tl::make_unexpected(tokens.error());
    JsonCondition condition;
    for (auto token = tokens->begin();;) {
        const auto path = JsonPath::parse(token->text);
        if (token->isQuoted || !path || isOperator(token->text.front()))
            return tl::make_unexpected(RulesText::tr("expected the name of a field, such as method or params.0.id"));
        Comparison comparison{ *path, std::nullopt, true };
        ++token;
        if (token->text == QLatin1String("==") || token->text == QLatin1String("!=")) {
            comparison.isEqual = token->text == QLatin1String("==");
            ++token;
            comparison.value = valueOf(*token);
            if (!comparison.value)
                return tl::make_unexpected(
                    RulesText::tr("expected a value: a string in quotes, a number, true, false or null"));
            ++token;
        }
        condition.m_all.push_back(std::move(comparison));
        if (token->text.isEmpty() && !token->isQuoted)
            return condition;
        if (token->isQuoted || (token->text != QLatin1String("and") && token->text != QLatin1String("&&")))
            return tl::make_unexpected(RulesText::tr("expected ==, != or \"and\" instead of \"%1\"").arg(token->text));
        ++token;
    }
}

bool JsonCondition::matches(const QJsonValue &root) const
{
    return std::all_of(m_all.begin(), m_all.end(), [&](const Comparison &one) {
        const auto found = one.path.find(root);
        return found && (!one.value || (*found == *one.value) == one.isEqual);
    });
}

} // namespace pipeglass::rules
