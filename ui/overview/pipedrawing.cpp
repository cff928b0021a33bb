// SPDX-License-Identifier: MIT
#include "overview/pipedrawing.h"

#include "core/bytetext.h"
#include "models/pipetext.h"
#include "widgets/colors.h"

#include <QPainter>

namespace pipeglass::ui {

using catalog::PipeState;

PipeDrawing::PipeDrawing(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PipeDrawing::setEntry(const catalog::PipeEntryPtr &entry)
{
    m_entry = entry;
    if (entry) {
        const Box clients = clientsBox();
        const Box server = serverBox();
        setAccessibleName(
            tr("%1, %2; %3; %4, %5").arg(clients.title, clients.line, pipeBox().title, server.title, server.line));
    }
    update();
}

QSize PipeDrawing::sizeHint() const { return { 420, fontMetrics().height() * 2 + 38 }; }

QSize PipeDrawing::minimumSizeHint() const { return { 220, sizeHint().height() }; }

PipeDrawing::Box PipeDrawing::clientsBox() const
{
    const quint32 clients = m_entry->clients.value_or(0);
    const quint32 waiting = m_entry->waiting.value_or(0);
    Box box{ tr("no client"), {}, infoColor(), clients + waiting > 0 };
    if (!m_entry->clients)
        box.title = tr("clients unknown");
    else if (clients + waiting > 0)
        box.title = clients + waiting == 1 ? tr("1 client") : tr("%1 clients").arg(clients + waiting);
    if (waiting > 0)
        box.line = clients > 0 ? tr("%1 connected, %2 waiting").arg(clients).arg(waiting) : tr("waiting");
    else if (clients > 0)
        box.line = tr("connected");
    return box;
}

PipeDrawing::Box PipeDrawing::pipeBox() const
{
    const bool lives = m_entry->state == PipeState::Listening || m_entry->state == PipeState::Bound;
    return { escapedText(m_entry->name()), models::stateWord(*m_entry), lives ? goodColor() : warningColor(), true };
}

PipeDrawing::Box PipeDrawing::serverBox() const
{
    if (m_entry->server && !m_entry->server->empty()) {
        const ProcessInfo &first = m_entry->server->front();
        const auto more = m_entry->server->size() - 1;
        const QString line = more == 0 ? tr("pid %1, %2").arg(first.pid).arg(first.user)
                                       : tr("pid %1 and %2 more").arg(first.pid).arg(more);
        return { first.program.isEmpty() ? tr("server") : escapedText(first.program), line, goodColor(), true };
    }
    const QString who = models::serverText(*m_entry);
    if (who.isEmpty())
        return { tr("no server"), {}, warningColor(), false };
    return { tr("server"), who, warningColor(), true };
}

void PipeDrawing::paintEvent(QPaintEvent *)
{
    if (!m_entry)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double gap = qMin(46.0, width() * 0.07);
    const double wide = (qMin(width(), 720) - 2 * gap - 2) / 3.0;
    const double high = height() - 10;
    const auto place = [&](int at) { return QRectF(1 + at * (wide + gap), 5, wide, high); };
    const Box clients = clientsBox();
    const Box server = serverBox();
    paintBox(painter, place(0), clients);
    paintBox(painter, place(1), pipeBox());
    paintBox(painter, place(2), server);
    const double middle = height() / 2.0;
    paintArrow(painter, { place(0).right() + 3, middle }, { place(1).left() - 3, middle }, clients.isThere);
    paintArrow(painter, { place(1).right() + 3, middle }, { place(2).left() - 3, middle }, server.isThere);
}

void PipeDrawing::paintBox(QPainter &painter, const QRectF &place, const Box &box) const
{
    const QColor ground = palette().color(QPalette::Base);
    painter.setPen(
        QPen(mixed(ground, box.accent, box.isThere ? 0.85 : 0.5), 1.4, box.isThere ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(mixed(ground, box.accent, box.isThere ? 0.12 : 0.03));
    painter.drawRoundedRect(place, 7, 7);
    const QRectF inner = place.adjusted(8, 4, -8, -4);
    const bool two = !box.line.isEmpty();
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(box.isThere ? palette().color(QPalette::Text) : quietText(palette()));
    const QRectF upper = two ? QRectF(inner.topLeft(), QSizeF(inner.width(), inner.height() / 2)) : inner;
    painter.drawText(
        upper, static_cast<int>(Qt::AlignHCenter) | (two ? Qt::AlignBottom : Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(bold).elidedText(box.title, Qt::ElideMiddle, static_cast<int>(inner.width())));
    if (!two)
        return;
    painter.setFont(font());
    painter.setPen(quietText(palette()));
    painter.drawText(
        QRectF(inner.left(), inner.center().y(), inner.width(), inner.height() / 2),
        Qt::AlignHCenter | Qt::AlignTop | Qt::TextSingleLine,
        fontMetrics().elidedText(box.line, Qt::ElideMiddle, static_cast<int>(inner.width())));
}

void PipeDrawing::paintArrow(QPainter &painter, QPointF from, QPointF to, bool isThere) const
{
    const QColor ink = isThere ? palette().color(QPalette::Text) : quietText(palette());
    painter.setPen(QPen(ink, 1.6, isThere ? Qt::SolidLine : Qt::DotLine, Qt::RoundCap));
    painter.drawLine(from, to);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({ to + QPointF(-6, -5), to, to + QPointF(-6, 5) }));
}

} // namespace pipeglass::ui
