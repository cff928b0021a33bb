// SPDX-License-Identifier: MIT
#include "charts/ratepanel.h"

#include "charts/ratechart.h"
#include "models/conversation/conversationmodel.h"
#include "models/pooljob.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include <chrono>

namespace pipeglass::ui {

namespace {

using namespace std::chrono_literals;

/// Items that one job counts; the chart is drawn after each.
constexpr quint64 itemsPerCount = 1'000'000;
/// Between two looks at a conversation that grows.
constexpr std::chrono::milliseconds growthPause = 250ms;

} // namespace

RatePanel::RatePanel(const models::ConversationModel &messages, QWidget *parent)
    : QWidget(parent)
    , m_messages(messages)
    , m_counts(std::make_shared<const models::RateCounts>())
    , m_chart(new RateChart(this))
    , m_values(new QLabel(this))
{
    auto *unit = new QComboBox(this);
    unit->addItems({ tr("Messages a second"), tr("Bytes a second") });
    unit->setAccessibleName(tr("What the chart shows"));
    m_values->setTextFormat(Qt::PlainText);
    m_values->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *head = new QHBoxLayout;
    head->addWidget(unit);
    head->addWidget(m_values, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_chart, 1);
    connect(unit, &QComboBox::currentIndexChanged, m_chart, [this](int index) {
        m_chart->setUnit(index == 0 ? RateChart::Unit::Messages : RateChart::Unit::Bytes);
    });
    const QString help = tr("Left and Right choose a bar, + and - change its time, Enter goes to its first message.");
    m_values->setText(help);
    connect(m_chart, &RateChart::currentChanged, m_values, [this, help](const QString &sentence) {
        m_values->setText(sentence.isEmpty() ? help : sentence);
    });
    connect(m_chart, &RateChart::messageChosen, this, &RatePanel::messageChosen);
    m_again.setSingleShot(true);
    m_again.setInterval(growthPause);
    connect(&m_again, &QTimer::timeout, this, &RatePanel::countMore);
    connect(&messages, &QAbstractItemModel::modelReset, this, &RatePanel::restart);
    connect(&messages, &QAbstractItemModel::rowsInserted, this, [this] {
        if (isVisible() && !m_again.isActive())
            m_again.start();
    });
}

void RatePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    countMore();
}

void RatePanel::restart()
{
    ++m_generation;
    m_isCounting = false; // a running job counts a list that is no longer shown
    m_counted = 0;
    m_counts = std::make_shared<const models::RateCounts>();
    m_chart->setCounts(m_counts);
    countMore();
}

void RatePanel::countMore()
{
    const capture::MessageListPtr list = m_messages.list();
    const quint64 end = qMin(list->count(), m_counted + itemsPerCount);
    if (m_isCounting || !isVisible() || end == m_counted)
        return;
    m_isCounting = true;
    using Counts = std::shared_ptr<models::RateCounts>;
    const auto count = [list, before = m_counts, from = m_counted, end]() -> Counts {
        auto counts = std::make_shared<models::RateCounts>(*before);
        for (quint64 number = from; number < end; ++number)
            counts->add(number, list->summary(number));
        return counts;
    };
    models::runInPool(this, count, [this, end, generation = m_generation](const Counts &counts) {
        if (generation == m_generation)
            showCounts(counts, end);
    });
}

void RatePanel::showCounts(std::shared_ptr<models::RateCounts> counts, quint64 counted)
{
    m_isCounting = false;
    m_counted = counted;
    m_counts = std::move(counts);
    m_chart->setCounts(m_counts);
    if (m_messages.list()->count() - m_counted >= itemsPerCount)
        countMore();
    else if (m_messages.list()->count() > m_counted)
        m_again.start();
}

} // namespace pipeglass::ui
