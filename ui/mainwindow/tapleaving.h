// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessioninfo.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace pipeglass::engine {
class Engine;
}

namespace pipeglass::ui {

class ConversationTabs;
class MessageBar;

/// Leaves all taps before the window closes, and says so in its bar meanwhile. Window's thread.
class TapLeaving : public QObject {
    Q_OBJECT

public:
    /// The arguments must outlive this object.
    TapLeaving(engine::Engine &engine, const ConversationTabs &tabs, MessageBar &bar, QObject *parent);

    /// Whether the window may close now. If not, its taps are being left, and `done` follows: after long enough for the
    /// message to be read, and at most 3 s.
    [[nodiscard]] bool mayClose();

Q_SIGNALS:
    void done(); ///< mayClose() is true now

private:
    void noteChange(const engine::SessionInfo &session);
    void finish();

    engine::Engine &m_engine;
    const ConversationTabs &m_tabs;
    MessageBar &m_bar;
    QSet<SessionId> m_inPlace; ///< taps that are being left
    QElapsedTimer m_since;
    QTimer m_timeout;
    bool m_isDone = false;
};

} // namespace pipeglass::ui
