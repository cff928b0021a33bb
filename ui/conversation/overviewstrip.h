// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/selectedmessages.h"
#include "conversation/trafficoverview.h"

#include <QTimer>
#include <QWidget>

namespace pipeglass::ui {

/// Beside a list of messages, all of it at a glance: bytes of both sides over time, malformed messages, marks, and what
/// is visible. A click scrolls there. Examines the list in parts in the thread pool.
class OverviewStrip : public QWidget {
    Q_OBJECT

public:
    enum class Axis { Time, Position }; ///< what the height is; Position: of a row in the list

    explicit OverviewStrip(QWidget *parent = nullptr);
    ~OverviewStrip() override;

    void setAxis(Axis axis);
    [[nodiscard]] Axis axis() const { return m_axis; }
    void setList(const conversation::SelectedMessagesPtr &list);
    void update(); ///< after the list has grown
    void marksChanged();
    void setVisibleRows(int first, int last); ///< of the list

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /// The row at a height, and the reverse.
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] int yOf(quint64 row) const;
    [[nodiscard]] quint64 examined() const { return m_shown.examined; }
    [[nodiscard]] const std::vector<quint64> &marks() const { return m_shown.marks; }

Q_SIGNALS:
    void rowRequested(int row);
    void axisChosen(pipeglass::ui::OverviewStrip::Axis axis); ///< in the menu

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Run;
    /// A copy of what a job found.
    struct Shown {
        std::vector<conversation::TrafficOverview::Part> parts;
        quint64 itemsPerPart = 1;
        std::vector<conversation::TrafficOverview::Part> timeParts;
        qint64 nanosecondsPerPart = 1;
        qint64 begin = 0;
        qint64 end = 0;
        quint64 examined = 0;
        std::vector<quint64> marks;
        bool hasMore = false;
    };

    void examine();
    void paintTraffic(QPainter &painter) const;
    void paintSigns(QPainter &painter) const;
    [[nodiscard]] const std::vector<conversation::TrafficOverview::Part> &shownParts() const;
    [[nodiscard]] int topOfPart(size_t part) const;
    [[nodiscard]] int yOfTime(qint64 time) const;
    [[nodiscard]] qint64 timeAt(int y) const;

    conversation::SelectedMessagesPtr m_list;
    std::shared_ptr<Run> m_run;
    Shown m_shown;
    QTimer m_pause; ///< between two jobs
    Axis m_axis = Axis::Time;
    bool m_isExamining = false;
    bool m_wantsMarks = true;
    int m_first = 0;
    int m_last = 0;
};

} // namespace pipeglass::ui
