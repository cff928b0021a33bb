// SPDX-License-Identifier: MIT
#pragma once

#include "models/charts/ratecounts.h"

#include <QAbstractScrollArea>

#include <memory>

namespace pipeglass::ui {

/// Bars of what each side sends a second: the client's above the middle, the server's below. Draws visible bars only.
/// A bar is chosen with the mouse or with Left, Right, Home and End; + and - change how much time a bar is; Enter goes
/// to its first message.
class RateChart : public QAbstractScrollArea {
    Q_OBJECT

public:
    enum class Unit { Messages, Bytes };

    explicit RateChart(QWidget *parent = nullptr);

    void setCounts(std::shared_ptr<const models::RateCounts> counts); ///< also after they have grown
    void setUnit(Unit unit);
    void zoom(int steps); ///< less than 0: more time in a bar

    [[nodiscard]] int bars() const;
    [[nodiscard]] int currentBar() const { return m_current; } ///< -1: none
    void setCurrentBar(int bar);
    /// The bar as a sentence; empty: none.
    [[nodiscard]] QString sentence(int bar) const;

Q_SIGNALS:
    void currentChanged(const QString &sentence);
    void messageChosen(quint64 number); ///< of the list

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] models::RateCounts::Span spanOf(int bar) const;
    [[nodiscard]] quint64 valueOf(const models::RateCounts::Span &span, Side side) const;
    [[nodiscard]] qint64 secondsOfBar() const;
    [[nodiscard]] int visibleBars() const;
    [[nodiscard]] int barAt(int x) const;
    [[nodiscard]] QString rateText(double perSecond) const;
    void paintScale(QPainter &painter, const QRect &area, double most) const;
    void paintBars(QPainter &painter, const QRect &area, double most) const;
    void paintTimes(QPainter &painter, const QRect &area) const;
    void adaptScrollBar();
    void choose();

    std::shared_ptr<const models::RateCounts> m_counts;
    Unit m_unit = Unit::Messages;
    int m_spansInBar = 1;
    int m_current = -1;
};

} // namespace pipeglass::ui
