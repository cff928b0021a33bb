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

/// Whether another name should be tried to host a pipe.
[[nodiscard]] bool isNameTaken(ErrorCode code);

/// The demonstration: hosts an echo pipe, finds it in the list, attaches, sends "test2" and waits for "Echo: test2",
/// with the same calls as the window's buttons, and explains each step.
class Demo : public QObject {
    Q_OBJECT

public:
    enum class Pace { ByPerson, ByItself };

    Demo(MainWindow &window, DemoBar &bar, Pace pace);
    ~Demo() override;

    void start();
    /// The conversation of the client; null before it is connected.
    [[nodiscard]] const ConversationPanel *conversation() const { return m_talk; }

Q_SIGNALS:
    void shown(); ///< the last step is visible
    void finished(); ///< ended by the user
    void failed(const QString &sentence);

private:
    enum Step { Intro, Hosting, Listed, Attaching, Attached, Sending, Answered };

    void enter(Step step);
    void next();
    void continueWhenReady();
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
    int m_number = 0; ///< number of the pipe name to try
    quint64 m_ticket = 0;
    QByteArray m_path;
    ConversationPanel *m_talk = nullptr;
    QTimer m_timeout; ///< automatic mode: how long to wait until the list counts the client
};

} // namespace pipeglass::ui
