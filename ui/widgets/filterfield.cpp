// SPDX-License-Identifier: MIT
#include "widgets/filterfield.h"

#include "widgets/svgicon.h"

#include <QAction>
#include <QKeyEvent>
#include <QToolButton>

namespace pipeglass::ui {

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    for (QToolButton *clear : findChildren<QToolButton *>())
        clear->setAccessibleName(tr("Clear the filter"));
    addAction(svgIcon(QStringLiteral("find")), LeadingPosition)->setText(tr("Filter"));
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape)
        clear();
    if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)
        Q_EMIT left();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace pipeglass::ui
