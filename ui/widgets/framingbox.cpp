// SPDX-License-Identifier: MIT
#include "widgets/framingbox.h"

#include "text/pipetext.h"
#include "widgets/plaintooltip.h"

namespace pipeglass::ui {

FramingBox::FramingBox(QWidget *parent)
    : QComboBox(parent)
{
    for (const framing::FramingPtr &one : framing::allFramings()) {
        addItem(one->title(), one->id());
        setItemData(count() - 1, text::toolTip(one->description()), Qt::ToolTipRole);
    }
    setFramingId(framing::defaultFraming()->id());
    setAccessibleName(tr("Framing"));
    const auto explain = [this] { setPlainToolTip(*this, framing()->description()); };
    connect(this, &QComboBox::currentIndexChanged, this, explain);
    explain();
}

framing::FramingPtr FramingBox::framing() const
{
    const framing::FramingPtr found = framing::findFraming(currentData().toByteArray());
    return found ? found : framing::defaultFraming();
}

void FramingBox::setFramingId(const QByteArray &id)
{
    const int index = findData(id);
    if (index >= 0)
        setCurrentIndex(index);
}

} // namespace pipeglass::ui
