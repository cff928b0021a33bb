// SPDX-License-Identifier: MIT
#pragma once

class QMainWindow;

namespace pipeglass::ui {

class Settings;

namespace Ui {
class MainWindow;
}

/// Saves, restores and resets the layout of the window, and shows one pane alone.
class WindowLayout {
public:
    /// The arguments must outlive this object.
    WindowLayout(QMainWindow &window, Ui::MainWindow &ui, Settings &settings);

    void restore();
    void save();
    void reset();
    /// Shows the conversations, with their last share of the height.
    void showConversations();
    /// Hides all panes except the focused one, or shows all again.
    void toggleMaximised();

private:
    void reopen();

    QMainWindow &m_window;
    Ui::MainWindow &m_ui;
    Settings &m_settings;
    int m_share = 0; ///< of the conversations, in percent
    QObject m_untilDestroyed; ///< ends the connection
};

} // namespace pipeglass::ui
