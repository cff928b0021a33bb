// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/responder.h"
#include "rules/ruleset.h"

#include <QDateTime>

namespace pipeglass::engine {

/// Answers by rules; not at all where none matches.
class RuleResponder : public Responder {
public:
    explicit RuleResponder(rules::RuleSet set)
        : m_rules(std::move(set))
    {
    }

    [[nodiscard]] Answer answer(const Slice &payload) override
    {
        const auto action = m_rules.apply(payload, QDateTime::currentMSecsSinceEpoch());
        if (!action)
            return {};
        Answer answer{ {}, action->delay, action->then };
        if (action->reply)
            answer.replies.push_back(*action->reply);
        return answer;
    }

    [[nodiscard]] std::vector<rules::Rule> rules() const override { return m_rules.rules(); }

private:
    rules::RuleSet m_rules;
};

} // namespace pipeglass::engine
