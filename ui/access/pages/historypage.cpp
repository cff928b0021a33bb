// SPDX-License-Identifier: MIT
#include "access/pages/historypage.h"

#include "access/accessservice.h"
#include "access/changewords.h"
#include "core/bytetext.h"
#include "text/pipetext.h"
#include "text/sizetext.h"
#include "text/timetext.h"
#include "widgets/emptytext.h"
#include "widgets/focusguard.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace pipeglass::ui {

using access::ChangeEntry;

namespace {

QString stateText(const ChangeEntry &entry, bool isKept)
{
    if (entry.undone)
        return HistoryPage::tr("undone");
    if (!entry.kept)
        return HistoryPage::tr("done");
    const QString kept = isKept ? HistoryPage::tr("kept") : HistoryPage::tr("no longer kept");
    return entry.repeats == 0
        ? kept
        : HistoryPage::tr("%1, applied again %n time(s)", nullptr, text::plural(entry.repeats)).arg(kept);
}

} // namespace

HistoryPage::HistoryPage(AccessService &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_list(new QTreeWidget(this))
    , m_undo(new QPushButton(tr("Undo this ch&ange"), this))
{
    m_list->setObjectName(QStringLiteral("history"));
    m_list->setAccessibleName(tr("Changes, newest first"));
    m_list->setHeaderLabels({ tr("When"), tr("Pipe"), tr("Change"), tr("State") });
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_undo->setObjectName(QStringLiteral("undoEntry"));
    m_undo->setToolTip(tr("Restore mode, ACL, owner and group from before this change"));
    new EmptyText(tr("No changes yet.\nChanges are listed here and can be undone."), m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->addWidget(m_list, 1);
    column->addWidget(m_undo, 0, Qt::AlignRight);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &HistoryPage::adapt);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (const QTreeWidgetItem *item = m_list->currentItem())
            Q_EMIT undoRequested(item->data(When, Qt::UserRole).toUInt());
    });
    const auto readIfShown = [this] {
        if (isVisible())
            read();
    };
    connect(&service, &AccessService::historyChanged, this, readIfShown);
    connect(&service, &AccessService::keptChanged, this, readIfShown);
    adapt();
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void HistoryPage::read()
{
    m_service.readHistory(this, [this](const Result<std::vector<ChangeEntry>> &entries) {
        if (entries)
            fill(*entries);
        else
            Q_EMIT errorOccurred(entries.error());
    });
}

void HistoryPage::fill(const std::vector<ChangeEntry> &entries)
{
    const QTreeWidgetItem *chosen = m_list->currentItem();
    const quint32 id = chosen == nullptr ? 0 : chosen->data(When, Qt::UserRole).toUInt();
    m_list->clear();
    QTreeWidgetItem *again = nullptr;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setSizeHint(What, QSize(0, fontMetrics().height() + 7));
        item->setText(When, text::momentText(entry->time));
        item->setData(When, Qt::UserRole, entry->id);
        item->setData(State, Qt::UserRole, entry->undone);
        item->setText(Pipe, text::nameOfPath(entry->path));
        item->setToolTip(Pipe, text::toolTip(escapedText(entry->path)));
        item->setText(
            What, tr("%1 → %2").arg(access::permissionWords(entry->before), access::permissionWords(entry->after)));
        item->setToolTip(What, text::toolTip(item->text(What)));
        item->setText(State, stateText(*entry, m_service.kept().contains(entry->id)));
        if (entry->id == id)
            again = item;
    }
    m_list->setCurrentItem(again == nullptr ? m_list->topLevelItem(0) : again);
    adapt();
}

void HistoryPage::adapt()
{
    const FocusGuard guard(this, { m_list });
    const QTreeWidgetItem *item = m_list->currentItem();
    m_undo->setEnabled(item != nullptr && !item->data(State, Qt::UserRole).toBool());
}

} // namespace pipeglass::ui
