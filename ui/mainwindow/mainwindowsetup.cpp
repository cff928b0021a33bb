// SPDX-License-Identifier: MIT
// Icons, classes that look after menus, and the state of actions: part of mainwindow.cpp.
#include "app/workers.h"
#include "mainwindow/favouriteactions.h"
#include "mainwindow/fileactions.h"
#include "mainwindow/firstactions.h"
#include "mainwindow/helpactions.h"
#include "mainwindow/keptactions.h"
#include "mainwindow/mainwindow.h"
#include "mainwindow/paletteactions.h"
#include "mainwindow/preferenceactions.h"
#include "mainwindow/problemactions.h"
#include "mainwindow/tapleaving.h"
#include "mainwindow/touractions.h"
#include "ui_mainwindow.h"
#include "widgets/svgicon.h"
#include "widgets/usable.h"

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

void MainWindow::setUpHelpers(const Theme &theme)
{
    auto *first = new FirstActions(*m_ui, m_workers, this);
    connect(m_fileActions, &FileActions::recentFilled, first, &FirstActions::showRecordings);
    first->showRecordings();
    m_tapLeaving = new TapLeaving(m_workers.engine(), *m_ui->tabs, *m_ui->windowBar, this);
    connect(m_tapLeaving, &TapLeaving::done, this, &QWidget::close);
    m_problemActions = new ProblemActions(*m_ui, m_workers, this);
    connect(m_problemActions, &ProblemActions::placeRequested, this, &MainWindow::goTo);
    auto *palette = new PaletteActions(*m_ui, m_settings, this);
    connect(palette, &PaletteActions::placeRequested, this, &MainWindow::goTo);
    connect(palette, &PaletteActions::programRequested, this, &MainWindow::startAgain);
    auto *help = new HelpActions(*m_ui, this);
    palette->addSource([help] { return help->topics(); });
    new FavouriteActions(*m_ui, m_settings, m_workers.engine(), m_framings, this);
    auto *tour = new TourActions(*m_ui, m_settings, *this);
    connect(first, &FirstActions::checked, tour, &TourActions::adapt);
    auto *preferences = new PreferenceActions(*m_ui, m_settings, theme, m_framings, this);
    KeptActions *kept = m_fileActions->kept();
    connect(preferences, &PreferenceActions::recordingsChanged, kept, &KeptActions::applySettings);
    connect(kept, &KeptActions::limitRequested, preferences, [preferences] {
        preferences->show(PreferencesDialog::Recordings);
    });
}

void MainWindow::adaptActions()
{
    const PipeEntryPtr entry = m_ui->pipes->current();
    const bool isSocket = entry && entry->kind == catalog::FileKind::Socket;
    // No path leads to these any more.
    const bool isLost = isSocket && (entry->state == catalog::PipeState::TakenOver || entry->isLost());
    const bool hasRow = m_ui->pipes->currentOrGone() != nullptr;
    const QString noRow = hasRow ? QString() : tr("Choose a pipe in the list first");
    const QString noSocket = isSocket ? QString() : entry ? tr("The chosen file is not a socket") : noRow;
    const QString noPipe = !noSocket.isEmpty() || !hasRow || isSocket ? noSocket : tr("The chosen pipe was removed");
    const QString lost =
        isLost ? tr("Clients cannot connect any more: its name was removed, or leads to another pipe") : noPipe;
    setUsable(*m_ui->actionAttach, lost, tr("Connect to the chosen pipe as a client (Enter in the list)"));
    setUsable(
        *m_ui->actionTap,
        lost.isEmpty() && entry->isAbstract() ? tr("An abstract socket has no file whose name could lead to a tap")
                                              : lost,
        tr("Show what the clients and the server of the chosen pipe say to each other"));
    setUsable(*m_ui->actionAccess, noPipe, tr("Show or change who can connect to the chosen pipes"));
    setUsable(*m_ui->actionCopyName, noRow, tr("Copy the .NET name of the chosen pipe"));
    setUsable(*m_ui->actionCopyPath, noRow, tr("Copy the path of the chosen pipe"));
    const QString noTalk = m_ui->tabs->count() > 0 ? QString() : tr("No conversation is open");
    setUsable(*m_ui->actionClose, noTalk, tr("End the current conversation"));
    setUsable(*m_ui->actionSave, noTalk, tr("Save the messages of the current tab to a file"));
    setUsable(*m_ui->actionGoToMessage, noTalk, tr("Go to the message field"));
}

} // namespace pipeglass::ui
