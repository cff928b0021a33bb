// SPDX-License-Identifier: MIT
#pragma once

#include "tour/tour.h"

namespace pipeglass::ui {

class Settings;

namespace Ui {
class MainWindow;
}

/// Starts the tour, and offers it once at the first start. Window's thread.
class TourActions : public QObject {
    Q_OBJECT

public:
    /// The arguments must outlive it.
    TourActions(Ui::MainWindow &ui, Settings &settings, MainWindow &window);

    void adapt(const QString &whyNot); ///< why it cannot be used; empty: it can

private:
    void start();
    void offer();

    Ui::MainWindow &m_ui;
    Settings &m_settings;
    MainWindow &m_window;
    QPointer<Tour> m_tour;
};

} // namespace pipeglass::ui
