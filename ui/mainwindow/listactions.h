// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/scanner.h"
#include "exchange/repair.h"

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

/// Menu actions for the list as a whole: kinds of pipes, directories, columns, deleting stale files. Saves the
/// settings. Window's thread.
class ListActions : public QObject {
    Q_OBJECT

public:
    /// The arguments must outlive this object.
    ListActions(Ui::MainWindow &ui, Workers &workers, Settings &settings, QWidget *window);

    /// After a change of selection or snapshot.
    void adapt();
    /// Asks to delete the pipe of the overview, whatever the selection in the list.
    void deleteShown();

private:
    void setUpMenus();
    void setUpScope();
    void connectActions();
    void look(const catalog::ScanOptions &options);
    void showRepairs(const std::vector<exchange::RepairOutcome> &outcomes);
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
