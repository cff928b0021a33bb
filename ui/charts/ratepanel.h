// SPDX-License-Identifier: MIT
#pragma once

#include "models/charts/ratecounts.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace pipeglass::models {
class ConversationModel;
}

namespace pipeglass::ui {

class RateChart;

/// The chart of a conversation's rates, with the choice of the unit and the values of the chosen bar. Counts only while
/// it is visible: many messages in the thread pool, new ones of a live conversation a few times a second.
class RatePanel : public QWidget {
    Q_OBJECT

public:
    explicit RatePanel(const models::ConversationModel &messages, QWidget *parent = nullptr);

    [[nodiscard]] RateChart *chart() const { return m_chart; }

Q_SIGNALS:
    void messageChosen(quint64 number); ///< of the list

protected:
    void showEvent(QShowEvent *event) override;

private:
    void restart(); ///< the list is another one
    void countMore();
    void showCounts(std::shared_ptr<models::RateCounts> counts, quint64 counted);

    const models::ConversationModel &m_messages;
    std::shared_ptr<const models::RateCounts> m_counts;
    quint64 m_counted = 0; ///< items
    quint64 m_generation = 0; ///< of the list
    bool m_isCounting = false; ///< in the thread pool
    QTimer m_again;
    RateChart *m_chart;
    QLabel *m_values;
};

} // namespace pipeglass::ui
