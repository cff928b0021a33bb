// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <QObject>
#include <QPointer>

class QAbstractItemView;

namespace pipeglass::ui {

class ConversationPanel;
class MainWindow;
class TourBubble;

/// What the tour points at.
struct TourTargets {
    QWidget *host = nullptr; ///< button of the tool bar
    QAbstractItemView *list = nullptr;
    QWidget *overview = nullptr;
    QWidget *attach = nullptr; ///< button of the tool bar
};

/// Shows in five steps how to host a pipe, find it, see who can connect, attach, and send a message. Each step points
/// at a control, and ends when the user has used it, or pressed Next, which does it. Deletes itself at its end.
class Tour : public QObject {
    Q_OBJECT

public:
    static constexpr int stepCount = 5;

    /// The arguments must outlive it.
    Tour(MainWindow &window, const TourTargets &targets);
    ~Tour() override;

    void start();

private:
    enum Step { Host = 1, Choose, Look, Attach, Send, Done };

    void enter(Step step);
    void next(); ///< does what the step asks for
    void host();
    void opened(ConversationPanel *panel);
    void failed(quint64 ticket, const Error &error);
    void chosen();
    void sent();
    void end();
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] QWidget *target() const;

    MainWindow &m_window;
    TourTargets m_targets;
    QPointer<TourBubble> m_bubble;
    Step m_step = Host;
    int m_number = 0; ///< of the name that is tried
    quint64 m_ticket = 0;
    QByteArray m_path; ///< of the hosted pipe
    bool m_waitsForRow = false; ///< Next was pressed before the pipe was listed
    QPointer<ConversationPanel> m_talk;
};

} // namespace pipeglass::ui
