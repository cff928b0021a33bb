// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings.h"
#include "app/theme.h"
#include "app/workers.h"
#include "mainwindow/mainwindow.h"
#include "support/privatedirectory.h"

#include <QSignalSpy>

namespace pipeglass::test {

/// The real window with a private directory, shown, with its threads; ended like in main().
class Window {
public:
    /// `settingsFile`: empty: nothing is remembered, and no recording kept.
    explicit Window(const QString &settingsFile = {})
        : settings(settingsFile)
        , workers({ { directory.path() } })
        , finished(&workers, &ui::Workers::finished)
        , window(workers, settings, theme, framings)
    {
        window.show();
    }

    ~Window()
    {
        QObject::connect(&window, &ui::MainWindow::closed, &workers, &ui::Workers::shutDown);
        window.close();
        if (finished.isEmpty())
            finished.wait(10'000);
    }

    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return window.findChild<Widget *>(QLatin1String(name));
    }

    PrivateDirectory directory;
    ui::Settings settings;
    ui::Theme theme;
    ui::Workers workers;
    QSignalSpy finished;
    framing::FramingRegistry framings;
    ui::MainWindow window;
};

} // namespace pipeglass::test
