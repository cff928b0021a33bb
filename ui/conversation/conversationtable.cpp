// SPDX-License-Identifier: MIT
#include "conversation/conversationtable.h"

#include "conversation/conversationdelegate.h"
#include "models/conversation/conversationmodel.h"
#include "widgets/characterwidth.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace pipeglass::ui {

using models::ConversationModel;

namespace {

constexpr int markWidth = 18; ///< of the icon before the number of a marked message

} // namespace

ConversationTable::ConversationTable(QWidget *parent)
    : FixedRowTable(parent)
    , m_delegate(new ConversationDelegate(this))
{
    setSelectionMode(ExtendedSelection);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAlternatingRowColors(true);
    setMinimumHeight(fontMetrics().height() * 5);
    setItemDelegate(m_delegate);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    setAccessibleName(tr("Messages"));
}

void ConversationTable::setModel(QAbstractItemModel *model)
{
    FixedRowTable::setModel(model);
    setDefaultWidths();
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this](const QModelIndex &, int first) {
        prepare(first);
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int, int last) {
        follow(last);
        fitNumbers();
    });
}

void ConversationTable::setDefaultWidths()
{
    const int unit = characterWidth(fontMetrics());
    const auto wide = [this, unit](int column, int characters) { setColumnWidth(column, characters * unit + 12); };
    wide(ConversationModel::Number, 7);
    wide(ConversationModel::Time, 18);
    wide(ConversationModel::Delta, 11);
    wide(ConversationModel::Direction, 13);
    wide(ConversationModel::Peer, 22);
    wide(ConversationModel::Size, 9);
    wide(ConversationModel::Connection, 11);
    wide(ConversationModel::Latency, 13);
    if (model() != nullptr)
        fitNumbers();
}

/// Widens the column as numbers grow, so that none is cut off.
void ConversationTable::fitNumbers()
{
    const auto *messages = qobject_cast<const ConversationModel *>(model());
    const QString longest = QString::number(messages == nullptr ? 0 : messages->list()->source()->count());
    const int needed = fontMetrics().horizontalAdvance(longest) + 2 * characterWidth(fontMetrics()) + markWidth;
    if (!isColumnHidden(ConversationModel::Number) && columnWidth(ConversationModel::Number) < needed)
        setColumnWidth(ConversationModel::Number, needed);
}

bool ConversationTable::isFollowing() const
{
    const QScrollBar *bar = verticalScrollBar();
    return bar->value() >= bar->maximum() - 1;
}

void ConversationTable::setRuleColours(const QList<QColor> &colours)
{
    m_delegate->setRuleColours(colours);
    viewport()->update();
}

void ConversationTable::choose(int row)
{
    // In a column that is shown, so that the view does not scroll sideways.
    const QModelIndex index = model()->index(row, horizontalHeader()->logicalIndexAt(0));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index, EnsureVisible);
}

std::vector<int> ConversationTable::selectedRows() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void ConversationTable::resizeEvent(QResizeEvent *event)
{
    const bool follows = isFollowing();
    FixedRowTable::resizeEvent(event);
    if (follows)
        scrollToBottom();
}

void ConversationTable::prepare(int first)
{
    m_follow = !m_isHeld && isFollowing();
    const int current = currentIndex().row();
    int selected = 0; // counted by ranges, for there may be millions of rows
    for (const QItemSelectionRange &range : selectionModel()->selection())
        selected += range.height();
    m_select = (current < 0 || current == first - 1) && selected <= 1;
}

void ConversationTable::follow(int last)
{
    if (!m_follow)
        return;
    const bool isEvent = model()->index(last, 0).data(ConversationModel::EventRole).toBool();
    if (m_select && (!isEvent || currentIndex().row() >= 0))
        setCurrentIndex(model()->index(last, 0));
    scrollToBottom();
}

void ConversationTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    FixedRowTable::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT messageChosen(current.data(ConversationModel::NumberRole).toULongLong());
    else
        Q_EMIT nothingChosen();
}

} // namespace pipeglass::ui
