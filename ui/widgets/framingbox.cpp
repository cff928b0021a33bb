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
    for (const framing::FramingPtr &one : framings.all())
        addFraming(count(), *one);
}

/// Formats may be installed while the program runs; raw stays the last one.
void FramingBox::addInstalled()
{
    if (m_framings == nullptr)
        return;
    const framing::FramingPtr raw = m_framings->raw();
    for (const framing::FramingPtr &one : m_framings->all()) {
        if (const int at = findData(raw->id()); at >= 0 && findData(one->id()) < 0)
            addFraming(at, *one);
    }
}

void FramingBox::showEvent(QShowEvent *event)
{
    addInstalled();
    QComboBox::showEvent(event);
}

void FramingBox::showPopup()
{
    addInstalled();
    QComboBox::showPopup();
}

void FramingBox::addFraming(int at, const framing::Framing &framing)
{
    insertItem(at, framing.title(), framing.id());
    setItemData(at, text::toolTip(framing.description()), Qt::ToolTipRole);
}

void FramingBox::offerGuess()
{
    m_guess = m_framings->guessing();
    addFraming(0, *m_guess);
}

void FramingBox::setFraming(const framing::FramingPtr &framing)
{
    if (findData(framing->id()) < 0) {
        m_other = framing;
        addFraming(count(), *framing);
    }
    setFramingId(framing->id());
}

framing::FramingPtr FramingBox::framing() const
{
    const QByteArray id = currentData().toByteArray();
    for (const framing::FramingPtr &one : { m_guess, m_other }) {
        if (one != nullptr && one->id() == id)
            return one;
    }
    const framing::FramingPtr found = m_framings->find(id);
    return found ? found : m_framings->defaultFraming();
}

void FramingBox::setFramingId(const QByteArray &id)
{
    const int index = findData(id);
    if (index >= 0)
        setCurrentIndex(index);
}

} // namespace pipeglass::ui
