// SPDX-License-Identifier: MIT
#pragma once

#include "palette/palettemodel.h"

#include <QObject>
#include <QPointer>

namespace pipeglass::ui {

class MainWindow;
class Manual;

namespace Ui {
class MainWindow;
}

/// The menu "Help" but for the demonstration and the tour: the manual, "What's this?", shortcuts, about. Window's
/// thread.
class HelpActions : public QObject {
    Q_OBJECT

public:
    /// The arguments must outlive it.
    HelpActions(Ui::MainWindow &ui, MainWindow *window);

    /// The topics of the manual, for the command palette.
    [[nodiscard]] std::vector<PaletteItem> topics();

private:
    void showManual(const QString &page);

    Ui::MainWindow &m_ui;
    MainWindow *m_window;
    QPointer<Manual> m_manual;
};

} // namespace pipeglass::ui
