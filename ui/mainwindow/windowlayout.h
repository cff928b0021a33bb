// SPDX-License-Identifier: MIT
#pragma once

class QMainWindow;

namespace pipeglass::ui {

class Settings;

namespace Ui {
class MainWindow;
}

/// Sizes and places of the window and its parts: remembered, restored, as at first again; and one pane alone for a
/// while.
class WindowLayout {
public:
    /// All outlive it.
    WindowLayout(QMainWindow &window, Ui::MainWindow &ui, Settings &settings);

    void restore();
    void save();
    void reset();
    /// Leaves only the pane with the focus open, or opens all again.
    void toggleMaximised();

private:
    void reopen();

    QMainWindow &m_window;
    Ui::MainWindow &m_ui;
    Settings &m_settings;
};

} // namespace pipeglass::ui
