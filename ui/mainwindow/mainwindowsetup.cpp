// SPDX-License-Identifier: MIT
// Icons, themes and the state of actions: part of mainwindow.cpp.
#include "app/settings.h"
#include "app/theme.h"
#include "mainwindow/mainwindow.h"
#include "ui_mainwindow.h"
#include "widgets/svgicon.h"

#include <QActionGroup>

namespace pipeglass::ui {

using catalog::PipeEntryPtr;

void MainWindow::setUpIcons()
{
    setWindowIcon(svgIcon(QStringLiteral("pipeglass")));
    m_ui->actionOpen->setIcon(svgIcon(QStringLiteral("folder")));
    m_ui->actionSave->setIcon(svgIcon(QStringLiteral("save")));
    m_ui->actionAttach->setIcon(svgIcon(QStringLiteral("attach")));
    m_ui->actionTap->setIcon(svgIcon(QStringLiteral("tap")));
    m_ui->actionHost->setIcon(svgIcon(QStringLiteral("host")));
    m_ui->actionHostEcho->setIcon(svgIcon(QStringLiteral("host")));
    m_ui->actionExplain->setIcon(svgIcon(QStringLiteral("error")));
    m_ui->actionStart->setIcon(svgIcon(QStringLiteral("process")));
    m_ui->actionClose->setIcon(svgIcon(QStringLiteral("close")));
    m_ui->actionRefresh->setIcon(svgIcon(QStringLiteral("refresh")));
    m_ui->actionFind->setIcon(svgIcon(QStringLiteral("find")));
    m_ui->actionCopyName->setIcon(svgIcon(QStringLiteral("copy")));
    m_ui->actionDemo->setIcon(svgIcon(QStringLiteral("demo")));
}

void MainWindow::setUpThemes()
{
    auto *group = new QActionGroup(this);
    const std::pair<QAction *, QString> themes[] = { { m_ui->actionThemeSystem, QStringLiteral("system") },
                                                     { m_ui->actionThemeLight, QStringLiteral("light") },
                                                     { m_ui->actionThemeDark, QStringLiteral("dark") } };
    for (const auto &[action, name] : themes) {
        group->addAction(action);
        action->setChecked(m_settings.theme() == name);
        connect(action, &QAction::triggered, this, [this, theme = name] {
            m_settings.setTheme(theme);
            m_theme.apply(theme);
        });
    }
}

void MainWindow::adaptActions()
{
    const PipeEntryPtr entry = m_ui->pipes->current();
    const bool isSocket = entry && entry->kind == catalog::FileKind::Socket;
    // No path leads to these any more.
    const bool isLost = isSocket && (entry->state == catalog::PipeState::TakenOver || entry->isLost());
    m_ui->actionAttach->setEnabled(isSocket && !isLost);
    m_ui->actionAttach->setToolTip(
        isLost ? tr("Clients cannot connect any more: its name was removed, or leads to another pipe")
               : tr("Connect to the chosen pipe as a client (Enter in the list)"));
    m_ui->actionTap->setEnabled(isSocket && !isLost && !entry->isAbstract());
    m_ui->actionTap->setToolTip(tr("Show what the clients and the server of the chosen pipe say to each other"));
    m_ui->actionAccess->setEnabled(isSocket);
    const bool hasRow = m_ui->pipes->currentOrGone() != nullptr;
    m_ui->actionCopyName->setEnabled(hasRow);
    m_ui->actionCopyPath->setEnabled(hasRow);
    const bool talks = m_ui->tabs->count() > 0;
    m_ui->actionClose->setEnabled(talks);
    m_ui->actionSave->setEnabled(talks);
    m_ui->actionGoToMessage->setEnabled(talks);
}

} // namespace pipeglass::ui
