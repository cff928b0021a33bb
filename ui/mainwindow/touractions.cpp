// SPDX-License-Identifier: MIT
#include "mainwindow/touractions.h"

#include "app/settings.h"
#include "mainwindow/mainwindow.h"
#include "ui_mainwindow.h"
#include "widgets/usable.h"

#include <QAbstractItemView>

namespace pipeglass::ui {

namespace {

QString offerText()
{
    return TourActions::tr(
        "New here? A tour of five steps hosts a pipe, finds it in the list, attaches to it and sends a message.");
}

} // namespace

TourActions::TourActions(Ui::MainWindow &ui, Settings &settings, MainWindow &window)
    : QObject(&window)
    , m_ui(ui)
    , m_settings(settings)
    , m_window(window)
{
    connect(ui.actionTour, &QAction::triggered, this, &TourActions::start);
    if (settings.remembers() && !settings.isTourOffered())
        offer();
}

void TourActions::offer()
{
    m_settings.setTourOffered();
    m_ui.windowBar->offer(
        MessageBar::Kind::Info, offerText(), tr("Start the tour"), [this] { m_ui.actionTour->trigger(); });
}

void TourActions::adapt(const QString &whyNot)
{
    setUsable(*m_ui.actionTour, whyNot, tr("Host a pipe, find it, attach to it and send a message, in five steps"));
}

void TourActions::start()
{
    delete m_tour;
    if (m_ui.windowBar->text() == offerText())
        m_ui.windowBar->dismiss();
    m_ui.places->setCurrentWidget(m_ui.pipes);
    m_ui.aspects->setCurrentWidget(m_ui.overview);
    TourTargets targets;
    targets.host = m_ui.toolBar->widgetForAction(m_ui.actionHost);
    targets.attach = m_ui.toolBar->widgetForAction(m_ui.actionAttach);
    targets.list = m_ui.pipes->findChild<QAbstractItemView *>(QStringLiteral("list"));
    targets.overview = m_ui.aspects;
    m_tour = new Tour(m_window, targets);
    m_tour->start();
}

} // namespace pipeglass::ui
