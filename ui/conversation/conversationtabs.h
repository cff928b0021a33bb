// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"
#include "engine/engine.h"
#include "framing/framingregistry.h"

#include <QHash>
#include <QTabWidget>

class QMenu;

namespace pipeglass::ui {

class ConversationPanel;
class MessageActions;
class Settings;
class ViewSettings;

/// The conversations of the window, one tab each. Closing a tab ends the session.
class ConversationTabs : public QTabWidget {
    Q_OBJECT

public:
    explicit ConversationTabs(QWidget *parent = nullptr);

    /// Call once, first.
    void setEngine(engine::Engine &engine, const framing::FramingRegistry &framings);
    /// Where filters and columns are remembered. `settings` must outlive this. Call before the first add().
    void setSettings(Settings &settings);
    [[nodiscard]] QMenu *messagesMenu() const { return m_messagesMenu; }
    /// For conversations that are added from now on.
    void setDecoders(const decoding::DecoderRegistryPtr &decoders) { m_decoders = decoders; }

    ConversationPanel *add(const engine::SessionInfo &session);
    [[nodiscard]] ConversationPanel *panel(SessionId session) const { return m_panels.value(session); }
    [[nodiscard]] ConversationPanel *current() const;
    /// Goes to the filter of the current conversation, if the focus is in it.
    bool focusFilter();
    void resetLayout(); ///< for every conversation

public Q_SLOTS:
    void applyTimes(); ///< the settings were changed
    void closeCurrent();
    void closeSession(pipeglass::SessionId session);

Q_SIGNALS:
    void emptied(); ///< the last tab was closed
    void replayRequested(pipeglass::ui::ConversationPanel *panel);

private:
    [[nodiscard]] QWidget *makeCloseButton(ConversationPanel *panel);
    void closeTab(int index);
    void sessionChanged(const engine::SessionInfo &session);
    void decorate(const ConversationPanel *panel);

    engine::Engine *m_engine = nullptr;
    ViewSettings *m_settings;
    QMenu *m_messagesMenu;
    MessageActions *m_actions;
    const framing::FramingRegistry *m_framings = nullptr;
    decoding::DecoderRegistryPtr m_decoders = std::make_shared<const decoding::DecoderRegistry>();
    QHash<SessionId, ConversationPanel *> m_panels;
};

} // namespace pipeglass::ui
