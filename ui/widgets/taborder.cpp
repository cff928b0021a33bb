// SPDX-License-Identifier: MIT
#include "widgets/taborder.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>

namespace pipeglass::ui {

namespace {

void collect(QLayout *layout, QList<QWidget *> &order);

void collect(QWidget *widget, QList<QWidget *> &order)
{
    if ((widget->focusPolicy() & Qt::TabFocus) != 0)
        order.append(widget);
    if (auto *tabs = qobject_cast<QTabWidget *>(widget)) {
        order.append(tabs->tabBar());
        for (int page = 0; page < tabs->count(); ++page)
            collect(tabs->widget(page), order);
    } else if (auto *splitter = qobject_cast<QSplitter *>(widget)) {
        for (int pane = 0; pane < splitter->count(); ++pane)
            collect(splitter->widget(pane), order);
    } else if (auto *area = qobject_cast<QScrollArea *>(widget); area != nullptr && area->widget() != nullptr) {
        collect(area->widget(), order);
    } else if (widget->layout() != nullptr) {
        collect(widget->layout(), order);
    }
}

void collect(QLayout *layout, QList<QWidget *> &order)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (item->widget() != nullptr)
            collect(item->widget(), order);
        else if (item->layout() != nullptr)
            collect(item->layout(), order);
    }
}

} // namespace

void orderTabsByLayout(QWidget &dialog)
{
    // setTabOrder() passes over widgets without focus: the dialog would not count as the beginning of the circle.
    const Qt::FocusPolicy policy = dialog.focusPolicy();
    dialog.setFocusPolicy(Qt::TabFocus);
    QList<QWidget *> order{ &dialog };
    collect(dialog.layout(), order);
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);
    dialog.setFocusPolicy(policy);
}

} // namespace pipeglass::ui
