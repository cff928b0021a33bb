// SPDX-License-Identifier: MIT
#include "widgets/framingbox.h"

#include "text/pipetext.h"
#include "widgets/plaintooltip.h"

namespace pipeglass::ui {

FramingBox::FramingBox(QWidget *parent)
    : QComboBox(parent)
{
    setAccessibleName(tr("Framing"));
    connect(this, &QComboBox::currentIndexChanged, this, [this] { setPlainToolTip(*this, framing()->description()); });
}

void FramingBox::setFramings(const framing::FramingRegistry &framings)
{
    m_framings = &framings;
    for (const framing::FramingPtr &one : framings.all()) {
        addItem(one->title(), one->id());
        setItemData(count() - 1, text::toolTip(one->description()), Qt::ToolTipRole);
    }
}

framing::FramingPtr FramingBox::framing() const
{
    const framing::FramingPtr found = m_framings->find(currentData().toByteArray());
    return found ? found : m_framings->defaultFraming();
}

void FramingBox::setFramingId(const QByteArray &id)
{
    const int index = findData(id);
    if (index >= 0)
        setCurrentIndex(index);
}

} // namespace pipeglass::ui
