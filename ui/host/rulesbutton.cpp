// SPDX-License-Identifier: MIT
#include "host/rulesbutton.h"

#include "engine/sessions/ruleresponder.h"
#include "host/rulesdialog.h"

namespace pipeglass::ui {

RulesButton::RulesButton(QWidget *parent)
    : QToolButton(parent)
{
    setText(tr("Rules …"));
    setAutoRaise(true);
    connect(this, &QToolButton::clicked, this, &RulesButton::edit);
}

void RulesButton::apply(const engine::SessionInfo &session)
{
    m_session = session.id;
    m_rules = session.answerRules;
    setToolTip(
        m_rules.empty() ? tr("Answer messages by rules")
                        : tr("%n rule(s) answer messages; change them", nullptr, static_cast<int>(m_rules.size())));
    setVisible(session.ours == Side::Server && !session.ended);
}

void RulesButton::edit()
{
    auto *dialog = new RulesDialog(m_rules, this);
    connect(dialog, &RulesDialog::used, this, [this](const rules::RuleSet &rules) {
        std::shared_ptr<engine::Responder> responder;
        if (!rules.rules().empty())
            responder = std::make_shared<engine::RuleResponder>(rules);
        m_engine->setResponder(m_session, responder);
    });
    dialog->show();
}

} // namespace pipeglass::ui
