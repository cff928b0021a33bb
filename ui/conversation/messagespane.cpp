// SPDX-License-Identifier: MIT
#include "conversation/messagespane.h"

#include "conversation/conversationtable.h"
#include "conversation/filterbar.h"
#include "conversation/findbar.h"
#include "conversation/messagecolumns.h"
#include "conversation/viewsettings.h"
#include "models/conversation/conversationmodel.h"
#include "models/conversation/messagefilter.h"
#include "models/livemessages.h"
#include "text/sizetext.h"
#include "widgets/emptytext.h"
#include "widgets/expressionfield.h"
#include "widgets/plaintooltip.h"
#include "widgets/svgicon.h"

#include <QInputDialog>
#include <QLocale>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace pipeglass::ui {

using models::ConversationModel;
using models::MessageFilter;
using models::MessageSearch;

MessagesPane::MessagesPane(QWidget *parent)
    : QWidget(parent)
    , m_search(new MessageSearch(this))
    , m_bar(new FilterBar(this))
    , m_table(new ConversationTable(this))
    , m_newest(new QToolButton(m_table))
    , m_find(new FindBar(this))
{
    m_newest->setObjectName(QStringLiteral("newest"));
    m_newest->setIcon(svgIcon(QStringLiteral("down")));
    m_newest->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_newest->setFocusPolicy(Qt::NoFocus);
    m_newest->hide();
    setPlainToolTip(*m_newest, tr("Go to the newest message and follow (End)"));
    m_table->setObjectName(QStringLiteral("messages"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_bar);
    column->addWidget(m_table, 1);
    column->addWidget(m_find);
}

MessagesPane::~MessagesPane() = default;

void MessagesPane::start(
    models::LiveMessages *live, const decoding::DecoderRegistryPtr &decoders, ViewSettings *settings,
    const QString &emptyText)
{
    m_live = live;
    m_emptyText = emptyText;
    m_filter = new MessageFilter(live->list(), this);
    m_model = new ConversationModel(m_filter->list(), m_filter->numbers(), this);
    m_table->setModel(m_model);
    m_columns = new MessageColumns(m_table, m_model, decoders, settings);
    m_empty = new EmptyText(emptyText, m_table);
    m_bar->setSettings(settings);
    connect(live, &models::LiveMessages::grew, m_filter, &MessageFilter::update);
    connect(live, &models::LiveMessages::listChanged, this, [this] { m_filter->setSource(m_live->list()); });
    connect(m_filter, &MessageFilter::listChanged, this, &MessagesPane::listChanged);
    connect(m_filter, &MessageFilter::grew, this, &MessagesPane::grew);
    connect(m_filter, &MessageFilter::progressed, this, &MessagesPane::adapt);
    connect(m_filter, &MessageFilter::failed, this, &MessagesPane::failed);
    connect(m_table, &ConversationTable::messageChosen, this, [this](quint64 number) {
        m_current = m_model->list()->sourceNumber(number);
        m_isRestoring = false;
        Q_EMIT itemChosen(*m_current);
    });
    connect(m_table, &ConversationTable::nothingChosen, this, &MessagesPane::nothingChosen);
    connect(m_newest, &QToolButton::clicked, m_table, &QAbstractItemView::scrollToBottom);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &MessagesPane::adaptNewest);
    connect(m_table->verticalScrollBar(), &QScrollBar::rangeChanged, this, &MessagesPane::adaptNewest);
    connectBars();
    connectSearch();
    adapt();
    if (m_model->rowCount() > 0)
        m_table->scrollToBottom();
}

void MessagesPane::connectBars()
{
    connect(m_bar, &FilterBar::filterChanged, m_filter, &MessageFilter::setFilter);
    connect(m_bar, &FilterBar::stopRequested, m_filter, &MessageFilter::stop);
    connect(m_bar, &FilterBar::resumeRequested, m_filter, &MessageFilter::resume);
    connect(m_bar, &FilterBar::pauseToggled, m_filter, &MessageFilter::setPaused);
    connect(m_bar, &FilterBar::clearRequested, this, &MessagesPane::clearView);
    connect(m_bar, &FilterBar::showEarlierRequested, m_filter, &MessageFilter::showEarlier);
    connect(m_bar, &FilterBar::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_find, &FindBar::nextRequested, this, &MessagesPane::findNext);
    connect(m_find, &FindBar::previousRequested, this, &MessagesPane::findPrevious);
    connect(m_find->field(), &FilterField::left, this, &MessagesPane::findNext);
    connect(m_find, &FindBar::closed, this, [this] {
        m_search->stop();
        m_table->setFocus();
    });
}

void MessagesPane::connectSearch()
{
    connect(m_search, &MessageSearch::found, this, [this](quint64 number, bool wrapped) {
        m_find->setState(wrapped ? tr("from the other end") : QString());
        if (number < static_cast<quint64>(m_model->rowCount()))
            m_table->choose(static_cast<int>(number));
    });
    connect(m_search, &MessageSearch::notFound, this, [this] { m_find->setState(tr("no match")); });
    connect(m_search, &MessageSearch::progressed, this, [this](int percent) {
        m_find->setState(tr("searched %1 %").arg(percent));
    });
    connect(m_search, &MessageSearch::failed, this, &MessagesPane::failed);
}

void MessagesPane::setFilter(const QString &text) { m_bar->setFilter(text); }

void MessagesPane::focusFilter()
{
    m_bar->field()->setFocus();
    m_bar->field()->selectAll();
}

void MessagesPane::resetLayout() { m_columns->reset(); }

/// The chosen message stays chosen if it is in the new list too.
void MessagesPane::listChanged()
{
    m_search->stop();
    m_isRestoring = m_current.has_value() && m_current < m_filter->list()->source()->count();
    const bool follows = m_table->isFollowing();
    m_model->setList(m_filter->list(), m_filter->numbers());
    restoreCurrent();
    if (follows && !m_isRestoring && m_table->currentIndex().row() < 0)
        m_table->scrollToBottom();
}

void MessagesPane::grew()
{
    m_model->update();
    restoreCurrent();
}

void MessagesPane::restoreCurrent()
{
    if (!m_isRestoring)
        return;
    if (showItem(*m_current) || !m_filter->isRunning())
        m_isRestoring = false;
}

bool MessagesPane::showItem(quint64 item)
{
    const int row = m_model->rowOf(item);
    if (row < 0)
        return false;
    m_table->choose(row);
    return true;
}

std::vector<quint64> MessagesPane::selectedItems() const
{
    std::vector<quint64> items;
    for (const int row : m_table->selectedRows())
        items.push_back(m_model->itemAt(row));
    return items;
}

void MessagesPane::setPaused(bool paused)
{
    m_filter->setPaused(paused);
    adapt();
}

void MessagesPane::clearView()
{
    m_current.reset();
    m_filter->hideEarlier();
    m_table->clearSelection();
    Q_EMIT nothingChosen();
}

QString MessagesPane::countText() const
{
    const QLocale locale;
    QString text;
    if (!m_filter->filter().isEmpty())
        text = m_filter->isRunning() || m_filter->isStopped()
            ? tr("%1 found, %2 % searched").arg(locale.toString(m_model->rowCount())).arg(m_filter->percentTested())
            : tr("%1 of %2")
                  .arg(
                      locale.toString(m_model->rowCount()),
                      locale.toString(m_filter->list()->source()->count() - m_filter->hidden()));
    if (m_filter->isPaused()) {
        const QString paused =
            m_filter->waiting() == 0 ? tr("paused") : tr("paused, %n new", nullptr, text::plural(m_filter->waiting()));
        text = text.isEmpty() ? paused : tr("%1; %2").arg(text, paused);
    }
    return text;
}

QString MessagesPane::emptySentence() const
{
    if (m_filter->isRunning())
        return tr("Looking for messages that match …");
    if (!m_filter->filter().isEmpty())
        return tr("No message matches the filter.\nPress Esc in the filter to clear it.");
    if (m_filter->hidden() > 0)
        return tr("The view was cleared. New messages appear here.");
    return m_emptyText;
}

void MessagesPane::adapt()
{
    m_bar->setCount(countText());
    m_bar->setRunning(m_filter->isRunning(), m_filter->isStopped());
    m_bar->setPaused(m_filter->isPaused());
    m_bar->setHidden(m_filter->hidden() == 0 ? QString() : tr("%n earlier", nullptr, text::plural(m_filter->hidden())));
    m_empty->setText(emptySentence());
}

/// Rows that came while an earlier part was read.
void MessagesPane::adaptNewest()
{
    const int rows = m_model->rowCount();
    if (m_table->isFollowing() || rows < m_seen)
        m_seen = rows;
    m_newest->setVisible(rows > m_seen);
    if (m_newest->isHidden())
        return;
    m_newest->setText(tr("%n new", nullptr, rows - m_seen));
    m_newest->adjustSize();
    const QRect area = m_table->viewport()->geometry();
    m_newest->move(area.right() - m_newest->width() - 8, area.bottom() - m_newest->height() - 8);
}

void MessagesPane::openFind() { m_find->open(); }

void MessagesPane::findNext() { find(MessageSearch::Direction::Forward); }

void MessagesPane::findPrevious() { find(MessageSearch::Direction::Backward); }

void MessagesPane::find(MessageSearch::Direction direction)
{
    const filter::Filter &wanted = m_find->field()->filter();
    if (wanted.isEmpty() || !m_find->isVisible()) {
        m_find->open();
        if (wanted.isEmpty())
            return;
    }
    const int current = m_table->currentIndex().row();
    const bool isForward = direction == MessageSearch::Direction::Forward;
    // Without a chosen message the search begins at an end.
    const quint64 from = current >= 0 ? static_cast<quint64>(current)
        : isForward                   ? std::numeric_limits<quint64>::max()
                                      : 0;
    m_find->setState({});
    m_search->start(wanted, m_filter->list(), m_filter->numbers(), from, direction);
}

void MessagesPane::askForNumber()
{
    const quint64 last = m_filter->numbers()->messagesBefore(m_filter->list()->source()->count());
    if (last == 0)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Go to message"));
    dialog->setLabelText(tr("Number of the message, up to %1:").arg(QLocale().toString(last)));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, static_cast<int>(std::min<quint64>(last, std::numeric_limits<int>::max())));
    connect(dialog, &QInputDialog::intValueSelected, this, &MessagesPane::goToNumber);
    dialog->open();
}

void MessagesPane::goToNumber(int number)
{
    const auto item = m_filter->numbers()->item(static_cast<quint64>(number));
    if (!item)
        return;
    // The next one that is shown, if the filter hides it.
    const quint64 shown = m_filter->list()->firstFrom(*item);
    if (shown < static_cast<quint64>(m_model->rowCount()))
        m_table->choose(static_cast<int>(shown));
    m_table->setFocus();
}

} // namespace pipeglass::ui
