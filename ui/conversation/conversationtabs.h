// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"
#include "engine/engine.h"
#include "framing/framingregistry.h"

#include <QHash>
#include <QTabWidget>

namespace pipeglass::ui {

class ConversationPanel;

/// The conversations of the window, one tab each. Closing a tab ends the session.
class ConversationTabs : public QTabWidget {
    Q_OBJECT

public:
    explicit ConversationTabs(QWidget *parent = nullptr);

    /// Call once, first.
    void setEngine(engine::Engine &engine, const framing::FramingRegistry &framings);

    ConversationPanel *add(const engine::SessionInfo &session);
    [[nodiscard]] ConversationPanel *panel(SessionId session) const { return m_panels.value(session); }
    [[nodiscard]] ConversationPanel *current() const;
    void resetLayout(); ///< for every conversation

public Q_SLOTS:
    void closeCurrent();
    void closeSession(pipeglass::SessionId session);

Q_SIGNALS:
    void emptied(); ///< the last tab was closed

private:
    [[nodiscard]] QWidget *makeCloseButton(ConversationPanel *panel);
    void closeTab(int index);
    void sessionChanged(const engine::SessionInfo &session);
    void decorate(const ConversationPanel *panel);

    engine::Engine *m_engine = nullptr;
    const framing::FramingRegistry *m_framings = nullptr;
    const decoding::DecoderRegistryPtr m_decoders = std::make_shared<const decoding::DecoderRegistry>();
    QHash<SessionId, ConversationPanel *> m_panels;
};

} // namespace pipeglass::ui
