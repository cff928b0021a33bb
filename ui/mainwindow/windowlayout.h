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
    /// Hides all panes except the focused one, or shows all again.
    void toggleMaximised();

private:
    void reopen();

    QMainWindow &m_window;
    Ui::MainWindow &m_ui;
    Settings &m_settings;
};

} // namespace pipeglass::ui
