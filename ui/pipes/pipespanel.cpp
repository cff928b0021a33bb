// SPDX-License-Identifier: MIT
#include "pipes/pipespanel.h"

#include "core/bytetext.h"
#include "models/pipefiltermodel.h"
#include "models/pipelistmodel.h"
#include "pipes/statedelegate.h"
#include "ui_pipespanel.h"
#include "widgets/emptytext.h"
#include "widgets/svgicon.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace pipeglass::ui {

using catalog::PipeEntryPtr;
using models::PipeListModel;

PipesPanel::PipesPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PipesPanel>())
    , m_list(new PipeListModel(this))
    , m_filter(new models::PipeFilterModel(this))
{
    m_ui->setupUi(this);
    m_filter->setSourceModel(m_list);
    setUpList();
    m_ui->filter->addAction(svgIcon(QStringLiteral("find")), QLineEdit::LeadingPosition);
    m_ui->filter->installEventFilter(this);
    connect(m_ui->filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterText(text);
        if (!current())
            select(m_chosen);
        adaptCount();
    });
    connect(m_ui->bar, &MessageBar::dismissed, m_ui->list, qOverload<>(&QWidget::setFocus));
}

PipesPanel::~PipesPanel() = default;

void PipesPanel::setUpList()
{
    QTreeView *list = m_ui->list;
    list->setModel(m_filter);
    list->setItemDelegateForColumn(PipeListModel::State, new StateDelegate(list));
    list->sortByColumn(PipeListModel::Name, Qt::AscendingOrder);
    QHeaderView *header = list->header();
    const int unit = fontMetrics().averageCharWidth();
    const auto wide = [header, unit](int column, int characters) {
        header->resizeSection(column, characters * unit + 16);
    };
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(40);
    wide(PipeListModel::State, 13);
    wide(PipeListModel::Server, 20);
    wide(PipeListModel::Owner, 9);
    wide(PipeListModel::Group, 9);
    wide(PipeListModel::Mode, 6);
    wide(PipeListModel::Clients, 7);
    wide(PipeListModel::Waiting, 7);
    wide(PipeListModel::Directory, 14);
    list->viewport()->installEventFilter(this);
    header->setSectionHidden(PipeListModel::Directory, true);
    header->setSectionHidden(PipeListModel::Group, true);
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = 0; column < PipeListModel::ColumnCount; ++column) {
        if (column == PipeListModel::Name)
            continue;
        auto *toggle = new QAction(m_list->headerData(column, Qt::Horizontal).toString(), header);
        toggle->setCheckable(true);
        connect(toggle, &QAction::toggled, this, [this, header, column](bool shown) {
            header->setSectionHidden(column, !shown);
            fitNames();
        });
        header->addAction(toggle);
        toggle->setChecked(!header->isSectionHidden(column));
    }
    new EmptyText(
        tr("No pipes here.\nStart a .NET server, or host a pipe of your own with \"Host…\". If you are filtering, "
           "clear the filter."),
        list);
    connect(list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (const auto entry = now.data(PipeListModel::EntryRole).value<PipeEntryPtr>())
            m_chosen = entry->path();
        reportCurrent();
    });
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_applying)
            reportSelection();
    });
    connect(list, &QAbstractItemView::activated, this, [this] {
        if (const PipeEntryPtr entry = current())
            Q_EMIT activated(entry);
    });
    connect(list, &QWidget::customContextMenuRequested, this, &PipesPanel::showMenu);
}

void PipesPanel::apply(const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference)
{
    // A view moves on to the neighbour when its current row goes; the person did not choose that one.
    const QByteArray chosen = m_chosen;
    m_applying = true;
    m_list->apply(snapshot, difference);
    m_chosen = chosen;
    const PipeEntryPtr now = current();
    if (!now || now->path() != chosen) {
        if (!select(chosen) && now) {
            m_ui->list->selectionModel()->clear();
            m_chosen = chosen;
        }
    }
    if (m_chosen.isEmpty() && m_filter->rowCount() > 0)
        m_ui->list->setCurrentIndex(m_filter->index(0, PipeListModel::Name));
    if (!m_awaited.isEmpty())
        selectWhenListed(m_awaited);
    m_applying = false;
    reportCurrent();
    reportSelection();
    adaptCount();
    const QStringList problems(snapshot->problems.begin(), snapshot->problems.end());
    if (problems != m_problems) {
        m_problems = problems;
        if (problems.isEmpty())
            m_ui->bar->dismiss();
        else
            m_ui->bar->show(MessageBar::Kind::Warning, problems.join(u'\n'));
    }
}

PipeEntryPtr PipesPanel::current() const
{
    return m_ui->list->currentIndex().data(PipeListModel::EntryRole).value<PipeEntryPtr>();
}

std::vector<PipeEntryPtr> PipesPanel::selected() const
{
    QModelIndexList rows = m_ui->list->selectionModel()->selectedRows(PipeListModel::Name);
    std::sort(rows.begin(), rows.end());
    std::vector<PipeEntryPtr> entries;
    for (const QModelIndex &row : rows) {
        if (auto entry = row.data(PipeListModel::EntryRole).value<PipeEntryPtr>())
            entries.push_back(std::move(entry));
    }
    return entries;
}

bool PipesPanel::select(const QByteArray &path)
{
    const int row = m_list->rowOf(path);
    if (row < 0)
        return false;
    const QModelIndex index = m_filter->mapFromSource(m_list->index(row, PipeListModel::Name));
    if (!index.isValid())
        return false;
    m_ui->list->setCurrentIndex(index);
    return true;
}

void PipesPanel::selectWhenListed(const QByteArray &path) { m_awaited = select(path) ? QByteArray() : path; }

void PipesPanel::fitNames()
{
    // The names take what the other columns leave, but never so little that no name can be read.
    const QHeaderView *header = m_ui->list->header();
    const int others = header->length() - header->sectionSize(PipeListModel::Name);
    const int least = fontMetrics().averageCharWidth() * 20;
    m_ui->list->header()->resizeSection(PipeListModel::Name, qMax(least, m_ui->list->viewport()->width() - others));
}

void PipesPanel::reportCurrent()
{
    const PipeEntryPtr entry = current();
    if (entry == m_reported)
        return;
    m_reported = entry;
    Q_EMIT currentChanged(entry);
}

void PipesPanel::reportSelection()
{
    std::vector<PipeEntryPtr> entries = selected();
    if (entries == m_reportedSelection)
        return;
    m_reportedSelection = std::move(entries);
    Q_EMIT selectionChanged(m_reportedSelection);
}

void PipesPanel::adaptCount()
{
    const int all = m_list->rowCount();
    const int seen = m_filter->rowCount();
    m_ui->count->setText(
        seen == all ? (all == 1 ? tr("1 pipe") : tr("%1 pipes").arg(all)) : tr("%1 of %2").arg(seen).arg(all));
}

void PipesPanel::focusList() { m_ui->list->setFocus(); }

void PipesPanel::focusFilter()
{
    m_ui->filter->setFocus();
    m_ui->filter->selectAll();
}

void PipesPanel::copyName() const
{
    if (const PipeEntryPtr entry = current())
        QGuiApplication::clipboard()->setText(escapedText(entry->name()));
}

void PipesPanel::copyPath() const
{
    if (const PipeEntryPtr entry = current())
        QGuiApplication::clipboard()->setText(escapedText(entry->path()));
}

void PipesPanel::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_contextActions);
    menu->popup(m_ui->list->viewport()->mapToGlobal(position));
}

QByteArray PipesPanel::saveState() const { return m_ui->list->header()->saveState(); }

void PipesPanel::restoreState(const QByteArray &state)
{
    QHeaderView *header = m_ui->list->header();
    if (!state.isEmpty() && header->restoreState(state)) {
        const QList<QAction *> toggles = header->actions();
        int column = 0;
        for (QAction *toggle : toggles) {
            if (column == PipeListModel::Name)
                ++column;
            toggle->setChecked(!header->isSectionHidden(column++));
        }
        m_filter->sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
    }
}

bool PipesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->list->viewport() && event->type() == QEvent::Resize)
        fitNames();
    if (watched == m_ui->filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape)
            m_ui->filter->clear();
        if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            focusList();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pipeglass::ui
