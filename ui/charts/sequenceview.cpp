// SPDX-License-Identifier: MIT
#include "charts/sequenceview.h"

#include "charts/sequencedelegate.h"
#include "conversation/conversationtable.h"
#include "models/conversation/conversationmodel.h"
#include "widgets/emptytext.h"
#include "widgets/fixedrowtable.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

namespace pipeglass::ui {

using models::ConversationModel;

namespace {

/// Names the two lines of the table below it.
class LaneNames : public QWidget {
public:
    LaneNames(FixedRowTable &table, QWidget *parent)
        : QWidget(parent)
        , m_table(table)
    {
        setFixedHeight(fontMetrics().height() + 8);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const QRect row(m_table.viewport()->x(), 0, m_table.viewport()->width(), height());
        const SequenceLanes lanes = SequenceLanes::in(row, fontMetrics());
        const auto name = [&](int x, const QString &text) {
            const int width = fontMetrics().horizontalAdvance(text);
            painter.drawText(QRect(x - width / 2, 0, width + 1, height()), Qt::AlignVCenter, text);
        };
        name(lanes.client, SequenceView::tr("Client"));
        name(lanes.server, SequenceView::tr("Server"));
    }

private:
    FixedRowTable &m_table;
};

bool isAtEnd(const FixedRowTable &table)
{
    return table.verticalScrollBar()->value() >= table.verticalScrollBar()->maximum() - 1;
}

} // namespace

SequenceView::SequenceView(ConversationTable &messages, QWidget *parent)
    : QWidget(parent)
    , m_messages(messages)
    , m_table(new FixedRowTable(this))
{
    m_table->setObjectName(QStringLiteral("sequence"));
    m_table->setSelectionMode(messages.selectionMode());
    auto *delegate = new SequenceDelegate(m_table);
    m_table->setItemDelegate(delegate);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    QStyleOptionViewItem option;
    option.fontMetrics = fontMetrics();
    m_table->setRowHeights(delegate->sizeHint(option, {}).height());
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setAccessibleName(tr("Messages between client and server"));
    m_table->setModel(messages.model());
    const QItemSelectionModel *own = m_table->selectionModel();
    m_table->setSelectionModel(messages.selectionModel());
    delete own;
    new EmptyText(tr("No messages yet."), m_table);
    showOneColumn();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *names = new LaneNames(*m_table, this);
    column->addWidget(names);
    column->addWidget(m_table);
    connect(
        messages.selectionModel(), &QItemSelectionModel::currentChanged, this, &SequenceView::moveCurrent,
        Qt::QueuedConnection); // after the change is complete
    const QAbstractItemModel *model = messages.model();
    connect(model, &QAbstractItemModel::modelReset, this, &SequenceView::showOneColumn);
    connect(model, &QAbstractItemModel::columnsInserted, this, &SequenceView::showOneColumn);
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] { m_follow = isAtEnd(*m_table); });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_follow && isVisible())
            m_table->scrollToBottom();
    });
}

/// The cells of the preview are drawn over the whole width, and ask for the others.
void SequenceView::showOneColumn()
{
    const int columns = m_table->model()->columnCount();
    for (int column = 0; column < columns; ++column)
        m_table->setColumnHidden(column, column != ConversationModel::Preview);
}

void SequenceView::moveCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (isVisible() && current.isValid() && current.column() != ConversationModel::Preview)
        m_table->selectionModel()->setCurrentIndex(
            current.siblingAtColumn(ConversationModel::Preview), QItemSelectionModel::NoUpdate);
}

void SequenceView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (event->spontaneous())
        return; // the window was minimized
    moveCurrent();
    if (m_messages.isFollowing())
        m_table->scrollToBottom();
    else if (const QModelIndex current = m_table->currentIndex(); current.isValid())
        m_table->scrollTo(current.siblingAtColumn(ConversationModel::Preview), QAbstractItemView::PositionAtCenter);
}

} // namespace pipeglass::ui
