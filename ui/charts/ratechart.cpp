// SPDX-License-Identifier: MIT
#include "charts/ratechart.h"

#include "text/sizetext.h"
#include "text/timetext.h"
#include "widgets/characterwidth.h"
#include "widgets/colors.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace pipeglass::ui {

using Span = models::RateCounts::Span;

namespace {

constexpr int barWidth = 7; ///< with the gap to the next one
constexpr int mostSpansInBar = 1 << 20;
constexpr int margin = 6;

} // namespace

RateChart::RateChart(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_counts(std::make_shared<const models::RateCounts>())
{
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Messages and bytes a second"));
    viewport()->setBackgroundRole(QPalette::Base);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

int RateChart::bars() const
{
    const auto spans = static_cast<int>(m_counts->spans().size());
    return (spans + m_spansInBar - 1) / m_spansInBar;
}

qint64 RateChart::secondsOfBar() const { return m_counts->spanSeconds() * m_spansInBar; }

Span RateChart::spanOf(int bar) const
{
    Span sum;
    const auto &spans = m_counts->spans();
    const size_t end = qMin(spans.size(), static_cast<size_t>(bar + 1) * static_cast<size_t>(m_spansInBar));
    for (auto i = static_cast<size_t>(bar) * static_cast<size_t>(m_spansInBar); i < end; ++i) {
        const Span &one = spans[i];
        if (one.isEmpty)
            continue;
        if (sum.isEmpty)
            sum.first = one.first;
        sum.isEmpty = false;
        for (const Side side : { Side::Client, Side::Server }) {
            sum.messages[side] += one.messages[side];
            sum.bytes[side] += one.bytes[side];
        }
    }
    return sum;
}

quint64 RateChart::valueOf(const Span &span, Side side) const
{
    return m_unit == Unit::Messages ? span.messages[side] : span.bytes[side];
}

void RateChart::setCounts(std::shared_ptr<const models::RateCounts> counts)
{
    const bool wasAtEnd = horizontalScrollBar()->value() == horizontalScrollBar()->maximum();
    // Two spans become one when there are too many.
    if (counts->spanSeconds() != m_counts->spanSeconds() && m_current >= 0)
        m_current = static_cast<int>(m_current * m_counts->spanSeconds() / counts->spanSeconds());
    m_counts = std::move(counts);
    adaptScrollBar();
    if (wasAtEnd)
        horizontalScrollBar()->setValue(horizontalScrollBar()->maximum());
    if (m_current >= bars())
        m_current = bars() - 1;
    viewport()->update();
    if (m_current >= 0)
        Q_EMIT currentChanged(sentence(m_current));
}

void RateChart::setUnit(Unit unit)
{
    m_unit = unit;
    viewport()->update();
}

void RateChart::zoom(int steps)
{
    const int before = m_spansInBar;
    for (; steps > 0 && m_spansInBar > 1; --steps)
        m_spansInBar /= 2;
    for (; steps < 0 && m_spansInBar < mostSpansInBar && bars() > 1; ++steps)
        m_spansInBar *= 2;
    if (m_spansInBar == before)
        return;
    const auto moved = [&](int bar) { return static_cast<int>(static_cast<qint64>(bar) * before / m_spansInBar); };
    const int first = moved(horizontalScrollBar()->value());
    adaptScrollBar();
    horizontalScrollBar()->setValue(first);
    if (m_current >= 0)
        setCurrentBar(moved(m_current));
    viewport()->update();
}

int RateChart::visibleBars() const { return qMax(1, (viewport()->width() - 2 * margin) / barWidth); }

void RateChart::adaptScrollBar()
{
    horizontalScrollBar()->setPageStep(visibleBars());
    horizontalScrollBar()->setRange(0, qMax(0, bars() - visibleBars()));
}

void RateChart::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    adaptScrollBar();
}

void RateChart::setCurrentBar(int bar)
{
    m_current = qBound(-1, bar, bars() - 1);
    if (m_current >= 0) {
        QScrollBar *bar_ = horizontalScrollBar();
        if (m_current < bar_->value())
            bar_->setValue(m_current);
        else if (m_current >= bar_->value() + visibleBars())
            bar_->setValue(m_current - visibleBars() + 1);
    }
    viewport()->update();
    const QString text = m_current < 0 ? QString() : sentence(m_current);
    setAccessibleDescription(text);
    Q_EMIT currentChanged(text);
}

QString RateChart::sentence(int bar) const
{
    if (bar < 0 || bar >= bars())
        return {};
    const Span span = spanOf(bar);
    const auto side = [&](Side one) {
        const int messages = text::plural(span.messages[one]);
        const QString size = text::sizeText(static_cast<qsizetype>(span.bytes[one]));
        return one == Side::Client ? tr("client %Ln message(s), %1", nullptr, messages).arg(size)
                                   : tr("server %Ln message(s), %1", nullptr, messages).arg(size);
    };
    const Timestamp start = m_counts->startOf(static_cast<size_t>(bar) * static_cast<size_t>(m_spansInBar));
    return tr("%1, %2 s: %3; %4")
        .arg(text::clockText(start), QLocale().toString(secondsOfBar()), side(Side::Client), side(Side::Server));
}

QString RateChart::rateText(double perSecond) const
{
    if (m_unit == Unit::Bytes)
        return tr("%1/s").arg(text::sizeText(static_cast<qsizetype>(perSecond)));
    return tr("%1/s").arg(QLocale().toString(perSecond, 'g', 3));
}

void RateChart::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    const QRect all = viewport()->rect().adjusted(margin, margin, -margin, -margin);
    if (bars() == 0) {
        painter.setPen(secondaryTextColor(palette()));
        painter.drawText(all, Qt::AlignCenter, tr("No messages yet."));
        return;
    }
    const QRect area = all.adjusted(0, 0, 0, -fontMetrics().height() - 2);
    const int first = horizontalScrollBar()->value();
    quint64 most = 1;
    for (int bar = first; bar < qMin(bars(), first + visibleBars()); ++bar) {
        const Span span = spanOf(bar);
        most = qMax(most, qMax(valueOf(span, Side::Client), valueOf(span, Side::Server)));
    }
    paintBars(painter, area, static_cast<double>(most));
    paintScale(painter, area, static_cast<double>(most) / static_cast<double>(secondsOfBar()));
    paintTimes(painter, QRect(area.left(), area.bottom() + 2, area.width(), fontMetrics().height()));
    if (hasFocus() && m_current < 0) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void RateChart::paintBars(QPainter &painter, const QRect &area, double most) const
{
    const int first = horizontalScrollBar()->value();
    const int middle = area.center().y();
    const int half = area.height() / 2 - fontMetrics().height() - 2;
    for (int bar = first; bar < qMin(bars(), first + visibleBars()); ++bar) {
        const int x = area.left() + (bar - first) * barWidth;
        if (bar == m_current) {
            const QColor mark =
                mixed(palette().color(QPalette::Base), palette().color(QPalette::Highlight), hasFocus() ? 0.45 : 0.25);
            painter.fillRect(x - 1, area.top(), barWidth, area.height(), mark);
        }
        const Span span = spanOf(bar);
        for (const Side side : { Side::Client, Side::Server }) {
            const quint64 value = valueOf(span, side);
            if (value == 0)
                continue;
            const int height = qMax(1, static_cast<int>(half * static_cast<double>(value) / most));
            const int top = side == Side::Client ? middle - height : middle + 1;
            painter.fillRect(x, top, barWidth - 2, height, side == Side::Client ? infoColor() : goodColor());
        }
    }
    painter.setPen(secondaryTextColor(palette()));
    painter.drawLine(area.left(), middle, area.right(), middle);
}

void RateChart::paintScale(QPainter &painter, const QRect &area, double most) const
{
    painter.setPen(palette().color(QPalette::Text));
    const QString scale = rateText(most);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop, tr("Client ▲  up to %1").arg(scale));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignBottom, tr("Server ▼  up to %1").arg(scale));
}

void RateChart::paintTimes(QPainter &painter, const QRect &area) const
{
    painter.setPen(secondaryTextColor(palette()));
    const int first = horizontalScrollBar()->value();
    const int space = characterWidth(fontMetrics()) * 22;
    const int barsApart = qMax(1, space / barWidth);
    for (int bar = first - first % barsApart; bar < qMin(bars(), first + visibleBars()); bar += barsApart) {
        const int x = area.left() + (bar - first) * barWidth;
        const Timestamp start = m_counts->startOf(static_cast<size_t>(bar) * static_cast<size_t>(m_spansInBar));
        const QString text = text::clockText(start);
        if (x < area.left() || x + fontMetrics().horizontalAdvance(text) > area.right())
            continue;
        painter.drawLine(x, area.top() - 2, x, area.top() + 1);
        painter.drawText(QRect(x, area.top(), space, area.height()), Qt::AlignLeft, text);
    }
}

int RateChart::barAt(int x) const
{
    const int bar = horizontalScrollBar()->value() + qMax(0, x - margin) / barWidth;
    return bar < bars() ? bar : -1;
}

void RateChart::choose()
{
    if (m_current < 0)
        return;
    const Span span = spanOf(m_current);
    if (!span.isEmpty)
        Q_EMIT messageChosen(span.first);
}

void RateChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setCurrentBar(barAt(event->position().toPoint().x()));
}

void RateChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose();
}

void RateChart::wheelEvent(QWheelEvent *event)
{
    if ((event->modifiers() & Qt::ControlModifier) == 0) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    zoom(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void RateChart::keyPressEvent(QKeyEvent *event)
{
    const int none = horizontalScrollBar()->value();
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrentBar(m_current < 0 ? none : qMax(0, m_current - 1));
        return;
    case Qt::Key_Right:
        setCurrentBar(m_current < 0 ? none : m_current + 1);
        return;
    case Qt::Key_PageUp:
        setCurrentBar(qMax(0, m_current - visibleBars()));
        return;
    case Qt::Key_PageDown:
        setCurrentBar(m_current + visibleBars());
        return;
    case Qt::Key_Home:
        setCurrentBar(0);
        return;
    case Qt::Key_End:
        setCurrentBar(bars() - 1);
        return;
    case Qt::Key_Plus:
        zoom(1);
        return;
    case Qt::Key_Minus:
        zoom(-1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace pipeglass::ui
