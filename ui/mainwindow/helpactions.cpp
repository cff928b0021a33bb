// SPDX-License-Identifier: MIT
#include "mainwindow/helpactions.h"

#include "conversation/conversationpanel.h"
#include "help/manual.h"
#include "help/manualpages.h"
#include "help/whatsthis.h"
#include "mainwindow/helptexts.h"
#include "mainwindow/mainwindow.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QWhatsThis>

namespace pipeglass::ui {

HelpActions::HelpActions(Ui::MainWindow &ui, MainWindow *window)
    : QObject(window)
    , m_ui(ui)
    , m_window(window)
{
    setManualPage(*ui.problems, QLatin1String("problems"));
    setManualPage(*ui.accessPanel, QLatin1String("access"));
    setManualPage(*ui.tabs, QLatin1String("talk"));
    addWhatsThis(ui);
    connect(window, &MainWindow::conversationOpened, this, [](quint64, const ConversationPanel *panel) {
        addWhatsThisToConversation(*panel);
    });
    ui.actionManual->setShortcutContext(Qt::ApplicationShortcut); // also from dialogs
    connect(ui.actionManual, &QAction::triggered, this, [this] {
        if (m_manual == nullptr || !m_manual->isActiveWindow()) {
            const QWidget *focus = QApplication::focusWidget();
            showManual(manualPageFor(focus != nullptr ? focus : m_window->focusWidget()));
        }
    });
    connect(ui.actionWhatsThis, &QAction::triggered, this, [] { QWhatsThis::enterWhatsThisMode(); });
    connect(ui.actionShortcuts, &QAction::triggered, this, [this] { openShortcuts(*m_ui.menubar, m_window); });
    connect(ui.actionAbout, &QAction::triggered, this, [this] { openAbout(m_window); });
}

void HelpActions::showManual(const QString &page)
{
    if (m_manual == nullptr)
        m_manual = new Manual(m_window);
    m_manual->showPage(page);
    m_manual->show();
    m_manual->raise();
    m_manual->activateWindow();
}

std::vector<PaletteItem> HelpActions::topics()
{
    std::vector<PaletteItem> items;
    const QList<ManualPage> pages = manualPages();
    for (const ManualPage &page : pages)
        items.push_back(
            { QStringLiteral("help:") + page.id, page.title, tr("Help"), {}, {}, [this, id = QString(page.id)] {
                 showManual(id);
             } });
    return items;
}

} // namespace pipeglass::ui
