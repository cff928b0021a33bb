// SPDX-License-Identifier: MIT
#include "mainwindow/paletteactions.h"

#include "app/settings.h"
#include "core/bytetext.h"
#include "models/pipefiltermodel.h"
#include "models/pipelistmodel.h"
#include "palette/commandpalette.h"
#include "text/pipetext.h"
#include "ui_mainwindow.h"
#include "widgets/usable.h"

#include <QMenu>
#include <QPointer>
#include <QSet>

namespace pipeglass::ui {

using catalog::PipeEntryPtr;

namespace {

QString withoutMnemonic(QString text)
{
    return text.replace(QLatin1String("&&"), QLatin1String("\x01")).remove(u'&').replace(u'\x01', u'&');
}

QString keyOf(const QAction &action)
{
    const QByteArray path = action.data().toByteArray();
    if (!path.isEmpty())
        return QLatin1String("file:") + QString::fromLatin1(path.toPercentEncoding("/"));
    return QLatin1String("action:") + (action.objectName().isEmpty() ? action.text() : action.objectName());
}

} // namespace

PaletteActions::PaletteActions(Ui::MainWindow &ui, Settings &settings, QMainWindow *window)
    : QObject(window)
    , m_ui(ui)
    , m_settings(settings)
    , m_window(window)
{
    connect(ui.actionPalette, &QAction::triggered, this, &PaletteActions::show);
}

void PaletteActions::show()
{
    std::vector<PaletteItem> items;
    addMenu(items, m_ui.menubar->actions(), {});
    for (const auto &source : m_sources) {
        for (PaletteItem &item : source())
            items.push_back(std::move(item));
    }
    addPipes(items);
    addPrograms(items);
    auto *palette = new CommandPalette(std::move(items), m_settings.recentCommands(), m_window);
    connect(palette, &CommandPalette::chosen, this, [this](const QString &key) { m_settings.addRecentCommand(key); });
    palette->show();
}

void PaletteActions::addMenu(
    std::vector<PaletteItem> &items, const QList<QAction *> &actions, const QString &where) const
{
    for (QAction *action : actions) {
        const QString title = withoutMnemonic(action->text());
        if (action->menu() != nullptr) {
            Q_EMIT action->menu()->aboutToShow(); // some are filled then
            addMenu(
                items, action->menu()->actions(),
                where.isEmpty() ? title : tr("%1, %2", "menu, submenu").arg(where, title));
            continue;
        }
        const bool isHeading = !action->isEnabled() && title.endsWith(u':');
        if (action->isSeparator() || title.isEmpty() || action == m_ui.actionPalette || isHeading)
            continue;
        QString whyNot = whyNotUsable(*action);
        if (!action->isEnabled() && whyNot.isEmpty())
            whyNot = m_ui.tabs->count() == 0 ? tr("No conversation is open") : tr("Not possible now");
        const QString state = action->isCheckable() && action->isChecked() ? tr("%1 (on)").arg(where) : where;
        items.push_back({ keyOf(*action), title, state, action->shortcut().toString(QKeySequence::NativeText), whyNot,
                          [guard = QPointer(action)] {
                              if (guard != nullptr)
                                  guard->trigger();
                          } });
    }
}

void PaletteActions::addPipes(std::vector<PaletteItem> &items)
{
    const QAbstractItemModel *list = m_ui.pipes->shown()->sourceModel();
    for (int row = 0; row < list->rowCount(); ++row) {
        const QModelIndex index = list->index(row, models::PipeListModel::Name);
        const auto entry = index.data(models::PipeListModel::EntryRole).value<PipeEntryPtr>();
        if (!entry || index.data(models::PipeListModel::GoneRole).toBool())
            continue;
        const QString server = index.siblingAtColumn(models::PipeListModel::Server).data().toString();
        items.push_back({ QLatin1String("pipe:") + QString::fromLatin1(entry->path().toPercentEncoding("/")),
                          index.data().toString(),
                          server.isEmpty() ? tr("Pipe") : tr("Pipe of %1").arg(server),
                          {},
                          {},
                          [this, entry] {
                              Q_EMIT placeRequested(m_ui.pipes);
                              m_ui.pipes->reveal(entry);
                          } });
    }
}

void PaletteActions::addPrograms(std::vector<PaletteItem> &items)
{
    const QList<Settings::StartedProgram> started = m_settings.startedPrograms();
    for (const Settings::StartedProgram &program : started)
        items.push_back({ QLatin1String("program:") + program.commandLine,
                          program.commandLine,
                          tr("Start again"),
                          {},
                          {},
                          [this, line = program.commandLine] { Q_EMIT programRequested(line); } });
    QSet<qint64> known;
    const QAbstractItemModel *list = m_ui.pipes->shown()->sourceModel();
    for (int row = 0; row < list->rowCount(); ++row) {
        const auto entry = list->index(row, 0).data(models::PipeListModel::EntryRole).value<PipeEntryPtr>();
        const QList<ProcessInfo> servers = entry ? entry->server.value_or(QList<ProcessInfo>()) : QList<ProcessInfo>();
        for (const ProcessInfo &process : servers) {
            if (known.contains(process.pid))
                continue;
            known.insert(process.pid);
            items.push_back({ QLatin1String("process:") + QString::fromLatin1(process.program.toPercentEncoding()),
                              tr("%1 (process %2)").arg(escapedText(process.program), QString::number(process.pid)),
                              tr("Program"),
                              {},
                              {},
                              [this, pid = process.pid] {
                                  Q_EMIT placeRequested(m_ui.processes);
                                  m_ui.processes->choose(pid);
                              } });
        }
    }
}

} // namespace pipeglass::ui
