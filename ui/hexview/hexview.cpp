// SPDX-License-Identifier: MIT
#include "hexview/hexview.h"

#include "core/bytetext.h"
#include "widgets/colors.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <limits>

namespace pipeglass::ui {

namespace {

constexpr int margin = 6;

QChar shown(uchar byte) { return byte >= 0x20 && byte < 0x7f ? QChar(ushort{ byte }) : QChar(u'·'); }

} // namespace

HexView::HexView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Message as hex"));
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *hex = new QAction(tr("Copy as &hex"), this);
    hex->setShortcut(QKeySequence::Copy);
    hex->setShortcutContext(Qt::WidgetShortcut);
    connect(hex, &QAction::triggered, this, &HexView::copyHex);
    auto *text = new QAction(tr("Copy as &text"), this);
    connect(text, &QAction::triggered, this, &HexView::copyText);
    auto *all = new QAction(tr("Select &all"), this);
    all->setShortcut(QKeySequence::SelectAll);
    all->setShortcutContext(Qt::WidgetShortcut);
    connect(all, &QAction::triggered, this, &HexView::selectAll);
    addActions({ hex, text, all });
    measure();
}

void HexView::setBytes(const Slice &bytes)
{
    m_bytes = bytes;
    m_layout = HexLayout(bytes.size());
    m_anchor = m_cursor = 0;
    m_selected = false;
    measure();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

QByteArrayView HexView::selection() const
{
    return m_selected ? m_bytes.view().sliced(first(), last() - first() + 1) : m_bytes.view();
}

void HexView::select(qsizetype from, qsizetype to)
{
    if (m_bytes.isEmpty())
        return;
    m_anchor = qBound(qsizetype{ 0 }, from, m_bytes.size() - 1);
    m_cursor = qBound(qsizetype{ 0 }, to, m_bytes.size() - 1);
    m_selected = true;
    viewport()->update();
}

void HexView::mark(qsizetype offset, qsizetype size)
{
    m_selected = false;
    if (size > 0)
        select(offset, offset + size - 1);
    ensureVisible(qMax(offset, qsizetype{ 0 }));
    viewport()->update();
}

void HexView::selectAll() { select(0, m_bytes.size() - 1); }

void HexView::copyHex() const
{
    const QByteArrayView bytes = selection();
    const QByteArray hex = QByteArray::fromRawData(bytes.data(), bytes.size()).toHex(' ');
    QGuiApplication::clipboard()->setText(QString::fromLatin1(hex));
}

void HexView::copyText() const
{
    const QByteArrayView bytes = selection();
    QGuiApplication::clipboard()->setText(validUtf8(bytes).value_or(escapedText(bytes)));
}

void HexView::measure()
{
    const QFontMetricsF metrics(font());
    m_charWidth = metrics.horizontalAdvance(u'0');
    m_lineHeight = qMax(1, qCeil(metrics.height()) + 1);
    const int page = qMax(1, viewport()->height() / m_lineHeight);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, qMax(0, m_layout.lines() - page));
    const int width = qCeil(m_charWidth * m_layout.columns()) + 2 * margin;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(qCeil(m_charWidth));
    horizontalScrollBar()->setRange(0, qMax(0, width - viewport()->width()));
}

void HexView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    painter.setFont(font());
    if (m_bytes.isEmpty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No bytes"));
        return;
    }
    painter.translate(margin - horizontalScrollBar()->value(), 0);
    const int top = verticalScrollBar()->value();
    const int end = qMin(m_layout.lines(), top + viewport()->height() / m_lineHeight + 1);
    for (int line = top; line < end; ++line)
        paintLine(painter, line, (line - top) * m_lineHeight);
}

void HexView::paintLine(QPainter &painter, int line, int y) const
{
    const QPalette colors = palette();
    const double baseline = y + QFontMetricsF(font()).ascent() + 0.5;
    const qsizetype start = static_cast<qsizetype>(line) * HexLayout::bytesPerLine;
    painter.setPen(secondaryTextColor(colors));
    painter.drawText(QPointF(0, baseline), QString::number(start, 16).rightJustified(m_layout.offsetDigits(), u'0'));
    const int count = static_cast<int>(qMin<qsizetype>(HexLayout::bytesPerLine, m_bytes.size() - start));
    for (int inLine = 0; inLine < count; ++inLine) {
        const auto byte = static_cast<uchar>(m_bytes.view()[start + inLine]);
        const double hexX = m_layout.hexColumn(inLine) * m_charWidth;
        const double textX = m_layout.textColumn(inLine) * m_charWidth;
        const bool selected = isSelected(start + inLine);
        if (selected) {
            const bool joined = inLine + 1 < count && isSelected(start + inLine + 1);
            const double width = joined ? m_layout.hexColumn(inLine + 1) * m_charWidth - hexX : 2 * m_charWidth;
            painter.fillRect(QRectF(hexX, y, width, m_lineHeight), colors.color(QPalette::Highlight));
            painter.fillRect(QRectF(textX, y, m_charWidth, m_lineHeight), colors.color(QPalette::Highlight));
        }
        painter.setPen(colors.color(selected ? QPalette::HighlightedText : QPalette::Text));
        painter.drawText(QPointF(hexX, baseline), QString::number(byte, 16).rightJustified(2, u'0'));
        if (!selected && shown(byte) == u'·')
            painter.setPen(secondaryTextColor(colors));
        painter.drawText(QPointF(textX, baseline), shown(byte));
    }
}

bool HexView::isSelected(qsizetype byte) const { return m_selected && byte >= first() && byte <= last(); }

std::optional<qsizetype> HexView::byteUnder(const QPoint &position) const
{
    const int line = verticalScrollBar()->value() + position.y() / m_lineHeight;
    return m_layout.byteAt(line, (position.x() - margin + horizontalScrollBar()->value()) / m_charWidth);
}

void HexView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    measure();
}

void HexView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

void HexView::mousePressEvent(QMouseEvent *event)
{
    const auto byte = byteUnder(event->pos());
    if (event->button() != Qt::LeftButton || !byte)
        return;
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        select(m_anchor, *byte);
    } else {
        m_anchor = m_cursor = *byte;
        m_selected = false;
        viewport()->update();
    }
    Q_EMIT cursorMoved(*byte);
}

void HexView::mouseMoveEvent(QMouseEvent *event)
{
    const auto byte = byteUnder(event->pos());
    if (event->buttons().testFlag(Qt::LeftButton) && byte) {
        select(m_anchor, *byte);
        ensureVisible(*byte);
    }
}

void HexView::moveCursor(qsizetype to, bool extend)
{
    if (m_bytes.isEmpty())
        return;
    to = qBound(qsizetype{ 0 }, to, m_bytes.size() - 1);
    select(extend ? m_anchor : to, to);
    ensureVisible(to);
    Q_EMIT cursorMoved(to);
}

void HexView::ensureVisible(qsizetype byte)
{
    const int line = static_cast<int>(byte / HexLayout::bytesPerLine);
    QScrollBar *bar = verticalScrollBar();
    if (line < bar->value())
        bar->setValue(line);
    else if (line >= bar->value() + bar->pageStep())
        bar->setValue(line - bar->pageStep() + 1);
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool whole = event->modifiers().testFlag(Qt::ControlModifier);
    const qsizetype page = qsizetype{ verticalScrollBar()->pageStep() } * HexLayout::bytesPerLine;
    const qsizetype lineStart = m_cursor - m_cursor % HexLayout::bytesPerLine;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(m_cursor - 1, extend);
    case Qt::Key_Right:
        return moveCursor(m_cursor + 1, extend);
    case Qt::Key_Up:
        return moveCursor(m_cursor - HexLayout::bytesPerLine, extend);
    case Qt::Key_Down:
        return moveCursor(m_cursor + HexLayout::bytesPerLine, extend);
    case Qt::Key_PageUp:
        return moveCursor(m_cursor - page, extend);
    case Qt::Key_PageDown:
        return moveCursor(m_cursor + page, extend);
    case Qt::Key_Home:
        return moveCursor(whole ? 0 : lineStart, extend);
    case Qt::Key_End:
        return moveCursor(whole ? m_bytes.size() - 1 : lineStart + HexLayout::bytesPerLine - 1, extend);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace pipeglass::ui
