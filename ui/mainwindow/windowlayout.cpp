// SPDX-License-Identifier: MIT
#include "mainwindow/windowlayout.h"

#include "app/settings.h"
#include "mainwindow/mainwindow.h"
#include "ui_mainwindow.h"

#include <QScreen>
#include <QToolButton>

namespace pipeglass::ui {

namespace {

const auto geometryKey = QLatin1String("geometry");
const auto stateKey = QLatin1String("state");
const auto acrossKey = QLatin1String("across");
const auto downKey = QLatin1String("down");
const auto pipesKey = QLatin1String("list");
const auto processesKey = QLatin1String("processes");
const auto placeKey = QLatin1String("place");
const auto shareKey = QLatin1String("conversations");

constexpr int usualShare = 62;
constexpr int leastAbove = 255; ///< below that sentences of Access are cut off
constexpr int leastBelow = 370; ///< of a tap: a few messages, a few lines of one, and the controls

/// In the corner of `tabs`, while the other pane is hidden because there is no room for it.
void addPaneButton(PaneSplitter &panes, QTabWidget &tabs, QWidget &other, const char *name, const QString &text)
{
    auto *button = new QToolButton(&tabs);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setAutoRaise(true);
    button->hide();
    tabs.setCornerWidget(button);
    QObject::connect(button, &QToolButton::clicked, &panes, [&panes, &other] {
        panes.reveal(&other);
        other.setFocus();
    });
    QObject::connect(&panes, &PaneSplitter::hiddenPanesChanged, button, [&panes, &other, button] {
        button->setVisible(panes.isPaneHidden(panes.indexOf(&other)));
    });
}

} // namespace

WindowLayout::WindowLayout(QMainWindow &window, Ui::MainWindow &ui, Settings &settings)
    : m_window(window)
    , m_ui(ui)
    , m_settings(settings)
{
    ui.down->setRoomForAll(leastAbove + leastBelow);
    addPaneButton(*ui.down, *ui.tabs, *ui.across, "showPipes", MainWindow::tr("Show the pipes"));
    addPaneButton(*ui.down, *ui.places, *ui.tabs, "showConversations", MainWindow::tr("Show the conversations"));
    QObject::connect(ui.down, &QSplitter::splitterMoved, &m_untilDestroyed, [this] {
        if (!m_ui.tabs->isHidden())
            m_share = qBound(20, m_ui.down->sizes().constLast() * 100 / qMax(1, m_ui.down->height()), 90);
    });
}

void WindowLayout::restore()
{
    constexpr QSize frame(20, 50); // maximum frame of a window manager
    m_window.resize(QSize(1180, 760).boundedTo(m_window.screen()->availableSize() - frame));
    m_ui.across->setSizes({ 700, 460 });
    m_ui.across->setStretchFactor(0, 1);
    m_ui.across->setStretchFactor(1, 1);
    m_ui.down->setSizes({ 230, 500 });
    m_ui.down->setStretchFactor(0, 2);
    m_ui.down->setStretchFactor(1, 3);
    m_window.restoreGeometry(m_settings.bytes(geometryKey));
    m_window.restoreState(m_settings.bytes(stateKey));
    m_ui.across->restoreState(m_settings.bytes(acrossKey));
    m_ui.down->restoreState(m_settings.bytes(downKey));
    for (PaneSplitter *panes : { m_ui.across, m_ui.down })
        panes->setChildrenCollapsible(true); // overrides a saved state of an older version
    const int share = m_settings.bytes(shareKey).toInt();
    m_share = share > 0 ? share : usualShare;
    m_ui.pipes->restoreState(m_settings.bytes(pipesKey));
    m_ui.processes->restoreState(m_settings.bytes(processesKey));
    const int place = m_settings.bytes(placeKey).toInt();
    // The problems come up by themselves if there are any.
    m_ui.places->setCurrentIndex(place == m_ui.places->indexOf(m_ui.problems) ? 0 : place);
}

void WindowLayout::save()
{
    reopen();
    m_settings.setBytes(geometryKey, m_window.saveGeometry());
    m_settings.setBytes(stateKey, m_window.saveState());
    m_settings.setBytes(acrossKey, m_ui.across->saveState());
    m_settings.setBytes(downKey, m_ui.down->saveState());
    m_settings.setBytes(shareKey, QByteArray::number(m_share));
    m_settings.setBytes(pipesKey, m_ui.pipes->saveState());
    m_settings.setBytes(processesKey, m_ui.processes->saveState());
    m_settings.setBytes(placeKey, QByteArray::number(m_ui.places->currentIndex()));
}

void WindowLayout::reset()
{
    reopen();
    m_settings.forgetLayout();
    restore();
    m_ui.tabs->resetLayout();
    m_ui.toolBar->show();
}

void WindowLayout::showConversations()
{
    if (!m_ui.tabs->isHidden())
        return;
    m_ui.tabs->show();
    const int height = m_ui.down->height();
    const int above = qMax(leastAbove, height * (100 - m_share) / 100);
    m_ui.down->setSizes({ above, height - above });
}

void WindowLayout::reopen()
{
    for (PaneSplitter *panes : { m_ui.down, m_ui.across })
        panes->reopen();
}

void WindowLayout::toggleMaximised()
{
    if (m_ui.across->hasHiddenPanes() || m_ui.down->hasHiddenPanes()) {
        reopen();
        return;
    }
    for (PaneSplitter *panes : { m_ui.down, m_ui.across })
        panes->showOnly(m_window.focusWidget());
}

} // namespace pipeglass::ui
