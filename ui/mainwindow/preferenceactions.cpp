// SPDX-License-Identifier: MIT
#include "mainwindow/preferenceactions.h"

#include "app/settings.h"
#include "app/theme.h"
#include "ui_mainwindow.h"

namespace pipeglass::ui {

PreferenceActions::PreferenceActions(
    Ui::MainWindow &ui, Settings &settings, const Theme &theme, const framing::FramingRegistry &framings,
    QWidget *window)
    : QObject(window)
    , m_ui(ui)
    , m_settings(settings)
    , m_theme(theme)
    , m_framings(framings)
    , m_window(window)
{
    connect(ui.actionPreferences, &QAction::triggered, this, [this] { show(PreferencesDialog::General); });
    apply();
}

void PreferenceActions::apply()
{
    m_ui.pipes->setAnimated(m_settings.animationsWanted());
    m_ui.overview->setUsualFraming(m_settings.framing());
}

void PreferenceActions::show(PreferencesDialog::Page page)
{
    if (m_dialog == nullptr) {
        const PreferencesDialog::ListActions list{
            { m_ui.actionScopePipes, m_ui.actionScopeDotNet, m_ui.actionScopeAll },
            { m_ui.actionNamespaces, m_ui.actionGone },
            m_ui.actionDirectories,
        };
        m_dialog = new PreferencesDialog(m_settings, m_framings, list, m_window);
        connect(m_dialog, &PreferencesDialog::themeChanged, this, [this] { m_theme.apply(m_settings.theme()); });
        connect(m_dialog, &PreferencesDialog::animationsChanged, this, &PreferenceActions::apply);
        connect(m_dialog, &PreferencesDialog::framingChanged, this, &PreferenceActions::apply);
        connect(m_dialog, &PreferencesDialog::timesChanged, m_ui.tabs, &ConversationTabs::applyTimes);
        connect(m_dialog, &PreferencesDialog::recordingsChanged, this, &PreferenceActions::recordingsChanged);
    }
    m_dialog->showPage(page);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace pipeglass::ui
