// SPDX-License-Identifier: MIT
#pragma once

#include "rules/jsoncondition.h"
#include "rules/replytemplate.h"
#include "rules/rule.h"

#include <QRegularExpression>

#include <chrono>
#include <variant>

namespace pipeglass::rules {

/// Which part of which rule is wrong.
struct Problem {
    enum class Part { Pattern, Reply, Delay };
    size_t rule = 0; ///< its index
    Part part = Part::Pattern;
    QString text; ///< a sentence without a capital and a full stop
};

/// What to do about a message.
struct Action {
    std::optional<QByteArray> reply; ///< nullopt: none
    std::chrono::milliseconds delay{ 0 };
    Then then = Then::GoOn;
};

/// Rules, ready to be applied, and how often each has matched. The first that matches a message counts.
class RuleSet {
public:
    RuleSet() = default;
    [[nodiscard]] static tl::expected<RuleSet, Problem> compile(std::vector<Rule> rules);

    [[nodiscard]] const std::vector<Rule> &rules() const { return m_rules; }
    /// What the first rule that matches says, which is counted then; nullopt: no rule matches.
    [[nodiscard]] std::optional<Action> apply(const Slice &payload, qint64 unixMs);

private:
    struct Compiled {
        /// Any, the whole text, a pattern, or a condition.
        std::variant<std::monostate, QByteArray, QRegularExpression, JsonCondition> condition;
        std::optional<ReplyTemplate> reply;
        quint64 matched = 0;
    };

    [[nodiscard]] static tl::expected<Compiled, Problem> compile(const Rule &rule, size_t index);
    [[nodiscard]] static bool matches(const Compiled &rule, Message &message);

    std::vector<Rule> m_rules;
    std::vector<Compiled> m_compiled; ///< one for each of them
};

} // namespace pipeglass::rules
