// SPDX-License-Identifier: MIT
#include "widgets/emptytext.h"

#include <QAbstractItemView>
#include <QEvent>

namespace pipeglass::ui {

namespace {

constexpr int usualMargin = 16;

} // namespace

EmptyText::EmptyText(const QString &text, QAbstractItemView *view)
    : QLabel(text, view->viewport())
    , m_view(view)
    , m_whole(text)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignCenter);
    setForegroundRole(QPalette::PlaceholderText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setMargin(usualMargin);
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
    setMargin(height() < 4 * fontMetrics().height() ? 0 : usualMargin);
    QLabel::setText(m_whole);
    if (heightForWidth(width()) > height())
        QLabel::setText(m_whole.section(u'\n', 0, 0));
    setVisible(m_view->model() == nullptr || m_view->model()->rowCount() == 0);
}

void EmptyText::setText(const QString &text)
{
    if (m_whole == text)
        return;
    m_whole = text;
    adapt();
}

} // namespace pipeglass::ui
