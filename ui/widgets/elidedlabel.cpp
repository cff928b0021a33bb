// SPDX-License-Identifier: MIT
#include "widgets/elidedlabel.h"

#include "text/pipetext.h"
#include "widgets/characterwidth.h"
#include "widgets/plaintooltip.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>

namespace pipeglass::ui {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("&Copy"), this);
    connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
    addAction(copy);
}

void ElidedLabel::setFullText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    setPlainToolTip(*this, text);
    updateGeometry();
    update();
}

QSize ElidedLabel::minimumSizeHint() const { return { characterWidth(fontMetrics()) * 8, fontMetrics().height() }; }

QSize ElidedLabel::sizeHint() const { return { fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height() }; }

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(
        rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        fontMetrics().elidedText(m_text, Qt::ElideMiddle, width()));
}

} // namespace pipeglass::ui
