// SPDX-License-Identifier: MIT
#include "overview/pipedrawing.h"

#include "overview/topologytext.h"
#include "text/pipetext.h"
#include "widgets/colors.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace pipeglass::ui {

using Role = DrawingLayout::Role;
using Style = DrawingLayout::Style;

PipeDrawing::PipeDrawing(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Clients, pipe and server"));
    setMouseTracking(true);
}

void PipeDrawing::show(const catalog::PipeEntryPtr &entry, const Topology &topology)
{
    if (m_entry && *m_entry == *entry && m_topology == topology)
        return;
    m_entry = entry;
    m_topology = topology;
    setAccessibleDescription(topologyInWords(*entry, topology));
    layOut();
}

void PipeDrawing::layOut()
{
    if (!m_entry)
        return;
    const double before = m_layout.size.height();
    m_layout = DrawingLayout(*m_entry, m_topology, width(), QFontMetricsF(font()));
    if (m_layout.size.height() != before)
        setFixedHeight(qCeil(m_layout.size.height()));
    update();
}

QSize PipeDrawing::sizeHint() const { return { 420, qCeil(m_layout.size.height()) }; }

QSize PipeDrawing::minimumSizeHint() const { return { 160, 0 }; }

void PipeDrawing::resizeEvent(QResizeEvent *) { layOut(); }

void PipeDrawing::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void PipeDrawing::mouseReleaseEvent(QMouseEvent *event)
{
    const DrawingLayout::Box *box = m_layout.boxAt(event->position());
    if (event->button() != Qt::LeftButton || box == nullptr)
        return;
    if (box->role == Role::More)
        Q_EMIT moreRequested();
    else if (box->pid != 0)
        Q_EMIT processRequested(box->pid);
}

void PipeDrawing::mouseMoveEvent(QMouseEvent *event)
{
    const DrawingLayout::Box *box = m_layout.boxAt(event->position());
    const bool isLink = box != nullptr && (box->role == Role::More || box->pid != 0);
    setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

bool PipeDrawing::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), text::toolTip(m_layout.toolTipAt(help->pos())), this);
    return true;
}

void PipeDrawing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const DrawingLayout::Arrow &arrow : m_layout.arrows)
        paintArrow(painter, arrow);
    for (const DrawingLayout::Box &box : m_layout.boxes)
        paintBox(painter, box);
}

QColor PipeDrawing::accentOf(Role role) const
{
    switch (role) {
    case Role::Client:
        return infoColor();
    case Role::Waiting:
        return warningColor();
    case Role::Server:
        return goodColor();
    case Role::Pipe:
        return m_topology.newClients == Topology::NewClients::Reach ? goodColor() : warningColor();
    case Role::Nobody:
    case Role::More:
        break;
    }
    return secondaryTextColor(palette());
}

void PipeDrawing::paintBox(QPainter &painter, const DrawingLayout::Box &box) const
{
    const QColor ground = palette().color(QPalette::Base);
    const QColor accent = accentOf(box.role);
    const bool isThere = box.role != Role::Nobody;
    const bool isDashed = !isThere || box.role == Role::Waiting;
    painter.setPen(QPen(mixed(ground, accent, isThere ? 0.85 : 0.5), 1.4, isDashed ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(mixed(ground, accent, isThere ? 0.12 : 0.03));
    painter.drawRoundedRect(box.place.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    double sideWidth = 0;
    for (const QString &text : box.side)
        sideWidth = qMax(sideWidth, QFontMetricsF(font()).horizontalAdvance(text) + 2);
    QRectF inner = box.place.adjusted(DrawingLayout::padding, 0, -DrawingLayout::padding, 0);
    if (sideWidth > 0) {
        const QColor ink = isThere ? palette().color(QPalette::Text) : secondaryTextColor(palette());
        paintLines(painter, inner, Qt::AlignRight, box.side, { font(), ink });
        inner.setRight(inner.right() - sideWidth - DrawingLayout::padding);
    }
    QFont bold = font();
    bold.setBold(true);
    const QColor titleInk = isThere ? palette().color(QPalette::Text) : secondaryTextColor(palette());
    paintLines(painter, inner, m_layout.isNarrow ? Qt::AlignLeft : Qt::AlignHCenter, box.lines, { bold, titleInk });
}

void PipeDrawing::paintLines(
    QPainter &painter, const QRectF &within, Qt::AlignmentFlag alignment, const QStringList &lines,
    const std::pair<QFont, QColor> &first) const
{
    const double line = fontMetrics().height();
    QRectF place = within;
    place.setTop(within.center().y() - line * static_cast<double>(lines.size()) / 2);
    place.setHeight(line);
    painter.setFont(first.first);
    painter.setPen(first.second);
    const QString pid = tr("pid ");
    for (const QString &text : lines) {
        // A name can be recognized by both ends, but all digits of a pid are needed.
        const Qt::TextElideMode mode = text.startsWith(pid) ? Qt::ElideRight : Qt::ElideMiddle;
        const QString fitting = painter.fontMetrics().elidedText(text, mode, static_cast<int>(place.width()));
        painter.drawText(
            place, static_cast<int>(alignment) | static_cast<int>(Qt::AlignVCenter) | Qt::TextSingleLine, fitting);
        place.translate(0, line);
        painter.setFont(font());
        if (alignment != Qt::AlignRight)
            painter.setPen(secondaryTextColor(palette()));
    }
}

void PipeDrawing::paintArrow(QPainter &painter, const DrawingLayout::Arrow &arrow) const
{
    const QColor ink = arrow.style == Style::Solid ? palette().color(QPalette::Text) : secondaryTextColor(palette());
    const QPointF end = arrow.line.p2();
    painter.setPen(QPen(ink, 1.6, arrow.style == Style::Solid ? Qt::SolidLine : Qt::DotLine, Qt::RoundCap));
    painter.drawLine(arrow.line);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const bool down = arrow.line.x1() == arrow.line.x2();
    if (arrow.style == Style::Blocked) {
        const QPointF at = arrow.line.center();
        painter.setPen(QPen(errorColor(), 2.2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at + QPointF(-5, -5), at + QPointF(5, 5));
        painter.drawLine(at + QPointF(-5, 5), at + QPointF(5, -5));
    } else if (arrow.hasHead) {
        const QPointF one = down ? QPointF(-5, -6) : QPointF(-6, -5);
        const QPointF other = down ? QPointF(5, -6) : QPointF(-6, 5);
        painter.drawPolyline(QPolygonF({ end + one, end, end + other }));
    }
    painter.setFont(font());
    painter.setPen(ink);
    const double line = fontMetrics().height();
    const double head = arrow.hasHead ? 8 : 0;
    const QRectF above(arrow.line.x1(), end.y() - line - 2, arrow.line.dx() - head, line);
    painter.drawText(above, static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine, arrow.above);
    painter.drawText(
        above.translated(0, line + 4), static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine, arrow.below);
}

} // namespace pipeglass::ui
