// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framingregistry.h"
#include "preferences/preferencesdialog.h"

#include <QObject>
#include <QPointer>

namespace pipeglass::ui {

class Settings;
class Theme;

namespace Ui {
class MainWindow;
}

/// Opens the preferences and applies what is changed there. Window's thread.
class PreferenceActions : public QObject {
    Q_OBJECT

public:
    /// The arguments must outlive it.
    PreferenceActions(
        Ui::MainWindow &ui, Settings &settings, const Theme &theme, const framing::FramingRegistry &framings,
        QWidget *window);

    void show(PreferencesDialog::Page page);

Q_SIGNALS:
    void recordingsChanged();

private:
    void apply();

    Ui::MainWindow &m_ui;
    Settings &m_settings;
    const Theme &m_theme;
    const framing::FramingRegistry &m_framings;
    QWidget *m_window;
    QPointer<PreferencesDialog> m_dialog;
};

} // namespace pipeglass::ui
