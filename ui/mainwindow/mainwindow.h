// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.h"
#include "framing/framingregistry.h"

#include <QHash>
#include <QMainWindow>

#include <memory>

namespace pipeglass::ui {

class ConversationPanel;
class ConversationTabs;
class Demo;
class FileActions;
class ListActions;
class OverviewPanel;
class PipesPanel;
class ProblemActions;
class Settings;
class TapLeaving;
class Theme;
class WindowLayout;
class Workers;

namespace Ui {
class MainWindow;
}

/// The main window: pipes on the left, the selected one on the right, conversations below. Connects panels, actions and
/// workers.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// The arguments must outlive the window.
    MainWindow(Workers &workers, Settings &settings, const Theme &theme, const framing::FramingRegistry &framings);
    ~MainWindow() override;

    /// The framing of the demonstration, for both sides.
    [[nodiscard]] PerSide<framing::FramingPtr> initialFraming() const
    {
        return { m_framings.defaultFraming(), m_framings.defaultFraming() };
    }

    /// The framing to begin with, as the user prefers, for both sides.
    [[nodiscard]] PerSide<framing::FramingPtr> usualFraming() const;
    /// Where we only look.
    [[nodiscard]] PerSide<framing::FramingPtr> guessedFraming() const
    {
        const framing::FramingPtr guess = m_framings.guessing();
        return { guess, guess };
    }

    [[nodiscard]] PipesPanel &pipes() const;
    [[nodiscard]] ConversationTabs &conversations() const;

    /// Attaches to this pipe and opens a conversation when connected. Emits `conversationOpened` or `requestFailed`
    /// with the returned ticket.
    quint64 attach(const catalog::PipeEntryPtr &entry);
    quint64 host(const engine::HostRequest &request);
    /// For the command line: an error is shown in the window's bar.
    void openNamed(const engine::SessionRequest &request) { open(request, Origin::CommandLine); }
    void openFile(const QByteArray &path); ///< likewise

public Q_SLOTS:
    /// With the hint about single-instance servers.
    void attachToCurrent();
    void tapCurrent();
    /// In the overview, with a button that cancels.
    void showOpening(quint64 ticket, const QString &sentence);
    void showHostDialog();
    void showEchoDialog(); ///< with a name and the echo chosen
    void showStartDialog();
    void startAgain(const QString &commandLine); ///< a program that was started before
    void showAccess();
    void startDemo();

Q_SIGNALS:
    void conversationOpened(quint64 ticket, pipeglass::ui::ConversationPanel *panel);
    void requestFailed(quint64 ticket, const pipeglass::Error &error);
    void closed(); ///< the window was closed; shutdown is still in progress

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Origin { Attach, Dialog, Caller, CommandLine };

    void setUpIcons();
    void connectActions();
    void connectPanels();
    void connectProcesses();
    void connectEngine();
    void setUpHelpers(const Theme &theme);
    [[nodiscard]] bool showsProcesses() const;
    void goTo(QWidget *place);
    void watchWhileVisible();
    void showHistory();
    void adaptActions();
    void showSmallestFix();
    void showCopied();
    void opened(quint64 ticket, const engine::SessionInfo &session);
    void failed(quint64 ticket, const Error &error);
    quint64 open(const engine::SessionRequest &request, Origin origin);
    /// One that asks the engine itself.
    template <typename Dialog>
    void showDialog(Dialog *dialog)
    {
        connect(dialog, &Dialog::asked, this, [this](quint64 ticket) { m_asked.insert(ticket, Origin::Dialog); });
        dialog->show();
    }

    std::unique_ptr<Ui::MainWindow> m_ui;
    Workers &m_workers;
    Settings &m_settings;
    const framing::FramingRegistry &m_framings;
    QHash<quint64, Origin> m_asked; ///< pending tickets
    std::unique_ptr<WindowLayout> m_layout;
    ListActions *m_listActions = nullptr;
    FileActions *m_fileActions = nullptr;
    ProblemActions *m_problemActions = nullptr;
    TapLeaving *m_tapLeaving = nullptr;
    Demo *m_demo = nullptr;
    bool m_watching = false;
};

} // namespace pipeglass::ui
