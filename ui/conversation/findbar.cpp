// SPDX-License-Identifier: MIT
#include "conversation/findbar.h"

#include "widgets/expressionfield.h"
#include "widgets/plaintooltip.h"
#include "widgets/svgicon.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

namespace pipeglass::ui {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new ExpressionField(this))
    , m_state(new QLabel(this))
{
    m_field->setObjectName(QStringLiteral("findExpression"));
    m_field->setPlaceholderText(tr("Find, such as text contains \"error\" or malformed"));
    m_field->setAccessibleName(tr("Find a message"));
    m_field->installEventFilter(this);
    m_state->setObjectName(QStringLiteral("findState"));
    m_state->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_field, 1);
    const auto addButton = [this,
                            row](const QString &name, const QString &icon, const QString &text, const QString &tip) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setIcon(svgIcon(icon));
        button->setAutoRaise(true);
        button->setAccessibleName(text);
        setPlainToolTip(*button, tip);
        row->addWidget(button);
        return button;
    };
    QToolButton *previous = addButton(
        QStringLiteral("findPrevious"), QStringLiteral("up"), tr("Find previous"), tr("Previous match (Shift+F3)"));
    QToolButton *next =
        addButton(QStringLiteral("findNext"), QStringLiteral("down"), tr("Find next"), tr("Next match (F3)"));
    row->addWidget(m_state);
    QToolButton *close = addButton(
        QStringLiteral("findClose"), QStringLiteral("close"), tr("Close the search"), tr("Close the search (Esc)"));
    connect(previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(close, &QToolButton::clicked, this, &FindBar::closeBar);
    connect(m_field, &ExpressionField::problemChanged, this, &FindBar::setState);
    hide();
}

void FindBar::open()
{
    show();
    m_field->setFocus();
    m_field->selectAll();
}

void FindBar::setState(const QString &text) { m_state->setText(text); }

void FindBar::closeBar()
{
    hide();
    Q_EMIT closed();
}

/// In the field Enter looks for a match, and Esc closes the bar with the expression kept.
bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            closeBar();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            m_field->take(m_field->text());
            if (m_field->isValid() && key->modifiers().testFlag(Qt::ShiftModifier))
                Q_EMIT previousRequested();
            else if (m_field->isValid())
                Q_EMIT nextRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        closeBar();
    else
        QWidget::keyPressEvent(event);
}

} // namespace pipeglass::ui
