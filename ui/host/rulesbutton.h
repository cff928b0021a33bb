// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.h"

#include <QToolButton>

namespace pipeglass::ui {

/// Opens the rules by which a session answers its clients, and changes them while it is open. Hidden where we host
/// nothing.
class RulesButton : public QToolButton {
    Q_OBJECT

public:
    explicit RulesButton(QWidget *parent = nullptr);

    void setEngine(engine::Engine &engine) { m_engine = &engine; }
    void apply(const engine::SessionInfo &session);

private:
    void edit();

    engine::Engine *m_engine = nullptr;
    SessionId m_session;
    std::vector<rules::Rule> m_rules;
};

} // namespace pipeglass::ui
