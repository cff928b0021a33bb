// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/scanner.h"

#include <QObject>

class QWidget;

namespace pipeglass::ui {

class PipesPanel;
class Settings;
class StaleDeletion;
class Workers;

namespace Ui {
class MainWindow;
}

/// What the window's menus do with the list as a whole: what is listed and where from, which columns it has, and
/// cleaning it of dead sockets. Remembers it. Window's thread.
class ListActions : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    ListActions(Ui::MainWindow &ui, Workers &workers, Settings &settings, QWidget *window);

    /// After another choice, or another snapshot.
    void adapt();
    /// Asks about the pipe that the overview shows, whatever else is chosen in the list.
    void deleteShown();

private:
    void setUpMenus();
    void setUpScope();
    void connectActions();
    void look(const catalog::ScanOptions &options);
    void showDirectories();
    void deleteChosen();
    void adaptDeleting();

    Ui::MainWindow &m_ui;
    Workers &m_workers;
    Settings &m_settings;
    QWidget *m_window;
    StaleDeletion *m_deletion;
};

} // namespace pipeglass::ui
