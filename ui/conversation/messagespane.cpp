// SPDX-License-Identifier: MIT
#include "conversation/messagespane.h"

#include "conversation/colourrulesdialog.h"
#include "conversation/conversationtable.h"
#include "conversation/filterbar.h"
#include "conversation/findbar.h"
#include "conversation/messagecolumns.h"
#include "conversation/messagefinding.h"
#include "conversation/overviewstrip.h"
#include "conversation/viewsettings.h"
#include "models/conversation/conversationmodel.h"
#include "models/conversation/messagefilter.h"
#include "models/livemessages.h"
#include "models/pooljob.h"
#include "text/sizetext.h"
#include "widgets/emptytext.h"
#include "widgets/expressionfield.h"
#include "widgets/plaintooltip.h"
#include "widgets/svgicon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pipeglass::ui {

using models::ConversationModel;
using models::MessageFilter;
using Direction = models::MessageSearch::Direction;

MessagesPane::MessagesPane(QWidget *parent)
    : QWidget(parent)
    , m_bar(new FilterBar(this))
    , m_table(new ConversationTable(this))
    , m_strip(new OverviewStrip(this))
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
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    row->addWidget(m_table, 1);
    row->addWidget(m_strip);
    column->addLayout(row, 1);
    column->addWidget(m_find);
}

MessagesPane::~MessagesPane()
{
    delete m_columns; // saves the state of the table
    // The table is destroyed after this part of the object.
    m_table->verticalScrollBar()->disconnect(this);
    m_table->disconnect(this);
}

void MessagesPane::start(
    models::LiveMessages *live, const decoding::DecoderRegistryPtr &decoders, ViewSettings *settings,
    const QString &emptyText)
{
    m_live = live;
    m_emptyText = emptyText;
    m_settings = settings;
    m_filter = new MessageFilter(live->list(), this);
    m_model = new ConversationModel(m_filter->list(), m_filter->numbers(), this);
    m_table->setModel(m_model);
    m_finding = new MessageFinding(m_find, m_table, m_model);
    connect(m_finding, &MessageFinding::failed, this, &MessagesPane::failed);
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
    connectStrip();
    connect(settings, &ViewSettings::colourRulesChanged, this, &MessagesPane::applyColourRules);
    applyColourRules();
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
}

void MessagesPane::connectStrip()
{
    m_strip->setList(m_filter->list());
    const auto applyAxis = [this] {
        m_strip->setAxis(m_settings->overviewByPosition() ? OverviewStrip::Axis::Position : OverviewStrip::Axis::Time);
    };
    applyAxis();
    connect(m_settings, &ViewSettings::overviewChanged, m_strip, applyAxis);
    connect(m_strip, &OverviewStrip::axisChosen, m_settings, [this](OverviewStrip::Axis axis) {
        m_settings->setOverviewByPosition(axis == OverviewStrip::Axis::Position);
    });
    connect(m_strip, &OverviewStrip::rowRequested, this, [this](int row) {
        if (row < m_model->rowCount())
            m_table->scrollTo(
                m_model->index(row, m_table->horizontalHeader()->logicalIndexAt(0)), QTableView::PositionAtCenter);
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &MessagesPane::adaptStrip);
    connect(m_table->verticalScrollBar(), &QScrollBar::rangeChanged, this, &MessagesPane::adaptStrip);
    adaptStrip();
}

void MessagesPane::adaptStrip()
{
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    m_strip->setVisibleRows(m_table->rowAt(0), last < 0 ? m_model->rowCount() - 1 : last);
}

void MessagesPane::applyColourRules()
{
    std::vector<filter::Filter> rules;
    QList<QColor> colours;
    for (const ViewSettings::ColourRule &rule : m_settings->colourRules()) {
        if (auto parsed = filter::Filter::parse(rule.text)) {
            rules.push_back(std::move(*parsed));
            colours.append(ruleColours().at(rule.colour).colour);
        }
    }
    m_table->setRuleColours(colours);
    m_model->setColourRules(std::move(rules));
}

void MessagesPane::editColourRules()
{
    auto *dialog = new ColourRulesDialog(m_settings->colourRules(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_settings->setColourRules(dialog->rules()); });
    dialog->open();
}

void MessagesPane::setFilter(const QString &text) { m_bar->setFilter(text); }

void MessagesPane::focusFilter()
{
    m_bar->field()->setFocus();
    m_bar->field()->selectAll();
}

void MessagesPane::resetLayout()
{
    m_columns->reset();
    m_settings->setColumns({});
}

/// The chosen message stays chosen if it is in the new list too.
void MessagesPane::listChanged()
{
    m_finding->stop();
    const bool follows = m_table->isFollowing();
    m_isRestoring = m_current.has_value() && *m_current < m_filter->list()->source()->count();
    m_table->setHeld(m_isRestoring);
    m_model->setList(m_filter->list(), m_filter->numbers());
    m_strip->setList(m_filter->list());
    restoreCurrent();
    if (follows && !m_current)
        m_table->scrollToBottom();
}

void MessagesPane::grew()
{
    m_model->update();
    m_strip->update();
    restoreCurrent();
    adaptNewest();
}

void MessagesPane::restoreCurrent()
{
    if (!m_isRestoring)
        return;
    const bool isShown = showItem(*m_current);
    if (!isShown && m_filter->isRunning())
        return; // it may be found yet
    m_isRestoring = false;
    m_table->setHeld(false);
    const int near = static_cast<int>(m_model->list()->firstFrom(*m_current));
    if (!isShown && m_model->rowCount() > 0)
        m_table->scrollTo(
            m_model->index(qMin(near, m_model->rowCount() - 1), m_table->horizontalHeader()->logicalIndexAt(0)));
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

std::optional<quint64> MessagesPane::currentMessage() const
{
    const int row = m_table->currentIndex().row();
    const auto item = row < 0 ? std::nullopt : std::optional(m_model->itemAt(row));
    return item && !m_filter->list()->source()->summary(*item).isEvent ? item : std::nullopt;
}

void MessagesPane::copySelected(models::CopyFormat format)
{
    const auto read = [list = m_filter->list()->source(), numbers = m_filter->numbers(), items = selectedItems(),
                       format] { return models::copiedMessages(*list, *numbers, items, format); };
    models::runInPool(this, read, [this](const Result<QString> &text) {
        if (!text)
            Q_EMIT failed(text.error());
        else if (!text->isEmpty())
            QGuiApplication::clipboard()->setText(*text);
    });
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
            m_filter->waiting() == 0 ? tr("paused") : tr("paused, %Ln new", nullptr, text::plural(m_filter->waiting()));
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
    m_bar->setHidden(
        m_filter->hidden() == 0 ? QString() : tr("%Ln earlier", nullptr, text::plural(m_filter->hidden())));
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
    m_newest->setText(tr("%Ln new", nullptr, rows - m_seen));
    m_newest->adjustSize();
    const QRect area = m_table->viewport()->geometry();
    m_newest->move(area.right() - m_newest->width() - 8, area.bottom() - m_newest->height() - 8);
}

void MessagesPane::openFind() { m_finding->open(); }

void MessagesPane::findNext() { m_finding->find(Direction::Forward); }

void MessagesPane::findPrevious() { m_finding->find(Direction::Backward); }

void MessagesPane::nextMark() { m_finding->findMark(Direction::Forward); }

void MessagesPane::previousMark() { m_finding->findMark(Direction::Backward); }

void MessagesPane::askForNumber() { m_finding->askForNumber(); }

void MessagesPane::toggleMark()
{
    const std::vector<quint64> items = selectedItems();
    const capture::MessageListPtr &list = m_filter->list()->source();
    const bool areMarked =
        std::all_of(items.begin(), items.end(), [&list](quint64 item) { return list->mark(item).isMarked; });
    for (const quint64 item : items) {
        capture::Mark mark = list->mark(item);
        mark.isMarked = !areMarked;
        Q_EMIT markRequested(list->recordedNumber(item), mark);
    }
}

void MessagesPane::askForNote()
{
    const int row = m_table->currentIndex().row();
    if (row < 0)
        return;
    const capture::MessageListPtr list = m_filter->list()->source();
    const quint64 item = m_model->itemAt(row);
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Note"));
    dialog->setLabelText(tr("Note on this message (kept in the recording):"));
    dialog->setTextValue(list->mark(item).note);
    if (auto *field = dialog->findChild<QLineEdit *>())
        field->setMaxLength(static_cast<int>(capture::Mark::maxNoteSize));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, list, item](const QString &note) {
        capture::Mark mark = list->mark(item);
        mark.note = note.simplified();
        Q_EMIT markRequested(list->recordedNumber(item), mark);
    });
    dialog->open();
}

void MessagesPane::marksChanged()
{
    m_model->marksChanged();
    m_strip->marksChanged();
    const filter::Filter &filter = m_filter->filter();
    if (filter.uses(filter::Field::Marked) || filter.uses(filter::Field::Note))
        m_filter->testAgain();
}

} // namespace pipeglass::ui
