// SPDX-License-Identifier: MIT
#include "app/darkstyle.h"

#include <QPainter>
#include <QStyleOption>

namespace pipeglass::ui {

DarkStyle::DarkStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void DarkStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton)
        return;
    const bool isEnabled = (option->state & State_Enabled) != 0;
    const auto group = isEnabled ? QPalette::Normal : QPalette::Disabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(option->palette.color(group, isEnabled ? QPalette::PlaceholderText : QPalette::Text));
    painter->setBrush(Qt::NoBrush);
    const QRectF border = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (element == PE_IndicatorCheckBox)
        painter->drawRect(border);
    else
        painter->drawEllipse(border);
    painter->restore();
}

} // namespace pipeglass::ui
