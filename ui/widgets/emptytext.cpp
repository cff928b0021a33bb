// SPDX-License-Identifier: MIT
#include "widgets/emptytext.h"

#include <QAbstractItemView>
#include <QEvent>

namespace pipeglass::ui {

EmptyText::EmptyText(const QString &text, QAbstractItemView *view)
    : QLabel(text, view->viewport())
    , m_view(view)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignCenter);
    setForegroundRole(QPalette::PlaceholderText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setMargin(16);
    view->viewport()->installEventFilter(this);
    const QAbstractItemModel *model = view->model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &EmptyText::adapt);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &EmptyText::adapt);
    connect(model, &QAbstractItemModel::modelReset, this, &EmptyText::adapt);
    adapt();
}

bool EmptyText::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        adapt();
    return QLabel::eventFilter(watched, event);
}

void EmptyText::adapt()
{
    setGeometry(m_view->viewport()->rect());
    setVisible(m_view->model()->rowCount() == 0);
}

} // namespace pipeglass::ui
