// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

namespace pipeglass::ui {

/// The page in an area without a frame, which scrolls where there is not enough space. The focus stays in the page.
[[nodiscard]] inline QScrollArea *scrolled(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setWidget(page);
    return area;
}

} // namespace pipeglass::ui
