// SPDX-License-Identifier: MIT
#include "charts/conversationviews.h"

#include "charts/ratepanel.h"
#include "charts/sequenceview.h"
#include "compare/comparedialog.h"
#include "conversation/conversationtable.h"
#include "models/conversation/conversationmodel.h"
#include "models/replay/differencesmodel.h"
#include "replay/replaytext.h"
#include "widgets/characterwidth.h"
#include "widgets/emptytext.h"
#include "widgets/usable.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pipeglass::ui {

using models::ConversationModel;
using models::DifferencesModel;

ConversationViews::ConversationViews(
    QSplitter &splitter, QWidget &list, ConversationTable &messages, ConversationModel &model)
    : m_messages(messages)
    , m_model(model)
    , m_bar(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_compare(new QAction(tr("&Compare"), &messages))
    , m_replay(new QAction(tr("&Replay…"), &messages))
{
    splitter.replaceWidget(splitter.indexOf(&list), this);
    messages.setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto *sequence = new SequenceView(messages, this);
    auto *rates = new RatePanel(model, this);
    m_stack->addWidget(&list);
    m_stack->addWidget(sequence);
    m_stack->addWidget(rates);
    for (const QString &name : { tr("Messages"), tr("Sequence"), tr("Rates") })
        m_bar->addTab(name);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setAccessibleName(tr("View of the conversation"));
    auto *replay = new QToolButton(this);
    replay->setDefaultAction(m_replay);
    replay->setText(tr("Replay…"));
    replay->setAutoRaise(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_bar);
    head->addStretch();
    head->addWidget(replay);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    connect(m_bar, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(rates, &RatePanel::messageChosen, this, &ConversationViews::goTo);
    addActions();
    for (QAction *action : { m_compare, m_replay })
        sequence->table()->addAction(action);
    sequence->table()->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ConversationViews::addActions()
{
    for (QAction *action : { m_compare, m_replay })
        m_messages.addAction(action);
    connect(m_compare, &QAction::triggered, this, &ConversationViews::compareSelected);
    connect(m_replay, &QAction::triggered, this, &ConversationViews::replayRequested);
    connect(
        m_messages.selectionModel(), &QItemSelectionModel::selectionChanged, this, &ConversationViews::adaptActions);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ConversationViews::adaptActions);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ConversationViews::adaptActions);
    adaptActions();
}

void ConversationViews::adaptActions()
{
    setUsable(
        *m_replay, m_model.rowCount() > 0 ? QString() : tr("There are no messages yet"),
        tr("Play one side of this conversation again, and compare the answers"));
    // The ranges, for there may be millions of rows.
    int rows = 0;
    const QItemSelection selection = m_messages.selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        rows += range.height();
    bool areMessages = rows == 2;
    for (const QModelIndex &index : areMessages ? m_messages.selectionModel()->selectedRows() : QModelIndexList())
        areMessages = areMessages && !index.data(ConversationModel::EventRole).toBool();
    setUsable(
        *m_compare, areMessages ? QString() : tr("Select two messages first"), tr("Compare the two selected messages"));
}

ComparedMessage ConversationViews::messageAt(const QModelIndex &index) const
{
    const quint64 number = index.data(ConversationModel::NumberRole).toULongLong();
    const bool fromClient = index.data(ConversationModel::FromClientRole).toBool();
    const quint64 shown = m_model.numbers()->number(m_model.itemAt(index.row())).value_or(0);
    const QString title =
        fromClient ? tr("message %1, from the client").arg(shown) : tr("message %1, from the server").arg(shown);
    return { m_model.list(), number, title };
}

void ConversationViews::compareSelected()
{
    QModelIndexList rows = m_messages.selectionModel()->selectedRows();
    if (rows.size() != 2)
        return;
    std::sort(rows.begin(), rows.end());
    (new CompareDialog(messageAt(rows[0]), messageAt(rows[1]), window()))->show();
}

void ConversationViews::goTo(quint64 number)
{
    const QModelIndex index = m_model.index(static_cast<int>(number), 0);
    show(Messages);
    m_messages.setCurrentIndex(index);
    m_messages.scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_messages.setFocus();
}

void ConversationViews::show(View view) { m_bar->setCurrentIndex(view); }

void ConversationViews::setReplay(const engine::ReplayInfo &replay, const capture::MessageListPtr &received)
{
    if (m_differences == nullptr)
        addDifferences(replay, received);
    m_differencesModel->update();
    m_result->setText(replaySentence(replay));
    const quint64 count = replay.counts.differences();
    m_bar->setTabText(Differences, count == 0 ? tr("Differences") : tr("Differences (%1)").arg(count));
}

void ConversationViews::addDifferences(const engine::ReplayInfo &replay, const capture::MessageListPtr &received)
{
    auto *page = new QWidget(this);
    m_result = new QLabel(page);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_differences = new QTableView(page);
    m_differencesModel = new DifferencesModel(replay, received, m_differences);
    m_differences->setObjectName(QStringLiteral("differences"));
    m_differences->setModel(m_differencesModel);
    m_differences->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_differences->setSelectionMode(QAbstractItemView::SingleSelection);
    m_differences->setShowGrid(false);
    m_differences->setWordWrap(false);
    m_differences->setTabKeyNavigation(false);
    m_differences->setAlternatingRowColors(true);
    m_differences->verticalHeader()->hide();
    m_differences->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_differences->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 7);
    m_differences->horizontalHeader()->setHighlightSections(false);
    m_differences->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_differences->horizontalHeader()->setStretchLastSection(true);
    m_differences->setAccessibleName(tr("Differences to the recording"));
    const int unit = characterWidth(fontMetrics());
    const QList<int> widths{ 8, 13, 10, 18, 44 };
    for (int column = 0; column < widths.size(); ++column)
        m_differences->setColumnWidth(column, widths[column] * unit);
    new EmptyText(tr("No differences.\nAnswers that are not as recorded appear here."), m_differences);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_result);
    column->addWidget(m_differences, 1);
    m_stack->addWidget(page);
    m_bar->addTab(tr("Differences"));
    connect(m_differences, &QTableView::activated, this, [this](const QModelIndex &index) {
        compareDifference(index.row());
    });
    auto *compare = new QAction(tr("&Compare"), m_differences);
    m_differences->addAction(compare);
    m_differences->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(compare, &QAction::triggered, this, [this] { compareDifference(m_differences->currentIndex().row()); });
    show(Differences);
}

void ConversationViews::compareDifference(int row)
{
    if (row < 0)
        return;
    using engine::ReplayDifference;
    const ReplayDifference difference = m_differencesModel->difference(row);
    ComparedMessage left{ nullptr, 0, tr("nothing was recorded") };
    if (difference.recorded != ReplayDifference::none)
        left = { m_differencesModel->recorded(), difference.recorded,
                 tr("message %1 as recorded").arg(quint64{ difference.recorded } + 1) };
    ComparedMessage right{ nullptr, 0, tr("nothing came") };
    if (difference.received != ReplayDifference::none)
        right = { m_differencesModel->received(), difference.received,
                  tr("message %1 of the replay").arg(quint64{ difference.received } + 1) };
    (new CompareDialog(left, right, window()))->show();
}

} // namespace pipeglass::ui
