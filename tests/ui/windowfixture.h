// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings.h"
#include "app/theme.h"
#include "app/workers.h"
#include "mainwindow/mainwindow.h"
#include "support/privatedirectory.h"

#include <QSignalSpy>
#include <QTest>

namespace pipeglass::test {

/// The real window with a private directory, shown, with its threads; ended like in main().
class Window {
public:
    enum class Problems { StayHidden, ComeUp };

    /// `settingsFile`: empty: nothing is remembered, and no recording kept. `problems`: whether their page may come up
    /// by itself, which it does a second after the start unless a key was pressed.
    explicit Window(const QString &settingsFile = {}, Problems problems = Problems::StayHidden)
        : settings(settingsFile)
        , workers({ { directory.path() } })
        , finished(&workers, &ui::Workers::finished)
        , window(workers, settings, theme, framings)
    {
        window.show();
        if (problems == Problems::StayHidden)
            QTest::keyClick(&window, Qt::Key_Shift);
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
