// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"
#include "core/strongid.h"

#include <QObject>
#include <QTimer>

class QString;

namespace pipeglass::ui {

class ConversationPanel;
class DemoBar;
class MainWindow;

/// Shows Pipeglass with Pipeglass: hosts an echo pipe, finds it in the list, attaches, sends "test2" and waits for
/// "Echo: test2", by the same calls as the window's own buttons. A guide says in words what one sees.
class Demo : public QObject {
    Q_OBJECT

public:
    enum class Pace { ByPerson, ByItself };

    Demo(MainWindow &window, DemoBar &bar, Pace pace);
    ~Demo() override;

    void start();
    /// The attachment's conversation, once there is one.
    [[nodiscard]] const ConversationPanel *conversation() const { return m_talk; }

Q_SIGNALS:
    void shown(); ///< the last step is on the screen
    void finished(); ///< ended by the person
    void failed(const QString &sentence);

private:
    enum Step { Intro, Hosting, Listed, Attaching, Attached, Sending, Answered };

    void enter(Step step);
    void next();
    void goOnWhenReady();
    void hostNextName();
    void hostFailed(quint64 ticket, const Error &error);
    void fail(const QString &sentence);
    void opened(quint64 ticket, ConversationPanel *panel);
    [[nodiscard]] bool isListed() const;
    [[nodiscard]] bool hasAnswer() const;
    [[nodiscard]] QString explanation() const;

    MainWindow &m_window;
    DemoBar &m_bar;
    Pace m_pace;
    Step m_step = Intro;
    int m_number = 0; ///< of the name that is tried
    quint64 m_ticket = 0;
    QByteArray m_path;
    ConversationPanel *m_talk = nullptr;
    QTimer m_patience; ///< by itself only: how long the picture waits for the list to count the client
};

} // namespace pipeglass::ui
