// SPDX-License-Identifier: MIT
#include "rules/ruleset.h"

#include "core/bytetext.h"
#include "rules/rulestext.h"

namespace pipeglass::rules {

namespace {

tl::expected<ReplyTemplate, QString> replyOf(const Rule &rule)
{
    if (rule.replyKind == ReplyKind::Template)
        return ReplyTemplate::parse(rule.reply);
    const auto bytes = bytesFromHex(rule.reply);
    if (!bytes)
        return tl::make_unexpected(RulesText::tr("expected pairs of hex digits, such as 00ff or \"00 ff\""));
    return ReplyTemplate::parse(QStringLiteral("{hex:%1}").arg(QString::fromLatin1(bytes->toHex())));
}

} // namespace

tl::expected<RuleSet::Compiled, Problem> RuleSet::compile(const Rule &rule, size_t index)
{
    const auto wrong = [index](Problem::Part part, const QString &text) {
        return tl::make_unexpected(Problem{ index, part, text });
    };
    Compiled compiled;
    if (rule.condition == Condition::Text) {
        compiled.condition = rule.pattern.toUtf8();
    } else if (rule.condition == Condition::Regex) {
        QRegularExpression expression(rule.pattern);
        if (!expression.isValid())
            return wrong(
                Problem::Part::Pattern,
                RulesText::tr("not a valid regular expression: %1, at character %2")
                    .arg(expression.errorString())
                    .arg(expression.patternErrorOffset() + 1));
        expression.optimize();
        compiled.condition = std::move(expression);
    } else if (rule.condition == Condition::Json) {
        auto condition = JsonCondition::parse(rule.pattern);
        if (!condition)
            return wrong(Problem::Part::Pattern, condition.error());
        compiled.condition = *std::move(condition);
    }
    if (rule.replyKind != ReplyKind::None) {
        auto reply = replyOf(rule);
        if (!reply)
            return wrong(Problem::Part::Reply, reply.error());
        compiled.reply = *std::move(reply);
    }
    if (rule.delayMs < 0 || rule.delayMs > longestDelayMs)
        return wrong(Problem::Part::Delay, RulesText::tr("expected milliseconds from 0 to %1").arg(longestDelayMs));
    return compiled;
}

tl::expected<RuleSet, Problem> RuleSet::compile(std::vector<Rule> rules)
{
    RuleSet set;
    for (size_t i = 0; i < rules.size(); ++i) {
        auto compiled = compile(rules[i], i);
        if (!compiled)
            return tl::make_unexpected(compiled.error());
        set.m_compiled.push_back(*std::move(compiled));
    }
    set.m_rules = std::move(rules);
    return set;
}

bool RuleSet::matches(const Compiled &rule, Message &message)
{
    if (const auto *text = std::get_if<QByteArray>(&rule.condition))
        return message.bytes() == *text;
    if (const auto *expression = std::get_if<QRegularExpression>(&rule.condition))
        return expression->match(message.text()).hasMatch();
    if (const auto *json = std::get_if<JsonCondition>(&rule.condition))
        return json->matches(message.json());
    return true;
}

std::optional<Action> RuleSet::apply(const Slice &payload, qint64 unixMs)
{
    Message message(payload);
    for (size_t i = 0; i < m_rules.size(); ++i) {
        Compiled &compiled = m_compiled[i];
        if ((m_rules[i].once && compiled.matched > 0) || !matches(compiled, message))
            continue;
        ++compiled.matched;
        Action action{ std::nullopt, std::chrono::milliseconds(m_rules[i].delayMs), m_rules[i].then };
        if (compiled.reply)
            action.reply = compiled.reply->render(message, { compiled.matched, unixMs });
        return action;
    }
    return std::nullopt;
}

} // namespace pipeglass::rules
