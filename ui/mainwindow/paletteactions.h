// SPDX-License-Identifier: MIT
#pragma once

#include "palette/palettemodel.h"

#include <QObject>

class QMainWindow;

namespace pipeglass::ui {

class Settings;

namespace Ui {
class MainWindow;
}

/// The command palette: all actions of the menus, the listed pipes, their programs, and programs that were started
/// before. Window's thread.
class PaletteActions : public QObject {
    Q_OBJECT

public:
    /// The arguments must outlive it.
    PaletteActions(Ui::MainWindow &ui, Settings &settings, QMainWindow *window);

    /// Further entries, made each time the palette is opened.
    void addSource(std::function<std::vector<PaletteItem>()> source) { m_sources.push_back(std::move(source)); }

Q_SIGNALS:
    void placeRequested(QWidget *place);
    void programRequested(const QString &commandLine); ///< to be started again

private:
    void show();
    void addMenu(std::vector<PaletteItem> &items, const QList<QAction *> &actions, const QString &where) const;
    void addPipes(std::vector<PaletteItem> &items);
    void addPrograms(std::vector<PaletteItem> &items);

    Ui::MainWindow &m_ui;
    Settings &m_settings;
    QMainWindow *m_window;
    std::vector<std::function<std::vector<PaletteItem>()>> m_sources;
};

} // namespace pipeglass::ui
