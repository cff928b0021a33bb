// SPDX-License-Identifier: MIT
#include "widgets/heightkeeper.h"

#include <QEvent>
#include <QLayout>
#include <QWidget>

namespace pipeglass::ui {

HeightKeeper::HeightKeeper(QWidget *widget)
    : QObject(widget)
{
    widget->installEventFilter(this);
}

bool HeightKeeper::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = static_cast<QWidget *>(watched);
    const bool mayChange = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
    if (mayChange && widget->isVisible() && widget->layout() != nullptr) {
        const int height = widget->layout()->totalHeightForWidth(widget->width());
        if (height > 0 && height != widget->minimumHeight())
            widget->setMinimumHeight(height);
    }
    return false;
}

} // namespace pipeglass::ui
